"""A personnummer never leaves in a message, whoever wrote it into a text. Pure."""

import re

from django.utils.translation import gettext as _

CANDIDATE = re.compile(r"(?<!\d)(?:(?:19|20)(\d{6})[-+ ]?|(\d{6})[-+]|((?!07)\d{6}))(\d{4})(?!\d)")
"""With its century, with its sign, or ten digits that are no mobile number."""

MONTHS = range(1, 13)
DAYS = (*range(1, 32), *range(61, 92))
"""A samordningsnummer has 60 more."""


def hidden(text: str) -> str:
    """The text without them."""
    return CANDIDATE.sub(_hidden, text)


def _hidden(found: re.Match[str]) -> str:
    digits = (found[1] or found[2] or found[3]) + found[4]
    real = int(digits[2:4]) in MONTHS and int(digits[4:6]) in DAYS and _adds_up(digits)
    return _("(personnummer borttaget)") if real else found[0]


def _adds_up(digits: str) -> bool:
    """The last digit is the check digit of the others (Luhn), as in every personnummer."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
