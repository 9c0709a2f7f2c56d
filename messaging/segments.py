"""How many SMS a text costs. Pure: GSM 03.38 with its extension table, else UCS-2."""

import unicodedata

GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
"""These are sent as an escape and a character: two septets that must stay together."""

SEPTETS_ALONE, SEPTETS_IN_PART = 160, 153
UNITS_ALONE, UNITS_IN_PART = 70, 67

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("‐‑‒–—―−•", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\x00", ""),
        "…": "...",
    }
)


def plain(text: str) -> str:
    """The same text with the signs that a printer likes and a phone pays for replaced. Letters are never touched."""
    composed = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return unicodedata.normalize("NFC", composed)


def fits_gsm7(text: str) -> bool:
    """Whether each character is in the phones' own alphabet, å ä ö among them."""
    return all(character in GSM_7 or character in EXTENSION for character in text)


def segments(text: str) -> int:
    """How many SMS carry the text; an empty one is still one."""
    if fits_gsm7(text):
        return _parts([2 if character in EXTENSION else 1 for character in text], SEPTETS_ALONE, SEPTETS_IN_PART)
    return _parts([len(character.encode("utf-16-le")) // 2 for character in text], UNITS_ALONE, UNITS_IN_PART)


def _parts(sizes: list[int], alone: int, in_part: int) -> int:
    """Fills one part after the other; a character is never split between two."""
    if sum(sizes) <= alone:
        return 1
    parts, filled = 1, 0
    for size in sizes:
        if filled + size > in_part:
            parts, filled = parts + 1, 0
        filled += size
    return parts
