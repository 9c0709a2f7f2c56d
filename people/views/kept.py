"""What somebody has typed outlives her session: she signs in again, and it stands in the form.

A form's address takes both GET and POST, and asks `typed` for what its form is filled with. A POST without a session is
put aside in the anonymous one and leads to the sign-in; so does a form that was opened before she signed in anew
(`portal.views.csrf_failure`). It is shown once, at the same address, to whoever comes there with its key: never sent.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

View = TypeVar("View", bound=Callable[..., Any])

KEY = "kvar"
"""What names it in an address."""

IN_SESSION = "typed"
KEPT_FOR = timedelta(minutes=30)
"""Long enough to find one's phone and sign in; a computer that others use forgets it."""

LONGEST = 20_000  # characters
NEVER_KEPT = {"csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2", "code"}


def typed(request: HttpRequest) -> QueryDict | None:
    """What the form of this address is to be filled with: what is sent, what was kept, or nothing."""
    if request.method == "POST":
        return request.POST
    kept = request.session.get(IN_SESSION) if KEY in request.GET else None
    if not kept or not _is_for(request, kept):
        return None
    del request.session[IN_SESSION]
    messages.info(request, _("Det du skrev finns kvar. Läs igenom och skicka igen."))
    return QueryDict(kept["typed"])


def to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """Lead a stranger to the sign-in and back: to the page asked for, or with a POST to the form that it came from."""
    if request.method == "POST":
        return redirect_to_login(put_aside(request))
    return redirect_to_login(request.get_full_path())


def put_aside(request: HttpRequest) -> str:
    """Keep what was sent, and answer with the address that shows it again.

    A lone button has nothing to keep and often no page of its own: the address is then that of the page it stood on.
    """
    sent = request.POST.copy()
    for name in NEVER_KEPT & sent.keys():
        del sent[name]
    text = sent.urlencode()
    if not sent or len(text) > LONGEST or not _shows_a_form(request):
        return page_before(request)
    key = secrets.token_urlsafe(12)
    request.session[IN_SESSION] = {
        "key": key,
        "path": request.path,
        "typed": text,
        "at": timezone.now().isoformat(),
    }
    return f"{request.path}?{urlencode({**request.GET.dict(), KEY: key})}"


def page_before(request: HttpRequest) -> str:
    """The page of ours that a button was pressed on, or the start page."""
    before = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure()):
        return "/min-sida/"
    parts = urlsplit(before)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def keeps_typed(view: View) -> View:
    """Mark a view whose GET fills its form with `typed`."""
    view.keeps_typed = True  # type: ignore[attr-defined]
    return view


def _shows_a_form(request: HttpRequest) -> bool:
    return bool(getattr(request.resolver_match and request.resolver_match.func, "keeps_typed", False))


def _is_for(request: HttpRequest, kept: dict[str, str]) -> bool:
    fresh = timezone.now() - datetime.fromisoformat(kept["at"]) < KEPT_FOR
    return fresh and kept["path"] == request.path and secrets.compare_digest(kept["key"], request.GET[KEY])
