"""A day of the board as a line of time: what must still be filled first, then what is filled and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Count, Min, Value, When

from booking.matching.board import Narrowed
from booking.matching.board_week import Kind, kinds
from booking.models import Booking, Order
from booking.models.order import LONGEST, OrderQuerySet
from booking.period import STOCKHOLM, Period, whole_day
from people import access
from people.models import User

COLUMNS = 48
HALF_AN_HOUR = 30
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An order on the line: from which half hour, how many of them, how far it has come, and who has it."""

    order: Order
    first: int
    length: int
    kind: Kind | None  # nothing when it is filled
    booking: Booking | None


@dataclass(frozen=True, slots=True)
class Left:
    """What of the day must still be filled: how many, and when the first of them begins."""

    number: int
    first: datetime | None


def orders(user: User, day: date, *, now: datetime, narrowed: Narrowed, unfilled: bool) -> OrderQuerySet:
    """Those that have a moment in the day, what must be filled first; the soonest first."""
    span = whole_day(day)
    hers = narrowed(access.scope(user, Order.objects.all()))
    there = hers.filter(starts__lt=span.ends, ends__gt=span.starts, starts__gt=span.starts - LONGEST)
    left = there.to_fill(now=now)
    filled = there.filter(status__in=[Order.Status.BOOKED, Order.Status.COMPLETED])
    shown = left if unfilled else left | filled
    first = Case(When(status=Order.Status.OPEN, then=Value(0)), default=Value(1))
    return shown.with_places().order_by(first, "starts", "workplace__name", "pk")


def left(user: User, day: date, *, now: datetime, narrowed: Narrowed) -> Left:
    """What begins on the day and nobody has; one query."""
    span = whole_day(day)
    hers = narrowed(access.scope(user, Order.objects.to_fill(now=now)))
    told = hers.filter(starts__gte=span.starts, starts__lt=span.ends).aggregate(n=Count("pk"), first=Min("starts"))
    return Left(told["n"], told["first"])


def bars(shown: Sequence[Order], day: date, *, now: datetime) -> list[Bar]:
    """The orders on the line; three queries."""
    keys = [order.pk for order in shown]
    stands = kinds(Order.objects.filter(pk__in=keys), now=now)
    held = Booking.objects.occupying().filter(order__in=keys).select_related("substitute__user")
    by_order = {booking.order_id: booking for booking in held}
    return [
        Bar(
            order,
            *columns(order.period, day),
            stands.get(order.pk, Kind.NOBODY) if order.status == Order.Status.OPEN else None,
            by_order.get(order.pk),
        )
        for order in shown
    ]


def columns(period: Period, day: date) -> tuple[int, int]:
    """The half hour in which it begins, of 48 by the clock, and how many it takes; what lies outside the day is cut."""
    first = _minutes(period.starts, day) // HALF_AN_HOUR
    last = -(-_minutes(period.ends, day) // HALF_AN_HOUR)
    first = min(max(first, 0), COLUMNS - 1)
    return first, max(min(last, COLUMNS) - first, 1)


def column(moment: datetime, day: date) -> int | None:
    """The half hour that it is, if it is that day."""
    first = _minutes(moment, day) // HALF_AN_HOUR
    return first if 0 <= first < COLUMNS else None


def _minutes(moment: datetime, day: date) -> int:
    """Since midnight as the clock on the wall shows it: the night when it is put back has no more columns."""
    local = moment.astimezone(STOCKHOLM)
    return (local.date() - day) // timedelta(minutes=1) + local.hour * 60 + local.minute
