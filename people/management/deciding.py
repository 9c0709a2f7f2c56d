"""Whose decision a command carries out."""

from django.core.management.base import CommandError
from django.utils import timezone

from people import access
from people.models import User
from people.models.user import let_in


def system_owner(username: str) -> User:
    """The colleague of that name, if she keeps the accounts."""
    user = User.objects.filter(let_in(timezone.now()), username=username).first()
    if user is None or not access.may(user, "account.change"):
        message = f"{username} is no system owner."
        raise CommandError(message)
    return user
