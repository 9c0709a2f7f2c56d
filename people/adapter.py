"""Our answers to allauth's questions."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from people import access
from people.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs herself up; after signing in each role lands where its work is."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the municipality."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page of her role."""
        return start_page(request.user)


def start_page(user: Any) -> str:  # noqa: ANN401 (request.user may be anybody)
    """Where the user's work begins."""
    if not isinstance(user, User) or hasattr(user, "substitute"):
        return "/min-sida/"
    if any(assignment.definition.at_the_desk for assignment in access.assignments(user)):
        return "/admin/"
    return "/bestallningar/" if access.holds(user, "ordering_manager") else "/min-sida/"
