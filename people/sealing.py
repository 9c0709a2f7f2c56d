"""Secrets that must be read again, such as what a code app counts from: sealed in the database (Fernet).

The keys follow from `SECRET_KEY` and its fallbacks. The first seals, all of them open; `manage.py reseal` seals anew
with the first, and then a fallback can be taken away.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"people.sealing"
"""What tells this key from whatever else is made of the same secret."""

KEY_LENGTH = 32  # bytes


class CannotOpen(Exception):
    """It was sealed with a key that we no longer have, or it was never sealed."""


def sealed(text: str) -> str:
    """The text, as only we can read it."""
    return _keys().encrypt(text.encode()).decode()


def opened(token: str) -> str:
    """The text that was sealed; or `CannotOpen`."""
    try:
        return _keys().decrypt(token.encode()).decode()
    except InvalidToken as error:
        message = "Sealed with another SECRET_KEY: keep the old one among SECRET_KEY_FALLBACKS until `reseal` has run."
        raise CannotOpen(message) from error


def resealed(token: str) -> str:
    """The same text, sealed with the first key; or `CannotOpen`."""
    return sealed(opened(token))


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=hashes.SHA256(), length=KEY_LENGTH, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
