"""Codes of six digits by SMS, of which what is kept is no code.

One that a session waits for is made of a seed there and the portal's own key. One that a row waits for is drawn, and
the row keeps what the key makes of it.
"""

import secrets
from datetime import timedelta
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

DIGITS = 6
VALID_FOR = timedelta(minutes=10)
NOT_AGAIN_WITHIN = timedelta(seconds=30)
"""A form that is sent twice asks for one code."""


def seed() -> str:
    """What a code is made of; it says nothing to whoever reads it in a session or a table."""
    return secrets.token_urlsafe(18)


def of(seed: str) -> str:
    """The code that follows from the seed."""
    number = int(salted_hmac("people.codes", seed, algorithm="sha256").hexdigest(), 16)
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def mark(seed: str) -> str:
    """Stands for the seed where others may read it, and leads to no code."""
    return salted_hmac("people.codes.mark", seed, algorithm="sha256").hexdigest()[:24]


def is_right(seed: str, written: str) -> bool:
    """Whether that is what was sent; with no seed nothing is right. Takes as long in either case."""
    right = constant_time_compare(of(seed), "".join(written.split()))
    return right and bool(seed)


def drawn() -> str:
    """A code that follows from nothing."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def hashed(purpose: str, row: UUID, code: str) -> str:
    """What a row keeps of a code that was drawn for it: HMAC-SHA256 in hexadecimals, of no use to any other row."""
    return salted_hmac(purpose, f"{row}:{code}", algorithm="sha256").hexdigest()
