"""How heavy a text is to read, as LIX: Carl-Hugo Björnsson, Läsbarhet, Liber 1968.

LIX = words / sentences + 100 × long words / words. A long word has more than six letters. A sentence ends where the
writer ends it: at a full stop, a question or exclamation mark, a colon, or the end of a paragraph or a heading.
Under 30 is a book for children, 30–40 fiction and plain official text, over 50 a text for experts.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
END = re.compile(r"[.!?]+(?=[\"”)]*\s+[\"”(–]*[A-ZÅÄÖÉ\d]|[\"”)]*\s*$)|:(?=\s)|\n+")
LONG = 6
"""Letters that a word may have without being long."""

LONG_SENTENCE = 20
"""Words that a sentence may have before it ought to be two."""

HEAVY = 40
"""Above it a text of ours is to be written more simply."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int:
        """LIX; none without a word."""
        return round(self.words / self.sentences + 100 * self.long_words / self.words) if self.words else 0


def read(text: str) -> Reading:
    """Count the text."""
    sentences = [words for words in map(WORD.findall, END.split(text)) if words]
    words = [word for sentence in sentences for word in sentence]
    return Reading(len(words), len(sentences), sum(len(word) > LONG for word in words))


def lix(text: str) -> int:
    """How heavy the text is; 0 if there are no words."""
    return read(text).value


def long_sentences(text: str, *, most: int = LONG_SENTENCE) -> list[str]:
    """Those with more words than `most`, as they stand."""
    return [sentence.strip() for sentence in END.split(text) if len(WORD.findall(sentence)) > most]
