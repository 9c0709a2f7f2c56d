"""Did you mean …? The words nearest to those typed, of all that stand where the visitor may read.

They are compared without dots: a key that is not there is no misspelling.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from django.http import HttpRequest

from portal.pages.models import Word
from portal.pages.search import seen
from portal.pages.search.asked import Phrase
from portal.pages.search.words import stem, without_dots

MOST, LOOKED_AT = 3, 9
SHORTEST = 4
"""Letters of a word that is taken for misspelt."""
NEAR = 0.72
"""Of `difflib`'s ratio: one wrong letter in four."""


def guesses(request: HttpRequest, asked: Phrase, *, on: date) -> list[str]:
    """At most three ways to spell what was typed; none if every word is known. Three words are doubted. One query."""
    doubtful = [word for word in asked if len(word) >= SHORTEST][:MOST]
    if not doubtful:
        return []
    written = set(_written(request, on=on))
    by_plain = {without_dots(word): word for word in sorted(written)}
    nearest = {
        word: _one_of_each(by_plain[near] for near in get_close_matches(without_dots(word), by_plain, LOOKED_AT, NEAR))
        for word in doubtful
        if word not in written
    }
    return list(dict.fromkeys(" ".join(words) for words in _ways(asked, nearest) if tuple(words) != asked))[:MOST]


def _one_of_each(near: Iterable[str]) -> list[str]:
    """The nearest form of each word."""
    forms: dict[str, str] = {}
    for word in near:
        forms.setdefault(stem(word), word)
    return list(forms.values())


def _written(request: HttpRequest, *, on: date) -> Iterable[str]:
    rows = Word.objects.filter(passage__in=seen.passages(request, on=on)).order_by()
    return rows.values_list("word", flat=True).distinct()


def _ways(asked: Phrase, nearest: dict[str, list[str]]) -> Iterator[list[str]]:
    """The nearest of each, then the second nearest where there is one."""
    for rank in range(MOST):
        yield [_ranked(nearest.get(word, []), rank) or word for word in asked]


def _ranked(near: list[str], rank: int) -> str:
    return near[min(rank, len(near) - 1)] if near else ""
