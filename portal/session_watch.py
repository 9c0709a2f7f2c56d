"""Stands between a session and every page: is it still hers, for how long yet, and has she come from a new browser."""

from collections.abc import Callable
from typing import Any

from allauth.account import signals as of_allauth
from allauth.account.adapter import get_adapter
from allauth.mfa import signals as of_second_steps
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from messaging import devices, sign_in_notices
from messaging.browsers import THIS_BROWSER
from people import security_events, sessions
from people.models import SignIn, User
from people.operations import sign_ins, support
from people.session_limits import Over
from people.views import answers
from portal import security_log

BEGUN, TO_BE_TOLD = "_sign_in", "_sign_in_to_be_told"
COOKIE = f"{settings.COOKIE_PREFIX}enhet"
ANOTHER_WAY_IN = (
    of_allauth.password_set, of_allauth.password_changed, of_allauth.password_reset,
    of_second_steps.authenticator_added, of_second_steps.authenticator_removed, of_second_steps.authenticator_reset,
)  # fmt: skip
"""After these only the session that did it goes on."""


class SessionWatch:
    """Ends what is over, and says why; what she was sending is kept for when she has signed in (`people.views.kept`).

    It comes after the messages, which say it, and before whatever asks who she is to answer her.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and isinstance(request.user, User):
            self._watch(request, request.user)
        response = self.get_response(request)
        if (begun := getattr(request, BEGUN, None)) and SESSION_KEY in request.session:
            _recognise(request, response, begun)
        if request.session.accessed:
            sessions.follow(request.session)
        return response

    def _watch(self, request: HttpRequest, user: User) -> None:
        now = timezone.now()
        if why := sessions.why_over(request, user, now=now):
            _end(request, why)
        else:
            sessions.go_on(request, user, now=now, by_hand=not asks_by_itself(request))


def asks_by_itself(request: HttpRequest) -> bool:
    """Whether a script fetches, as pages do that keep themselves fresh while nobody sits there."""
    by_script = request.headers.get("HX-Request") or request.headers.get("X-Requested-With")
    return request.method in {"GET", "HEAD"} and bool(by_script)


def _end(request: HttpRequest, why: Over) -> None:
    found = sessions.known(request.session)
    setattr(request, security_events.WHY, why.value)
    if found and found.own_device:
        logout(request)  # notices come to her telephone all the same
    else:
        get_adapter().logout(request)
    messages.info(request, sentence(why, is_help=bool(found and found.is_help)))


def sentence(why: Over, *, is_help: bool) -> str:
    """Why she has to sign in again."""
    if is_help:
        return _("Hjälpen är avslutad. Den kan pågå i högst 30 minuter.")
    if why is Over.IDLE:
        return _("Du loggades ut för att inget hade hänt på en stund. Logga in igen.")
    return _("Du loggades ut för att det var länge sedan du loggade in. Logga in igen.")


@transaction.atomic
def _recognise(request: HttpRequest, response: HttpResponse, begun: SignIn) -> None:
    """Know the browser again by a cookie, and tell her of one where she has never been. The support's is not hers."""
    if begun.helper_id:
        return
    cookie = request.get_signed_cookie(COOKIE, "", salt=COOKIE) or sessions.new_browser()
    browser = sessions.browser_of(begun.user, cookie)
    is_new = sign_ins.is_new(begun, browser)
    sign_ins.come_from(begun, browser, own_device=sessions.remembered(request.session))
    answers.remember_signed(response, COOKIE, cookie)
    if is_new:
        security_log.once_done("sign_in.new_browser", user=begun.user, about=begun)
    if is_new and getattr(request, TO_BE_TOLD, False):
        sign_in_notices.tell(begun, at=begun.began_at)


def begun(sender: object, request: HttpRequest, user: User, **kwargs: Any) -> None:  # noqa: ANN401 (the signal's)
    """By whatever way: Django has let her in. Who only shows more of who she is has begun nothing."""
    if sessions.is_made_stronger(request, user):
        return
    setattr(request, BEGUN, sessions.begin(request, user, at=timezone.now()))


def by_a_way_in(sender: object, request: HttpRequest, **kwargs: Any) -> None:  # noqa: ANN401 (the signal's)
    """She has shown allauth who she is: by a way that a stranger could have used."""
    setattr(request, TO_BE_TOLD, True)


def ended(sender: object, request: HttpRequest, **kwargs: Any) -> None:  # noqa: ANN401 (the signal's)
    """She has signed out, or whoever looked as her has stopped."""
    now = timezone.now()
    if support.is_a_visit(request.session):
        support.end(request.session[support.IN_SESSION], at=now)
    if found := sessions.known(request.session):
        sign_ins.leave(found.key, at=now)


def shows_something_else(sender: object, request: HttpRequest, user: User, **kwargs: Any) -> None:  # noqa: ANN401
    """What she signs in with is another: whoever knew the old is signed out, and she is told.

    Where she changed it she stays; where she got a new password nobody is in.
    """
    found = sessions.known(request.session) if request.user == user else None
    here = request.session.get(THIS_BROWSER, "") if found else ""
    ended = devices.end_others(user, besides=found.key if found else "", here=here, at=timezone.now())
    if found and ended:
        words = ngettext("Du är utloggad i en annan enhet.", "Du är utloggad i %(n)d andra enheter.", ended)
        messages.info(request, words % {"n": ended})
