"""Our answers to allauth's questions."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import unstash_login
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import codes, limits, numbers, phones
from people.forms.mobile import MobileField
from people.models import User
from people.named import to_herself
from people.operations import passwords
from people.security_events import mark_of
from people.start import start_page
from people.views import kept
from portal import security_log

FAILED = "login_failed"
"""What allauth calls the limit, and `ACCOUNT_RATE_LIMITS` too."""

STAGES = {
    "allauth.account.stages.LoginByCodeStage": "people.stages.CodeStage",
    "allauth.mfa.stages.AuthenticateStage": "people.stages.SecondStepStage",
}
"""Ours in place of allauth's."""


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs herself up; after signing in each role lands where its work is."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Användarnamnet och lösenordet stämmer inte ihop. Kontrollera båda."),
        "email_password_mismatch": _("E-postadressen och lösenordet stämmer inte ihop. Kontrollera båda."),
        "phone_password_mismatch": _("Mobilnumret och lösenordet stämmer inte ihop. Kontrollera båda."),
        "too_many_login_attempts": _(
            "Det blev fel för många gånger. Vänta fem minuter, eller logga in på ett annat sätt."
        ),
        "too_many_codes": _("Numret har fått många koder. Vänta en stund, eller logga in på ett annat sätt."),
        "no_codes_left": _("Just nu går det inte att skicka fler koder. Logga in på ett annat sätt."),
        "incorrect_code": _("Koden stämmer inte. Den har 6 siffror."),
        "enter_current_password": _("Skriv lösenordet du har nu."),
        "invalid_password_reset": _("Länken gäller inte längre. Beställ en ny."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the municipality."""
        return False

    def pre_login(self, request: HttpRequest, user: User, **said: Any) -> HttpResponse | None:  # noqa: ANN401 (allauth's)
        """Whoever has had her last day is let in by no way, whatever she showed."""
        if user.has_ended(now=timezone.now()):
            user.is_active = False  # in this request; the queue closes the account
        if not user.is_active:
            security_log.event("sign_in.closed_out", request=request, user=user)
        answer: HttpResponse | None = super().pre_login(request, user, **said)
        return answer

    def set_password(self, user: User, password: str) -> None:
        """She has chosen it herself, whatever way led her there."""
        passwords.choose(user, password, at=timezone.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On with her work."""
        return start_page(request.user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page of her role."""
        return start_page(request.user)

    def is_safe_url(self, url: str) -> bool:
        """Whether it leads to ourselves. What is no address does not, nor what Django would take for a view's name."""
        try:
            return url.startswith(("/", "http://", "https://")) and bool(super().is_safe_url(url))
        except ValueError:
            return False

    def get_login_stages(self) -> list[str]:
        """The steps of a sign-in."""
        return [STAGES.get(stage, stage) for stage in super().get_login_stages()]

    def phone_form_field(self, **options: Any) -> MobileField:  # noqa: ANN401 (Django's options)
        """The field for a number."""
        return MobileField(**options)

    def get_user_by_phone(self, phone: str) -> User | None:
        """Whose number it is, if it is confirmed and one person's alone."""
        return numbers.holder(phones.mobile_alone(phone, settings.PHONE_REGION) or "")

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        """Her number, and whether it is confirmed."""
        herself = to_herself(user)
        return (herself.phone, herself.phone_verified) if herself.phone else None

    def set_phone(self, *_: Any) -> None:  # noqa: ANN401 (allauth's)
        """Never here: a number becomes hers in her profile, by a code that is sent to it."""
        raise PermissionDenied

    def generate_phone_verification_code(self, *, user: User, phone: str) -> str:
        """The seed of a code, which the session keeps in its place; the one of a moment ago if the form came twice."""
        pending = unstash_login(self.request, peek=True)
        state = pending.state.get("stages", {}).get("login_by_code", {}).get("data", {}) if pending else {}
        same = pending is not None and pending.user == user and state.get("phone") == phone and state.get("code")
        fresh = time.time() - state.get("at", 0) < codes.NOT_AGAIN_WITHIN.total_seconds()
        return str(state["code"]) if same and fresh else codes.seed()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 (allauth's signature)
        """Count an attempt, or refuse it.

        A stranger's is counted by account, by address and of all. From a browser where she has been signed in it is
        counted by itself: neither an attack on her account, nor one from the address of her workplace, keeps her out.
        """
        user, whose = limits.account(credentials)
        at_home = user is not None and kept.knows(request, user)
        rates, key = ({FAILED: limits.FROM_HER_BROWSER}, f"{whose}:at-home") if at_home else (None, whose)
        self._login_failed_rl_usage = None
        if at_home or not limits.is_reached(limits.FAILED_SIGN_INS):
            self._login_failed_rl_usage = ratelimit.consume(
                request, app="allauth.account", action=FAILED, config=rates, key=key
            )
        if not self._login_failed_rl_usage:
            security_log.event("sign_in.stopped", request=request, tried=mark_of(credentials), at_home=at_home)
            raise self.validation_error("too_many_login_attempts")  # noqa: EM101 (the name of a sentence)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 (as above)
        """Count it among all that fail."""
        if limits.count(limits.FAILED_SIGN_INS) == limits.FAILED_SIGN_INS.most:
            self.too_many_fail()

    def too_many_fail(self) -> None:
        """Somebody tries passwords by the hundred: messaging.accounts tells the owner."""

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ANN401 (as above)
        """What allauth forgets when a password has been chosen anew: the account's, whatever name was written."""
        return limits.account(credentials)[1]
