"""What a view says of its answer: a choice that the browser keeps, and a secret that it holds."""

from typing import TypeVar

from django.conf import settings
from django.http import HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)

A_YEAR = 60 * 60 * 24 * 365  # seconds
MARK = "holds_a_secret"


def remember(answer: HttpResponseBase, name: str, value: str) -> None:
    """Keep a choice in this browser for a year."""
    answer.set_cookie(name, value, max_age=A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def remember_signed(answer: HttpResponseBase, name: str, value: str) -> None:
    """Keep in this browser, for a year, what nobody but we can have written."""
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_signed_cookie(name, value, salt=name, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")


def secret(answer: Answer) -> Answer:
    """It holds a code or an address that lasts: `portal.middleware.Compressed` sends it as it is."""
    setattr(answer, MARK, True)
    return answer


def is_secret(answer: HttpResponseBase) -> bool:
    """Whether its view has said so."""
    return bool(getattr(answer, MARK, False))
