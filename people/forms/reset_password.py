"""Whoever has forgotten her password writes her address."""

from allauth.account.forms import ResetPasswordForm
from django.utils import timezone

from people.models import User
from people.operations import written_ways


class ResetForm(ResetPasswordForm):
    """The answer is the same for every address; nothing goes to one that a colleague has just written for her."""

    def clean_email(self) -> str:
        """The address, and whoever gets a link there."""
        email: str = super().clean_email()
        found: list[User] = self.users  # type: ignore[has-type]  # allauth's
        self.users = [user for user in found if not written_ways.is_new_address(user, now=timezone.now())]
        return email
