"""Making a text fit: what is said shorter first, and last. Pure.

1. Letters that no phone alphabet has lose their accents (Šefik, Sefik): one of them halves the room for all.
2. Facts with shorter forms take them, in the order that the kind says: the link goes first, since the same is in the
   portal; then the name of the contact, never the number.
3. Names and addresses are cut, the longest first.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from messaging.segments import fits_gsm7, plain

Forms = str | tuple[str, ...]
"""A fact: one way to say it, or several, the longest first."""

Facts = Mapping[str, Forms]

NAMES = frozenset({"place", "address", "contact", "who", "unit", "reason"})
"""What people have written, and may be cut. Days, times, codes, numbers and links are whole or not there."""

LIMITS = (60, 40, 24, 12)
REASON_LENGTHS = (200, 110, 60)
"""A reason that somebody has written is cut to these, so that it goes in two SMS and the link stays."""

ELLIPSIS = "..."
WITHOUT_PARTS = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ð": "d", "Ð": "D", "œ": "oe"})


def ever_shorter(facts: Facts, gives_way: Sequence[str]) -> Iterator[dict[str, str]]:
    """The facts as one would like to say them, then shorter and shorter."""
    forms = {name: (said,) if isinstance(said, str) else said for name, said in facts.items()}
    yield {name: said[0] for name, said in forms.items()}
    forms = {name: tuple(map(for_phones, said)) if name in NAMES else said for name, said in forms.items()}
    now = {name: said[0] for name, said in forms.items()}
    yield now
    for name in gives_way:
        for shorter in forms.get(name, ())[1:]:
            now = now | {name: shorter}
            yield now
    for limit in LIMITS:
        yield {name: cut(said, limit) if name in NAMES else said for name, said in now.items()}


def reason(written: str) -> tuple[str, ...]:
    """What somebody has written, whole and ever shorter, as the end of a sentence."""
    return tuple(cut(written.rstrip("."), length) for length in REASON_LENGTHS)


def for_phones(text: str) -> str:
    """The text in the phones' own alphabet where that can be done by taking an accent away; pictures are left out."""
    return "".join(map(_for_phones, plain(text)))


def _for_phones(character: str) -> str:
    if fits_gsm7(character):
        return character
    bare = unicodedata.normalize("NFKD", character.translate(WITHOUT_PARTS))
    letters = "".join(part for part in bare if not unicodedata.combining(part))
    if letters and fits_gsm7(letters):
        return letters
    return character if character.isalpha() else ""


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, with three points where something is missing."""
    if len(text) <= limit:
        return text
    return text[: limit - len(ELLIPSIS)].rstrip(" ,.-") + ELLIPSIS
