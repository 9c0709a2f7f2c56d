from django.conf import settings
from django.http import HttpRequest

THEME_COOKIE = f"{settings.COOKIE_PREFIX}tema"
THEMES = ("auto", "light", "dark")


def looks(request: HttpRequest) -> dict[str, object]:
    """What the page shell needs: the chosen theme, if there are fonts and a service worker, and whose portal it is."""
    return {
        "here": here(request),
        "theme": theme(request),
        "fonts_available": settings.FONTS_AVAILABLE,
        "municipality": settings.MUNICIPALITY,
        "service_worker": settings.SERVICE_WORKER,
    }


def theme(request: HttpRequest) -> str:
    """What this browser has chosen."""
    chosen = request.COOKIES.get(THEME_COOKIE, "auto")
    return chosen if chosen in THEMES else "auto"


def here(request: HttpRequest) -> str:
    """The page to come back to from a choice of looks or language: what answers a form may not be one to ask for."""
    is_asked_for = request.method in {"GET", "HEAD"}
    return request.get_full_path() if is_asked_for else request.headers.get("referer", request.get_full_path())
