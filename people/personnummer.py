"""Somebody's personnummer, which nothing here ever keeps: only what a key of its own makes of it."""

import hmac
import re
from hashlib import sha256

TWELVE = re.compile(r"(18|19|20)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])-?(\d{4})")
"""With its century, since e-IDs say it; a day of 61–91 is a coordination number's."""


def normal(written: str) -> str | None:
    """Its twelve digits; none if it is no personnummer or coordination number."""
    if not TWELVE.fullmatch(written.strip()):
        return None
    digits = re.sub(r"\D", "", written)
    return digits if _luhn(digits[2:]) else None


def keyed(number: str, key: str) -> str:
    """What is kept of the twelve digits: there are too few of them for a hash without a key to hide anything."""
    return hmac.new(key.encode(), number.encode(), sha256).hexdigest()


def _luhn(ten: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
