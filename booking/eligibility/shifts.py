"""The shifts that substitutes have: listed near a seat, and summed up far from it."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import BigIntegerField, Q, QuerySet, Sum
from django.db.models.functions import Cast

from booking.eligibility.reading import Instant, Keys, moment, of
from booking.eligibility.seats import Seat
from booking.models import Booking
from booking.models.order import LONGEST
from booking.period import Period
from booking.rules import Commitment

NONE = timedelta()
MINUTE = 60_000_000  # in microseconds, as instants are
STARTS, ENDS = Instant("starts"), Instant("ends")


class Booked(NamedTuple):
    """A shift that she has."""

    starts: datetime
    ends: datetime
    order: uuid.UUID
    workplace: uuid.UUID
    commitment: Commitment

    @property
    def work(self) -> timedelta:
        """Its hours without the break."""
        return self.commitment.work


class Elsewhen(NamedTuple):
    """Hours of work that are counted and not listed, since nothing else is asked of those shifts."""

    month: timedelta = NONE
    next_month: timedelta = NONE
    average_weeks: timedelta = NONE


def over(span: Period) -> "QuerySet[Booking]":
    """The shifts with a moment in the span. No booking is longer than `LONGEST`, which the index gains by."""
    return Booking.objects.overlapping(span).filter(starts__gt=span.starts - LONGEST)


def around_any(seats: Sequence[Seat]) -> "QuerySet[Booking]":
    """Those that count for one of the seats."""
    spans = [seat.worked_span for seat in seats]
    return over(Period(min(span.starts for span in spans), max(span.ends for span in spans)))


def near(seat: Seat) -> "QuerySet[Booking]":
    """Those near the shift, and one that is cut by the beginning of the weeks of the average."""
    first = seat.average_weeks.starts
    near = Q(starts__gt=seat.around.starts - LONGEST, ends__gt=seat.around.starts)
    cut = Q(starts__lt=first, ends__gt=first)
    return Booking.objects.filter(near | cut, starts__gt=first - LONGEST, starts__lt=seat.around.ends)


def booked(rows: "QuerySet[Booking]", keys: Keys) -> Iterable[tuple[uuid.UUID, Booked]]:
    """Of these, those that take a substitute's time, soonest first."""
    hers = of(keys, rows.filter(ended_at=None)).order_by("starts")
    names = ("break_minutes", "order", "order__workplace", "order__workplace__name")
    for row in hers.values_list("substitute", STARTS, ENDS, *names):
        key, starts, ends, minutes, order, workplace, place = row
        commitment = Commitment(Period(moment(starts), moment(ends)), place, timedelta(minutes=minutes))
        yield key, Booked(commitment.period.starts, commitment.period.ends, order, workplace, commitment)


def elsewhen_of(seat: Seat, keys: Keys) -> Iterable[tuple[uuid.UUID, Elsewhen]]:
    """The hours of all that are not near, summed up by the database."""
    far = Q(ends__lte=seat.around.starts) | Q(starts__gte=seat.around.ends)
    counted = Q(starts__gte=seat.average_weeks.starts, starts__lt=seat.worked_span.ends)
    rows = of(keys, Booking.objects.occupying().filter(counted, far).exclude(order=seat.order))
    work = ENDS - STARTS - Cast("break_minutes", BigIntegerField()) * MINUTE
    spans = (seat.month, seat.next_month, seat.average_weeks)
    sums = [Sum(work, filter=Q(starts__gte=span.starts, starts__lt=span.ends)) for span in spans]
    month, after, average = sums
    summed = rows.values("substitute").annotate(month=month, after=after, average=average)
    for key, *hours in summed.values_list("substitute", "month", "after", "average"):
        yield key, Elsewhen._make(timedelta(microseconds=int(each or 0)) for each in hours)
