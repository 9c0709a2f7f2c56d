"""The shifts that substitutes have: listed near a seat, and summed up far from it."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import BigIntegerField, Q, QuerySet, Sum
from django.db.models.functions import Cast

from booking.eligibility.reading import Instant, Keys, moment, of
from booking.eligibility.seats import Seat, Spans
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


def near(seats: Sequence[Seat]) -> "QuerySet[Booking]":
    """Those near one of the shifts, and those that are cut by the beginning of the weeks of an average."""
    first = min(seat.average_weeks.starts for seat in seats)
    ends = max(seat.around.ends for seat in seats)
    return Booking.objects.filter(_near(seats), starts__gt=first - LONGEST, starts__lt=ends)


def _near(seats: Sequence[Seat]) -> Q:
    earliest = min(seat.around.starts for seat in seats)
    rows = Q(starts__gt=earliest - LONGEST, ends__gt=earliest)
    for first in {seat.average_weeks.starts for seat in seats}:
        rows |= Q(starts__lt=first, ends__gt=first)
    return rows


def booked(rows: "QuerySet[Booking]", keys: Keys) -> Iterable[tuple[uuid.UUID, Booked]]:
    """Of these, those that take a substitute's time, soonest first."""
    hers = of(keys, rows.filter(ended_at=None)).order_by("starts")
    names = ("break_minutes", "order", "order__workplace", "order__workplace__name")
    for row in hers.values_list("substitute", STARTS, ENDS, *names):
        key, starts, ends, minutes, order, workplace, place = row
        commitment = Commitment(Period(moment(starts), moment(ends)), place, timedelta(minutes=minutes))
        yield key, Booked(commitment.period.starts, commitment.period.ends, order, workplace, commitment)


def elsewhen_of(seats: Sequence[Seat], keys: Keys) -> Iterable[tuple[uuid.UUID, Spans, Elsewhen]]:
    """The hours of all that are not near, summed up by the database; once for all seats of the same month and weeks."""
    alike = list({seat.counted_spans for seat in seats})
    first = min(average.starts for _month, _after, average in alike)
    last = max(seat.worked_span.ends for seat in seats)
    far = Q(starts__gte=max(seat.around.ends for seat in seats)) | ~_near(seats)
    rows = of(keys, Booking.objects.occupying().filter(far, starts__gte=first, starts__lt=last))
    rows = rows.exclude(order__in=[seat.order for seat in seats])
    work = ENDS - STARTS - Cast("break_minutes", BigIntegerField()) * MINUTE
    sums = {
        f"in_{number}_{place}": Sum(work, filter=Q(starts__gte=span.starts, starts__lt=span.ends))
        for number, spans in enumerate(alike)
        for place, span in enumerate(spans)
    }
    for key, *hours in rows.values("substitute").annotate(**sums).values_list("substitute", *sums):
        for number, spans in enumerate(alike):
            three = hours[3 * number : 3 * number + 3]
            yield key, spans, Elsewhen._make(timedelta(microseconds=int(each or 0)) for each in three)
