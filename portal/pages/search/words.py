"""Words, as they are typed and as they are written. Whatever else is typed is no part of them."""

import re
import unicodedata

LONGEST = 100
"""Characters of what is typed that are read."""
MOST_WORDS = 8
ENDINGS = (
    "arnas", "ernas", "ornas", "arna", "erna", "orna", "aren", "eren", "ande", "ens", "ets", "ans", "ars", "ers", "ors",
    "as", "es", "en", "et", "an", "ar", "er", "or", "a", "e", "t", "s",
)  # fmt: skip
"""The longest first."""
LEFT_AT_LEAST = 3
WORD = re.compile(r"[^\W_]+")
UNDOTTED = str.maketrans("åäöéü", "aaoeu")


def words(text: str) -> list[str]:
    """The words in the order they stand, in small letters; no signs, no NUL, and no half of a character."""
    return WORD.findall(unicodedata.normalize("NFC", text.casefold()))


def typed_words(typed: str) -> tuple[str, ...]:
    """The first words of what was typed."""
    return tuple(words(typed[:LONGEST])[:MOST_WORDS])


def line(found: list[str]) -> str:
    """Words as a passage keeps them: " beställ ett intyg "."""
    return f" {' '.join(found)} " if found else ""


def without_dots(word: str) -> str:
    """losenord, which is lösenord to somebody who has no such key."""
    return word.translate(UNDOTTED)


def stem(word: str) -> str:
    """The word without its commonest Swedish ending: vikarierna and vikarien are vikari.

    It need not be right, only alike for the forms of a word; PostgreSQL has its own, and better.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEFT_AT_LEAST and not word.endswith("ss"):
            return word.removesuffix(ending)
    return word


def begins(phrase: tuple[str, ...]) -> str:
    """What a line holds if it has the phrase, whatever the last word's ending: " vård av barn"."""
    *before, last = phrase
    return " " + " ".join([*before, stem(last)])


def holds_all(phrase: tuple[str, ...], found: str) -> bool:
    """Whether each of the words, in some form of it, stands in the line."""
    return all(begins((word,)) in found for word in phrase)
