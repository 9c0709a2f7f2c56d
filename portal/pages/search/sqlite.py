"""How well each passage answers, by SQLite, which knows no language: words are told by how they begin.

Its own full-text search takes å for a, so lines of words are looked through instead. See docs/operations.md.
"""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from portal.pages.models import Passage
from portal.pages.search.asked import Asked, Part, chosen
from portal.pages.search.tiers import Tier
from portal.pages.search.words import begins


def ranked(passages: QuerySet[Passage], asked: Asked, language: str) -> QuerySet[Passage]:
    """Those that hold something of what is asked, with their `tier`, best first."""
    undotted = [_held(part, "words") | _held(part, "undotted") for part in asked.parts]
    tier = Case(
        When(chosen(asked), then=Value(Tier.BEST)),
        When(_all(asked.parts, "named"), then=Value(Tier.NAMED)),
        When(_all(asked.parts, "words"), then=Value(Tier.SAID)),
        When(reduce(and_, undotted), then=Value(Tier.UNDOTTED)),
        default=Value(Tier.SOME),
    )
    held = sum(
        (Case(When(part, then=Value(1)), default=Value(0), output_field=IntegerField()) for part in undotted),
        start=Value(0),
    )
    titled = Case(When(_all(asked.parts, "named_undotted"), then=Value(0)), default=Value(1))
    return (
        passages.filter(reduce(or_, undotted) | chosen(asked))
        .annotate(tier=tier)
        .order_by("tier", -held, titled, "title")
    )


def _all(parts: Iterable[Part], column: str) -> Q:
    return reduce(and_, (_held(part, column) for part in parts))


def _held(part: Part, column: str) -> Q:
    typed = reduce(and_, (_begins((word,), column) for word in part.typed))
    return reduce(or_, (_begins(phrase, column) for phrase in part.alike), typed)


def _begins(phrase: tuple[str, ...], column: str) -> Q:
    return Q(**{f"{column}__contains": begins(phrase)})
