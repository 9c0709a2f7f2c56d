"""What a breach or a hindrance says to a reader."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import singledispatch
from typing import Protocol

from django.utils.translation import gettext

from booking.period import Period
from booking.weeks import local_day, span_of
from portal.templatetags.times import clock, day, hours

LONGEST_SHIFT = timedelta(hours=24)
"""What lasts longer ends on another day than a reader thinks."""


class Worded(Protocol):
    """A breach of the rules or a hindrance of the policy: words with fields, and the facts that fill them."""

    @property
    def words(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


def sentence(told: Worded) -> str:
    """What stands in the way, in words: "Redan bokad onsdag 13 maj 07.00–16.00 på Solgården"."""
    return gettext(told.words).format(**{name: in_words(fact) for name, fact in told.facts.items()})


@singledispatch
def in_words(fact: object) -> str:
    """A fact as it is written: time with its day, a length in hours, a name or a number as it is."""
    return str(fact)


@in_words.register
def _(fact: timedelta) -> str:
    return hours(fact)


@in_words.register
def _(fact: date) -> str:
    return day(fact)


@in_words.register
def _(fact: datetime) -> str:
    return f"{day(fact)} {clock(fact)}"


@in_words.register
def _(fact: Period) -> str:
    """Whole days without the clock, and a night or a day's work with its day named once."""
    first, last = local_day(fact.starts), local_day(fact.ends - timedelta.resolution)
    if fact == span_of(first, last):
        return day(first) if first == last else f"{day(first)}–{day(last)}"
    ends = clock(fact.ends) if fact.length <= LONGEST_SHIFT else in_words(fact.ends)
    return f"{in_words(fact.starts)}–{ends}"


@in_words.register(list)
@in_words.register(tuple)
def _(fact: Sequence[object]) -> str:
    """a, b och c"""
    *some, last = map(in_words, fact)
    return gettext("%(some)s och %(last)s") % {"some": ", ".join(some), "last": last} if some else last
