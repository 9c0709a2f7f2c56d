"""Our answers to allauth's questions."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people import limits
from people.start import start_page
from people.views import kept

FAILED = "login_failed"
"""What allauth calls the limit, and `ACCOUNT_RATE_LIMITS` too."""


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs herself up; after signing in each role lands where its work is."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Användarnamnet och lösenordet stämmer inte ihop. Kontrollera båda."),
        "email_password_mismatch": _("E-postadressen och lösenordet stämmer inte ihop. Kontrollera båda."),
        "too_many_login_attempts": _(
            "Det blev fel för många gånger. Vänta fem minuter, eller logga in på ett annat sätt."
        ),
        "enter_current_password": _("Skriv lösenordet du har nu."),
        "invalid_password_reset": _("Länken gäller inte längre. Beställ en ny."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the municipality."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page of her role."""
        return start_page(request.user)

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
