"""How well each passage answers, by PostgreSQL, which knows the endings of a language and keeps å from a."""

from collections.abc import Callable, Iterable

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db.models import Case, Expression, F, Func, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from portal.pages.models import Passage
from portal.pages.search.asked import Asked, Part, Phrase, chosen
from portal.pages.search.tiers import Tier
from portal.pages.search.words import stem

CONFIGS = {"sv": "swedish", "en": "english"}
OTHERS = "simple"
TITLE, TEXT = "{a}", "{a,c}"


def vector(language: str) -> Combinable:
    """The words of a passage with the endings of its language taken off, each with where it stands."""
    config = CONFIGS.get(language, OTHERS)
    return (
        SearchVector("named", weight="A", config=config)
        + SearchVector("named_undotted", weight="B", config=config)
        + SearchVector("words", weight="C", config=config)
        + SearchVector("undotted", weight="D", config=config)
    )


def ranked(passages: QuerySet[Passage], asked: Asked, language: str) -> QuerySet[Passage]:
    """Those that hold something of what is asked, with their `tier`, best first."""
    config = CONFIGS.get(language, OTHERS)
    whole = _query(" & ".join(_either(part, _word) for part in asked.parts), config)
    begun = _query(" & ".join(_either(part, _beginning) for part in asked.parts), config)
    some = _query(" | ".join(_either(part, _beginning) for part in asked.parts), config)
    tier = Case(
        When(chosen(asked), then=Value(Tier.BEST)),
        When(title_vector=whole, then=Value(Tier.NAMED)),
        When(text_vector=whole, then=Value(Tier.SAID)),
        When(text_vector=begun, then=Value(Tier.BEGUN)),
        When(vector=begun, then=Value(Tier.UNDOTTED)),
        default=Value(Tier.SOME),
    )
    standing = passages.alias(title_vector=_standing(TITLE), text_vector=_standing(TEXT))
    return (
        standing.filter(Q(vector=some) | chosen(asked))
        .annotate(tier=tier)
        .order_by("tier", -SearchRank(F("vector"), some), "title")
    )


def _standing(where: str) -> Expression:
    template = f"ts_filter(%(expressions)s, '{where}')"
    return Func(F("vector"), template=template, output_field=SearchVectorField())


def _query(text: str, config: str) -> SearchQuery:
    return SearchQuery(text, config=config, search_type="raw")


def _either(part: Part, written: Callable[[str], str]) -> str:
    typed = f"({' & '.join(written(word) for word in part.typed)})"
    return f"({' | '.join([typed, *_phrases(part.alike)])})"


def _phrases(phrases: Iterable[Phrase]) -> list[str]:
    return [f"({' <-> '.join(_word(word) for word in phrase)})" for phrase in phrases]


def _word(word: str) -> str:
    """In any of its forms. PostgreSQL's Swedish leaves the ending of passet and lösenordet, so ours is asked too.

    A word is letters and digits alone, so nothing in it can end the quotes.
    """
    forms = dict.fromkeys([f"'{word}'", f"'{stem(word)}'"])
    return f"({' | '.join(forms)})"


def _beginning(word: str) -> str:
    return f"'{stem(word)}':*"
