"""The address in an SMS that opens one enquiry: a key, and a seal that nobody else can put on it.

The token is the enquiry's key and 96 bits of HMAC-SHA256 over it and the address that was written to (a number, or an
e-mail address): 38 characters. So an address that is hers no longer opens nothing. Why so: docs/adr/0018.
"""

import base64
import binascii
import uuid

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "booking.enquiry_links"
SEAL = 12
"""Bytes: 96 bits cannot be guessed, however often somebody tries."""

KEY_LENGTH, LENGTH = 22, 38
"""Characters of base64 without padding: of the key, and of the whole."""


def token(key: uuid.UUID, written_to: str) -> str:
    """What stands in the address of the enquiry with this key, for whoever is reached there."""
    return _written(key.bytes) + _seal(key, written_to, settings.SECRET_KEY)


def key_in(token: str) -> uuid.UUID | None:
    """The key that the token claims; nothing if it is no token at all."""
    if len(token) != LENGTH:
        return None
    try:
        key = uuid.UUID(bytes=base64.b64decode(f"{token[:KEY_LENGTH]}==", altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        return None
    return key if _written(key.bytes) == token[:KEY_LENGTH] else None


def is_genuine(token: str, key: uuid.UUID, written_to: str) -> bool:
    """Whether we wrote it, of this enquiry, to this address: with today's secret or an earlier one that still holds."""
    seals = [_seal(key, written_to, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    fitting = [seal for seal in seals if constant_time_compare(token[KEY_LENGTH:], seal)]
    return key_in(token) == key and bool(fitting)


def _seal(key: uuid.UUID, written_to: str, secret: str) -> str:
    value = key.bytes + written_to.encode()
    return _written(salted_hmac(SALT, value, secret=secret, algorithm="sha256").digest()[:SEAL])


def _written(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
