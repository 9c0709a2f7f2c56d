"""Who is near a limit under LAS, of many at once: by the same count as `employment`, without reading every shift."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear

from booking.eligibility.reading import Instant, moment, of
from booking.models import Booking
from booking.period import STOCKHOLM
from booking.rules import las
from booking.weeks import local_day, span_of

WITHIN = 30
"""Days left, at most, to whoever is near."""

Engagements = defaultdict[uuid.UUID, list[las.Engagement]]


class Limit(Enum):
    """The limits, each with its kind of employment, its days, and the years in which they count."""

    NEXT_ONE = (las.VISSTID, las.NINE_MONTHS, las.WINDOW_FOR_THE_NEXT)
    FIXED_TERM = (las.VISSTID, las.TWELVE_MONTHS, las.WINDOW)
    STANDING_IN = (las.VIKARIAT, las.EIGHTEEN_MONTHS, las.WINDOW)

    @property
    def days(self) -> int:
        """That may be worked before it is passed."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Near:
    """She has so many days towards the limit, which she has not passed."""

    substitute: uuid.UUID
    limit: Limit
    days: int

    @property
    def left(self) -> int:
        """How many more she can work."""
        return self.limit.days - self.days


def near(people: Collection[uuid.UUID], *, until: date) -> list[Near]:
    """Those of these people who are near each limit when that day is over; two queries for each limit at most."""
    return [found for limit in Limit for found in _near(limit, people, until)] if people else []


def _near(limit: Limit, people: Collection[uuid.UUID], until: date) -> Iterable[Near]:
    kind, most, years = limit.value
    rows = of(people, _worked(kind, until, years))
    by_kind = _by_month(rows) if kind == las.VISSTID else _by_day(rows, most)
    for person, engagements in by_kind.items():
        # Days that are counted one by one take time: whoever cannot be near is not counted.
        if sum((last - first).days + 1 for first, last in engagements) < most - WITHIN:
            continue
        days = las.days(engagements, kind, until=until, years=years)
        if most - WITHIN <= days <= most:
            yield Near(person, limit, days)


def _worked(kind: str, until: date, years: int) -> QuerySet[Any]:
    span = span_of(*las.window(until, years))
    rows = Booking.objects.occupying().filter(no_show=False, terms__employment=kind).order_by()
    return rows.filter(starts__gte=span.starts, starts__lt=span.ends)


def _by_month(rows: QuerySet[Any]) -> Engagements:
    """As much as the count needs to know of a month: of many, the first and the last, since all between them counts."""
    theirs: Engagements = defaultdict(list)
    year, month = (extract("starts", tzinfo=STOCKHOLM) for extract in (ExtractYear, ExtractMonth))
    by_month = rows.annotate(year=year, month=month).values_list("substitute", "year", "month")
    for person, _year, _month, number, first, last in by_month.annotate(Count("pk"), Min("starts"), Max("starts")):
        ends = local_day(first), local_day(last)
        theirs[person] += [ends] if number >= las.MANY else [(day, day) for day in ends]
    return theirs


def _by_day(rows: QuerySet[Any], most: int) -> Engagements:
    """Each day counts by itself: only they can be near who have had about as many shifts."""
    theirs: Engagements = defaultdict(list)
    many = rows.values_list("substitute").annotate(number=Count("pk")).filter(number__gte=most - WITHIN)
    often = [person for person, _number in many]
    for person, starts in of(often, rows).values_list("substitute", Instant("starts")) if often else ():
        day = local_day(moment(starts))
        theirs[person].append((day, day))
    return theirs
