"""The portal as an app on the phone: its manifest, its service worker, and the page that is shown without network.

What the worker may keep is decided here, and how in static/js/worker/. docs/adr says why it is so little.
"""

import hashlib
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.middleware import NothingLeftBehind

GROUND, INK = "#f6f3ec", "#0c4640"
"""`--bg` and `--hero` of the light look, in static/css/tokens.css."""

AN_HOUR = 60 * 60
ICONS = {"icon": "any", "maskable": "maskable"}
"""The shape of each, and what it is for."""

WORKER = [f"js/worker/{part}.js" for part in ("kept", "notices", "routes")]
FAREWELL = ["js/worker/farewell.js"]
LOOK = ["css/site.css", "icons.svg", "favicon.svg", "django_htmx/htmx-2.min.js", "js/portal.js", "js/offline.js"]
TYPE = [
    "css/fonts.css",
    "fonts/atkinson/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "fonts/familjen/familjen-grotesk-latin-wght-normal.woff2",
]


@require_safe
@cache_control(max_age=AN_HOUR)
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone needs to know to put the portal among its apps."""
    facts = {
        "id": "/",
        "name": f"Vikarieportalen, {settings.MUNICIPALITY}",
        "short_name": "Vikarie",
        "description": _("Förfrågningar, pass och lediga jobb för timvikarier."),
        "lang": get_language(),
        "dir": "ltr",
        "start_url": settings.LOGIN_REDIRECT_URL,
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": INK,
        "icons": [icon(f"{shape}-{size}", size, use) for shape, use in ICONS.items() for size in (192, 512)],
        "shortcuts": [
            shortcut(_("Förfrågningar"), "booking:enquiries", "enquiries"),
            shortcut(_("Kalender"), "booking:month", "calendar"),
            shortcut(_("Lediga jobb"), "booking:jobs", "jobs"),
            shortcut(_("Bokningar"), "booking:bookings", "bookings"),
        ],
    }
    return JsonResponse(facts, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


def icon(name: str, size: int, use: str = "any") -> dict[str, str]:
    """One of the pictures that scripts/icons.py makes."""
    return {"src": static(f"icons/{name}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": use}


def shortcut(name: str, page: str, picture: str) -> dict[str, object]:
    """What a long press on the app's icon offers."""
    return {"name": name, "url": reverse(page), "icons": [icon(f"shortcut-{picture}", 96)]}


@require_safe
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. When a file that it keeps is another, so is its text, and browsers take the new one."""
    parts = WORKER if settings.SERVICE_WORKER else FAREWELL
    sources = ", ".join(json.dumps(static(part)) for part in parts)
    script = f"self.PORTAL = {json.dumps(kept())};\nimportScripts({sources});\n"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


def kept() -> dict[str, object]:
    """What the worker keeps, and of whom it must know."""
    files = [static(name) for name in [*LOOK, *(TYPE if settings.FONTS_AVAILABLE else [])]]
    facts: dict[str, object] = {
        "shell": files,
        "offline": reverse("offline"),
        "own": reverse("booking:without_network"),
        "ownStandsFor": {"exactly": [settings.LOGIN_REDIRECT_URL], "under": [reverse("booking:bookings")]},
        "person": {"header": NothingLeftBehind.TAG, "nobody": NothingLeftBehind.NOBODY},
        "doors": ["/konto/", "/demo/in/"],
        "signOut": reverse("account_logout"),
        "looks": [reverse("set_theme"), reverse("set_language")],
        "never": ["/admin/", settings.MEDIA_URL, "/dokument/"],
        "notices": {"on": reverse("messaging:subscribe"), "off": reverse("messaging:unsubscribe")},
        "icon": static("icons/icon-192.png"),
        "badge": static("icons/badge.png"),
    }
    return {"version": hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:12], **facts}


@require_safe
@cache_control(max_age=AN_HOUR)
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look when they show something that is no page, and cannot say what icon it has."""
    return redirect(static("icons/favicon-32.png"))


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown instead of a page that cannot be fetched. The same for everybody."""
    return render(request, "offline.html")
