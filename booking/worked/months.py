"""How far the worked shifts of each month have come, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, When
from django.db.models.functions import TruncMonth

from booking.models import Booking
from booking.period import STOCKHOLM
from booking.weeks import Month, span_of
from booking.worked import states

NUMBERS = {
    "worked": Q(no_show=False),
    "attested": Q(attested_at__isnull=False, is_disputed=False, no_show=False),
    "waiting": Q(attested_at=None, no_show=False, is_disputed=False),
    "disputed": Q(is_disputed=True),
    "missed": Q(no_show=True),
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of the shifts that are over: how many were worked, and of those how many are attested, wait, or are disputed.

    `missed` are those that nobody came to; such a one can be disputed too.
    """

    worked: int = 0
    attested: int = 0
    waiting: int = 0
    disputed: int = 0
    missed: int = 0

    @property
    def not_ready(self) -> int:
        """How many somebody must see to before payroll."""
        return self.waiting + self.disputed


@dataclass(frozen=True, slots=True)
class OfAnArea:
    """The numbers of one area's shifts."""

    key: Any
    name: str
    numbers: Numbers


def of_months(bookings: QuerySet[Booking], first: Month, last: Month, *, now: datetime) -> Mapping[Month, Numbers]:
    """Month by month; one query. What has no shifts is not there."""
    rows = _over(bookings, first, last, now=now).annotate(month=TruncMonth("starts", tzinfo=STOCKHOLM))
    counted: Any = rows.values("month").annotate(**_counted())
    return {Month(row.pop("month").date()): Numbers(**row) for row in counted}


def of_areas(bookings: QuerySet[Booking], month: Month, *, now: datetime) -> list[OfAnArea]:
    """Area by area, those with shifts in the month; one query."""
    area = ("order__workplace__area", "order__workplace__area__name")
    rows: Any = _over(bookings, month, month, now=now).values(*area).annotate(**_counted()).order_by(area[1])
    return [OfAnArea(row.pop(area[0]), row.pop(area[1]), Numbers(**row)) for row in rows]


def not_ready(bookings: QuerySet[Booking], month: Month, *, now: datetime) -> int:
    """How many of the month's somebody must see to; one query."""
    counted = _over(bookings, month, month, now=now).aggregate(**_counted())
    return Numbers(**counted).not_ready


def going_on(bookings: QuerySet[Booking], month: Month, *, now: datetime) -> QuerySet[Booking]:
    """Those that began in the month and are not over."""
    span = month.span
    return bookings.filter(ended_at=None, starts__gte=span.starts, starts__lt=span.ends, ends__gt=now)


def _over(bookings: QuerySet[Booking], first: Month, last: Month, *, now: datetime) -> QuerySet[Booking]:
    span = span_of(first.first, last.last)
    rows = states.over(bookings, now=now).filter(starts__gte=span.starts, starts__lt=span.ends)
    return rows.order_by().alias(is_disputed=Case(When(states.disputed(), then=True), default=False))


def _counted() -> dict[str, Count]:
    return {name: Count("pk", filter=those) for name, those in NUMBERS.items()}
