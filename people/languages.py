"""The language that somebody is written to in."""

from django.conf import settings
from django.utils.translation import override

from people.models import User


def of(user: User) -> str:
    """Her own choice, else Swedish."""
    return user.language or settings.LANGUAGE_CODE


def speaking(user: User) -> override:
    """Within it, words are said in her language, whoever causes them to be said."""
    return override(of(user))
