"""Our answers to allauth's questions."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

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

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page of her role."""
        return start_page(request.user)
