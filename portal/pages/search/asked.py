"""What somebody asked for: her words, and those that editors say mean the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from portal.pages.models import Keyword
from portal.pages.search.words import stem, typed_words, words

Phrase = tuple[str, ...]
MOST_ALIKE = 12
"""Phrases that one word is sought as, besides itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One or more of her words, and the phrases that mean the same."""

    typed: Phrase
    alike: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Her words in parts, and what is the same in all languages of the pages that editors say answer just these."""

    words: Phrase
    parts: tuple[Part, ...]
    best: tuple[UUID, ...] = ()


def understood(typed: str) -> Asked:
    """What was typed, with what the keywords add; one query, and none when nothing was typed."""
    said = typed_words(typed)
    known = _Keywords() if said else None
    if known is None:
        return Asked(said, ())
    return Asked(said, tuple(known.parts(said)), tuple(known.best(said)))


def chosen(asked: Asked) -> Q:
    """The passages that are those pages, in any language."""
    return Q(page__translation_key__in=asked.best, anchor="")


class _Keywords:
    """The keywords as they are now."""

    def __init__(self) -> None:
        self._alike: dict[Phrase, list[Phrase]] = {}
        self._best: dict[Phrase, list[UUID]] = {}
        rows = Keyword.objects.order_by("pk", "best__sort_order")
        for line, page in rows.values_list("words", "best__page__translation_key"):
            phrases = [phrase for word in line.split(",") if (phrase := tuple(words(word)))]
            for phrase in phrases:
                key = _key(phrase)
                self._alike.setdefault(key, []).extend(other for other in phrases if _key(other) != key)
                self._best.setdefault(key, []).extend([page] if page else [])

    def parts(self, said: Phrase) -> Iterator[Part]:
        """The words in turn; where a keyword begins, as many of them as it has."""
        at = 0
        while at < len(said):
            end = next((end for end in range(len(said), at, -1) if _key(said[at:end]) in self._alike), at + 1)
            alike = dict.fromkeys(self._alike.get(_key(said[at:end]), ()))
            yield Part(said[at:end], tuple(alike)[:MOST_ALIKE])
            at = end

    def best(self, said: Phrase) -> list[UUID]:
        """Only where a keyword is all that was typed: it is the one thing that is known to be meant."""
        return list(dict.fromkeys(self._best.get(_key(said), ())))


def _key(phrase: Phrase) -> Phrase:
    return tuple(stem(word) for word in phrase)
