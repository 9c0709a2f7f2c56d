"""A password that must be changed lets somebody in to change it, and to nothing else."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from people import passwords
from people.models import User
from people.views import kept
from portal import security_log

View = Callable[[HttpRequest], HttpResponse]

PAGE = "account_change_password"
OPEN_STILL = {
    PAGE, "account_logout", "set_language", "set_theme", "worker", "manifest", "offline", "health", "csp_reports",
}  # fmt: skip


class ChangeFirst:
    """Whoever signed in with a password that is too old, or that others may know, changes it first or signs out.

    A session that was begun in another way needs no password, and is let be.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: View, _args: Sequence[Any], _kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """The way to the page for it, unless that is where she is going."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not is_due(request):
            return None
        request.password_due = True  # type: ignore[attr-defined]  # its page says why
        if request.resolver_match and request.resolver_match.view_name in OPEN_STILL:
            return None
        security_log.event("password.due", request=request)
        return to_change_it(request)


def is_due(request: HttpRequest) -> bool:
    """Whether she who asks came in by a password that must be changed."""
    user = request.user
    if not isinstance(user, User) or not passwords.must_change(user, now=timezone.now()):
        return False
    return any(record.get("method") == "password" for record in get_authentication_records(request, user))


def to_change_it(request: HttpRequest) -> HttpResponse:
    """The page where it is changed, and from there on to the page that was asked for, with what she had typed there."""
    there = reverse(PAGE)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": there})
    onward = request.get_full_path() if request.method in {"GET", "HEAD"} else kept.put_aside(request)
    return redirect(f"{there}?{urlencode({'next': onward})}")
