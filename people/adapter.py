"""Our answers to allauth's questions."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import User
from people.operations import passwords
from people.start import start_page


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs herself up; after signing in each role lands where its work is."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Användarnamnet och lösenordet stämmer inte ihop. Kontrollera båda."),
        "email_password_mismatch": _("E-postadressen och lösenordet stämmer inte ihop. Kontrollera båda."),
        "too_many_login_attempts": _("Det blev fel för många gånger. Vänta fem minuter och försök igen."),
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
