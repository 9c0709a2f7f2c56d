"""What was worked from one day to another, person by person, each shift with its pieces."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby

from django.db.models import QuerySet

from booking.calendar_days import kind_of
from booking.inconvenient import Calendar
from booking.models import Booking
from booking.weeks import Week, span_of
from booking.worked.papers import Papers
from booking.worked.pieces import Piece, classed
from booking.worked.shifts import WorkedShift, read
from people.models import Substitute

A_DAY = timedelta(days=1)

Classed = tuple[WorkedShift, tuple[Piece, ...]]


def attested(first_day: date, last_day: date) -> Iterator[Classed]:
    """All that is approved and began within the days, ordered by person and time.

    Also those where it is approved that nothing was worked: they have no pieces. Never all of them in memory.
    """
    return between(Booking.objects.occupying().filter(attested_at__isnull=False), first_day, last_day)


def of(substitute: Substitute, first_day: date, last_day: date, *, now: datetime) -> list[Classed]:
    """What she worked, approved or not, as far as is known by `now`."""
    return list(between(Booking.objects.worked(now=now).of(substitute), first_day, last_day))


def between(bookings: QuerySet[Booking], first_day: date, last_day: date) -> Iterator[Classed]:
    """Those of the bookings that began within the days."""
    # In whole weeks, with the night into the first: what passes the hours of a week is told by all of it.
    weeks = span_of(Week.of(first_day).monday - A_DAY, Week.of(last_day).sunday)
    rows = bookings.filter(starts__gte=weeks.starts, starts__lt=weeks.ends).order_by("substitute", "starts", "pk")
    papers, calendar = Papers.behind(rows), cache(kind_of)
    for _person, mine in groupby(read(rows), key=lambda shift: shift.substitute):
        for shift, pieces in _in_pieces(list(mine), papers, calendar):
            if first_day <= shift.day <= last_day:
                yield shift, pieces


def _in_pieces(mine: list[WorkedShift], papers: Papers, calendar: Calendar) -> Iterator[Classed]:
    shifts = {shift.booking: shift for shift in mine}
    spans = [(shift.booking, shift.period, shift.rest) for shift in mine if shift.period]
    cut = classed(spans, lambda booking, day: papers.on(shifts[booking], day), calendar)
    for shift in mine:
        yield shift, tuple(cut.get(shift.booking, ()))
