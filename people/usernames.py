"""The municipality's pattern for a user name: Mira Lindgren, born 17 March 1996, is lima9617. Pure."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from itertools import count

from anyascii import anyascii

BESIDE_THE_ALPHABET = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that are no letter of a–z with a mark on it."""


def derived(first_name: str, last_name: str, born: date) -> str:
    """Two letters of the surname, the first and the last of the first name, the year and the day of birth."""
    first, last = letters(first_name) or "x", letters(last_name)
    return f"{last[:2]:x<2}{first[0]}{first[-1]}{born:%y%d}"


def letters(name: str) -> str:
    """The name in a–z: å and ä as a, ö as o, é as e, ł as l; what is no letter is left out.

    Other alphabets are written as they sound, sign by sign: Ольга is olga, 王 is wang.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(BESIDE_THE_ALPHABET))
    alone = "".join(sign for sign in plain if unicodedata.category(sign).startswith("L"))
    return re.sub("[^a-z]", "", anyascii(alone).lower())


def free(wanted: str, taken: Collection[str]) -> str:
    """The name that is wanted, or the first of wanted-2, wanted-3 … that nobody has."""
    if wanted not in taken:
        return wanted
    return next(name for number in count(2) if (name := f"{wanted}-{number}") not in taken)
