"""What somebody has typed outlives her session: she signs in again, and it stands in the form.

A form's address takes both GET and POST, and asks `typed` for what its form is filled with. A POST without a session is
put aside in the anonymous one and leads to the sign-in; so does a form that was opened before she signed in anew
(`portal.views.csrf_failure`). It is shown once, at the same address and to herself alone: never sent.

Who she was is in a cookie of ours, sealed, that stays when the session has ended: on a computer that others use the
next to sign in reads nothing of hers, and of a browser where nobody has been signed in nothing is kept.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import escape_leading_slashes, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from people.models import User

View = TypeVar("View", bound=Callable[..., Any])

KEY = "kvar"
"""What names it in an address."""

IN_SESSION = "typed"
KEPT_FOR = timedelta(minutes=30)
"""Long enough to find one's phone and sign in; a computer that others use forgets it."""

COOKIE = f"{settings.COOKIE_PREFIX}vem"
LONGEST = 20_000  # characters
NEVER_KEPT = {"csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2", "code"}


def typed(request: HttpRequest) -> QueryDict | None:
    """What the form of this address is to be filled with: what is sent, what was kept, or nothing."""
    if request.method == "POST":
        return request.POST
    kept = request.session.get(IN_SESSION)
    if not kept or (_is_hers(request, kept) and not _is_asked_for(request, kept)):
        return None
    del request.session[IN_SESSION]
    if not _is_hers(request, kept):
        return None
    messages.info(request, _("Det du skrev finns kvar. Läs igenom och skicka igen."))
    return QueryDict(kept["typed"])


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead a stranger to the sign-in and back: to the page asked for, or with a POST to the form that it came from."""
    return to_the_door(request, str(settings.LOGIN_URL))


def to_the_door(request: HttpRequest, door: str) -> HttpResponse:
    """Lead to a page where she shows who she is, and back; `door` is the name of its route."""
    if request.method == "POST":
        return in_its_place(request) or redirect_to_login(put_aside(request), door)
    there = redirect_to_login(request.get_full_path(), door)
    # A script that fetches a part of a page would put the whole sign-in there.
    return HttpResponse(headers={"HX-Redirect": there.url}) if request.headers.get("HX-Request") else there


def in_its_place(request: HttpRequest) -> HttpResponse | None:
    """What a script is told that asks about a form being filled in: nothing of it is lost, and none of it sent."""
    if not request.headers.get("HX-Request"):
        return None
    return HttpResponse(_("Sidan har varit öppen länge. När du sparar kommer det du har valt med."))


def put_aside(request: HttpRequest) -> str:
    """Keep what was sent, and answer with the address that shows it again.

    A lone button has nothing to keep and often no page of its own: the address is then that of the page it stood on.
    All boxes cleared is something said, though nothing is sent of it.
    """
    sent = request.POST.copy()
    for name in NEVER_KEPT & sent.keys():
        del sent[name]
    text = sent.urlencode()
    whose = _whose(request)
    if not whose or len(text) > LONGEST or not _shows_a_form(request):
        return page_before(request)
    key = secrets.token_urlsafe(12)
    request.session[IN_SESSION] = {
        "key": key,
        "whose": whose,
        "path": request.path,
        "typed": text,
        "at": timezone.now().isoformat(),
    }
    asked_for = request.GET.copy()  # also what is said more than once in it
    asked_for[KEY] = key
    return f"{request.path}?{asked_for.urlencode()}"


def page_before(request: HttpRequest) -> str:
    """The page of ours that a button was pressed on, or the start page."""
    before = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure()):
        return "/min-sida/"
    parts = urlsplit(before)
    path = escape_leading_slashes(parts.path)  # else the second part of //x/ would be a host
    return f"{path}?{parts.query}" if parts.query else path


def remember_whose(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser know, for when her session has ended, who was signed in."""
    tag = _tag(request.session[SESSION_KEY])
    if _told(request) != tag:
        response.set_signed_cookie(
            COOKIE,
            tag,
            salt=COOKIE,
            max_age=2 * settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def knows(request: HttpRequest, user: User) -> bool:
    """Whether the last who was signed in in this browser was she."""
    return constant_time_compare(_told(request), _tag(str(user.pk)))


def _whose(request: HttpRequest) -> str:
    """Stands for who sends it; nothing of a browser where nobody has been signed in."""
    return _tag(str(request.user.pk)) if request.user.is_authenticated else _told(request)


def _told(request: HttpRequest) -> str:
    return request.get_signed_cookie(COOKIE, "", salt=COOKIE) or ""


def _tag(key: str) -> str:
    return salted_hmac("people.views.kept", key, algorithm="sha256").hexdigest()[:24]


def keeps_typed(view: View) -> View:
    """Mark a view whose GET fills its form with `typed`."""
    view.keeps_typed = True  # type: ignore[attr-defined]
    return view


def _shows_a_form(request: HttpRequest) -> bool:
    return bool(getattr(request.resolver_match and request.resolver_match.func, "keeps_typed", False))


def _is_hers(request: HttpRequest, kept: dict[str, str]) -> bool:
    fresh = timezone.now() - datetime.fromisoformat(kept["at"]) < KEPT_FOR
    return fresh and kept.get("whose") == _whose(request)


def _is_asked_for(request: HttpRequest, kept: dict[str, str]) -> bool:
    return kept["path"] == request.path and constant_time_compare(kept["key"], request.GET.get(KEY, ""))
