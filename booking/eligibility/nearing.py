"""Who is near a limit under LAS, of many at once: by the same count as `employment`, without reading every shift."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import ExtractMonth, ExtractYear, TruncDate

from booking.eligibility import employment
from booking.eligibility.reading import of
from booking.models import Booking
from booking.period import STOCKHOLM, whole_day
from booking.rules import las
from booking.rules.las import Limit
from booking.rules.las_course import Condensed, chains, counts_from, ends_of, number_of
from booking.weeks import local_day, span_of

WITHIN = 30
"""Days left, at most, to whoever is near."""

Months = Mapping[uuid.UUID, Sequence[Condensed]]


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
    """Those who have so many days left at most to a limit when that day is over; two queries at most."""
    return [found for found in _about(people, until, within) if found.left >= 0]


def passed(people: Collection[uuid.UUID], *, until: date) -> list[Near]:
    """Those who are past a limit; as many."""
    return [found for found in _about(people, until, -1) if found.left < 0]


def _about(people: Collection[uuid.UUID], until: date, within: int) -> Iterator[Near]:
    if not people:
        return
    rows = of(people, _engaged(until))
    months = _by_month(rows)
    for limit in employment.limits():
        counts = _of_months(months, limit, until) if limit.kind == las.VISSTID else _of_days(rows, limit, until, within)
        yield from (Near(key, limit, days) for key, days in counts if days >= limit.days - within)


def _engaged(until: date) -> QuerySet[Any]:
    rows = Booking.objects.occupying().filter(no_show=False, starts__lt=whole_day(until).ends)
    return rows.order_by()


def _by_month(rows: QuerySet[Any]) -> Months:
    """As much as the count needs to know of a month: of many, the first and the last, since all between them counts."""
    theirs: defaultdict[uuid.UUID, list[Condensed]] = defaultdict(list)
    year, month = (extract("starts", tzinfo=STOCKHOLM) for extract in (ExtractYear, ExtractMonth))
    by_month = rows.annotate(year=year, month=month, kind=KT("terms__employment"))
    parts = by_month.values_list("substitute", "kind", "year", "month")
    for person, kind, _y, _m, number, first, last in parts.annotate(Count("pk"), Min("starts"), Max("starts")):
        theirs[person].append(Condensed(kind or "", number, local_day(first), local_day(last)))
    return theirs


def _of_months(months: Months, limit: Limit, until: date) -> Iterator[tuple[uuid.UUID, int]]:
    first = las.window(until, limit.years)[0]
    for person, hers in months.items():
        since = first
        if limit is Limit.FIXED_TERM and any(part.first < first for part in hers):
            since = counts_from(limit, until, chains(ends_of(hers)))
        yield person, number_of(hers, limit.kind, since)


def _of_days(rows: QuerySet[Any], limit: Limit, until: date, within: int) -> Iterator[tuple[uuid.UUID, int]]:
    """Each day counts by itself: only they can be near who have had about as many shifts."""
    span = span_of(*las.window(until, limit.years))
    own = rows.filter(terms__employment=limit.kind, starts__gte=span.starts).values_list("substitute")
    days = Count(TruncDate("starts", tzinfo=STOCKHOLM), distinct=True)
    often = own.annotate(shifts=Count("pk"), days=days).filter(shifts__gte=limit.days - within)
    return ((person, number) for person, _shifts, number in often)


__all__ = ["WITHIN", "Limit", "Near", "near", "passed"]
