"""Passwords that have leaked, in a file of the municipality's own: no password, nor any part of it, leaves the house.

The file is as Pwned Passwords gives it out: a line a password, `SHA-1:count`, in the order of the sums.
"""

import hashlib
import os
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people.models import User


class LeakedValidator:
    """None of those in the file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise `ValidationError` if it has leaked."""
        wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        with open(self.path, "rb") as lines:  # noqa: PTH123 (tens of gigabytes: sought in, never read)
            if has(lines, wanted):
                words = _("Lösenordet finns bland dem som har läckt ut på nätet. Välj ett annat.")
                raise ValidationError(words, code="password_leaked")

    def get_help_text(self) -> str:
        """The rule in words."""
        return _("Inte ett lösenord som har läckt ut på nätet.")


def has(lines: BinaryIO, wanted: bytes) -> bool:
    """Whether a line of the file in order begins with it: some thirty looks, however long the file is."""
    low, high = 0, lines.seek(0, os.SEEK_END)
    while low < high:
        middle = (low + high) // 2
        if _line_after(lines, middle)[: len(wanted)] < wanted:
            low = middle + 1
        else:
            high = middle
    return _line_after(lines, low).startswith(wanted)


def _line_after(lines: BinaryIO, place: int) -> bytes:
    """The first line that begins there or later; after the last one, what is greater than any."""
    if place:
        lines.seek(place - 1)
        lines.readline()
    else:
        lines.seek(0)
    return lines.readline().strip().upper() or b"\xff"
