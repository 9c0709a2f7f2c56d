"""Who is near a limit under LAS, of many at once: by the same count as `employment`, without reading every shift."""

import uuid
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import ExtractDay, ExtractMonth, ExtractYear, TruncDate

from booking.eligibility import employment
from booking.eligibility.reading import of
from booking.models import Booking
from booking.period import STOCKHOLM, whole_day
from booking.rules import las
from booking.rules.las import Limit
from booking.rules.las_course import Condensed, fewest
from booking.weeks import span_of

WITHIN = 30
"""Days left, at most, to whoever is near."""


@dataclass(frozen=True, slots=True)
class Near:
    """She has so many days towards the limit."""

    substitute: uuid.UUID
    limit: Limit
    days: int

    @property
    def left(self) -> int:
        """How many more she can work; fewer than none if it is passed."""
        return self.limit.days - self.days


def near(people: Collection[uuid.UUID], *, until: date, within: int = WITHIN) -> list[Near]:
    """Those who have so many days left at most to a limit when that day is over; six queries at most."""
    return [found for found in _about(people, until, within) if found.left >= 0]


def passed(people: Collection[uuid.UUID], *, until: date) -> list[Near]:
    """Those who are past a limit; as many."""
    return [found for found in _about(people, until, -1) if found.left < 0]


def _about(people: Collection[uuid.UUID], until: date, within: int) -> Iterator[Near]:
    if not people:
        return
    rows, limits = of(people, _engaged(until)), employment.limits()
    by_month = [limit for limit in limits if limit.kind == las.VISSTID]
    for limit, counts in _of_months(rows, by_month, until, within).items():
        yield from (Near(key, limit, days) for key, days in counts.items() if days >= limit.days - within)
    for limit in limits:
        if limit.kind != las.VISSTID:
            yield from (Near(key, limit, days) for key, days in _of_days(rows, limit, until, within))


def _engaged(until: date) -> QuerySet[Any]:
    rows = Booking.objects.occupying().filter(no_show=False, starts__lt=whole_day(until).ends)
    return rows.order_by()


def _of_months(
    rows: QuerySet[Any], limits: Sequence[Limit], until: date, within: int
) -> Mapping[Limit, Counter[uuid.UUID]]:
    """All days of one month are added up at once: of many engagements, the first and the last are enough."""
    found: dict[Limit, Counter[uuid.UUID]] = {limit: Counter() for limit in limits}
    firsts = [(counts, las.window(until, limit.years)[0]) for limit, counts in found.items()]
    own = rows.filter(terms__employment=las.VISSTID, starts__gte=whole_day(min(first for _c, first in firsts)).starts)
    many = fewest(min(limit.days for limit in limits) - within)
    often = own.values("substitute").annotate(number=Count("pk")).filter(number__gte=many)
    those = list(often.values_list("substitute", flat=True))
    for person, year, month, number, first, last in _by_month(of(those, own)) if those else ():
        part = Condensed(number, date(year, month, first), date(year, month, last))
        for counts, since in firsts:
            counts[person] += part.days(since)
    if Limit.FIXED_TERM in found:
        found[Limit.FIXED_TERM].update(_of_chains(rows, found[Limit.FIXED_TERM], until))
    return found


def _by_month(rows: QuerySet[Any]) -> QuerySet[Any]:
    year, month, day = (extract("starts", tzinfo=STOCKHOLM) for extract in (ExtractYear, ExtractMonth, ExtractDay))
    by_month = rows.annotate(year=year, month=month, day=day).values_list("substitute", "year", "month")
    return by_month.annotate(Count("pk"), Min("day"), Max("day"))


def _of_chains(rows: QuerySet[Any], counted: Counter[uuid.UUID], until: date) -> Mapping[uuid.UUID, int]:
    """How many days more whoever was employed longer ago than the years has in a chain: few, and read one by one."""
    before = whole_day(las.window(until)[0]).starts
    older = set(rows.filter(starts__lt=before).values_list("substitute", flat=True).distinct())
    known = employment.of_many(older, now=whole_day(until).ends) if older else {}
    more = {}
    for key, hers in known.items():
        begun = [engaged for engaged in hers.all if engaged.day <= until]
        more[key] = employment.count(begun, Limit.FIXED_TERM, today=until).days - counted[key]
    return more


def _of_days(rows: QuerySet[Any], limit: Limit, until: date, within: int) -> Iterator[tuple[uuid.UUID, int]]:
    """Each day counts by itself: only they can be near who have had about as many shifts."""
    span = span_of(*las.window(until, limit.years))
    own = rows.filter(terms__employment=limit.kind, starts__gte=span.starts).values_list("substitute")
    days = Count(TruncDate("starts", tzinfo=STOCKHOLM), distinct=True)
    often = own.annotate(shifts=Count("pk"), days=days).filter(shifts__gte=limit.days - within)
    return ((key, number) for key, _shifts, number in often if number >= limit.days - within)


__all__ = ["WITHIN", "Limit", "Near", "near", "passed"]
