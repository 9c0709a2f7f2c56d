"""Worked hours: what the bookings say, in real elapsed time less the break, by day, month and occupation.

The sums are pure; `of` and `given_up` read the bookings, with two queries each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from booking.models import Booking, EndReason
from booking.models.booking import BookingQuerySet
from booking.operations.likely import AROUND
from booking.period import STOCKHOLM, Period
from booking.weeks import span_of
from booking.worked.pieces import by_day
from booking.worked.shifts import WorkedShift, read
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift as it stands; `rest` is the unpaid break, `employment` the legal kind, `pay_form` how it is paid."""

    period: Period
    rest: timedelta = timedelta()
    workplace: str = ""
    occupation: str = ""
    employment: str = ""
    pay_form: str = ""
    key: str = ""
    attested: bool = True
    released_at: datetime | None = None
    released_by: str = ""
    why: str = ""
    """When, by whom and why it was given up, if it was."""

    @property
    def day(self) -> date:
        """The local day it begins: the day that is counted as worked."""
        return self.period.starts.astimezone(STOCKHOLM).date()

    @property
    def hours(self) -> timedelta:
        """Real elapsed time less the break; a break longer than the shift leaves nothing."""
        return max(self.period.length - self.rest, timedelta())

    @property
    def clock_change(self) -> str:
        """`sommartid` or `normaltid` if the clock changed to it during the shift."""
        moves = self.period.clock_moves
        if not moves:
            return ""
        return "sommartid" if moves > timedelta() else "normaltid"


@dataclass(frozen=True, slots=True)
class Sum:
    """Days begun and hours worked, and the shifts behind them with the hours that fall within."""

    name: str
    days: int
    hours: timedelta
    shifts: tuple[tuple[Shift, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class Month(Sum):
    """What was worked in one calendar month; `first_day` is the first of the month."""

    first_day: date = date.min


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked from one day to another, both included."""

    total: Sum
    months: tuple[Month, ...]
    occupations: tuple[Sum, ...]

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The shifts that have some of their time within."""
        return tuple(shift for shift, _hours in self.total.shifts)

    @property
    def waiting(self) -> int:
        """How many of them nobody has approved: their time may still change."""
        return sum(not shift.attested for shift in self.shifts)


def hours_by_day(shift: Shift) -> dict[date, timedelta]:
    """The shift's hours on each local day that it touches, cut at midnight.

    The break is taken from the day that holds most of the shift (the first of two equal ones), and what does not fit
    there from the others: so the parts are whole minutes, and always add up to the shift.
    """
    return by_day(shift.period, shift.rest)


def summed(shifts: Iterable[Shift], first_day: date, last_day: date) -> Worked:
    """The shifts' time within `first_day` to `last_day`, with every month of the period, also one without work."""
    counted = [(shift, hours_by_day(shift)) for shift in sorted(shifts, key=lambda shift: shift.period)]
    occupations = sorted({shift.occupation for shift, _days in counted})
    return Worked(
        total=_sum("", counted, first_day, last_day),
        months=tuple(_month(counted, first, first_day, last_day) for first in months_of(first_day, last_day)),
        occupations=tuple(
            total
            for name in occupations
            if (total := _sum(name, [c for c in counted if c[0].occupation == name], first_day, last_day)).shifts
        ),
    )


Counted = list[tuple[Shift, dict[date, timedelta]]]


def _sum(name: str, counted: Counted, first_day: date, last_day: date) -> Sum:
    within = [
        (shift, sum((hours for day, hours in days.items() if first_day <= day <= last_day), timedelta()))
        for shift, days in counted
        if any(first_day <= day <= last_day for day in days)
    ]
    days = {shift.day for shift, _hours in within if first_day <= shift.day <= last_day}
    return Sum(name, len(days), sum((hours for _shift, hours in within), timedelta()), tuple(within))


def _month(counted: Counted, first: date, first_day: date, last_day: date) -> Month:
    total = _sum(f"{first:%Y-%m}", counted, max(first, first_day), min(_last_of_month(first), last_day))
    return Month(total.name, total.days, total.hours, total.shifts, first_day=first)


def months_of(first_day: date, last_day: date) -> tuple[date, ...]:
    """The first day of every calendar month that the period touches."""
    months = []
    month = first_day.replace(day=1)
    while month <= last_day:
        months.append(month)
        month = _last_of_month(month) + timedelta(days=1)
    return tuple(months)


def _last_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def of(substitute: Substitute, first_day: date, last_day: date, *, now: datetime) -> Worked:
    """What she worked in the period, as it stands by `now`, on bookings that were neither ended nor missed."""
    rows = _hers(Booking.objects.worked(now=now), substitute, first_day, last_day)
    return summed([_worked(stands, stands.period) for stands in read(rows) if stands.period], first_day, last_day)


PROOF = (EndReason.SUBSTITUTE_UNABLE,)
PERHAPS = (EndReason.CALLED_OFF, EndReason.REGRETTED)
"""She was ill, or changed her mind: no proof in itself, but an officer may know that it was for the commission."""


def given_up(
    substitute: Substitute, first_day: date, last_day: date, *, reasons: Iterable[EndReason] = PROOF
) -> tuple[Shift, ...]:
    """The booked shifts that she could not come to: the proof of what she would have earned."""
    ended = Booking.objects.filter(ended_at__isnull=False, end_reason__in=reasons).select_related("ended_by")
    shifts = [_released(booking) for booking in _hers(ended, substitute, first_day, last_day)]
    return tuple(shift for shift in shifts if first_day <= shift.day <= last_day)


def _hers(bookings: BookingQuerySet, substitute: Substitute, first_day: date, last_day: date) -> BookingQuerySet:
    asked = span_of(first_day, last_day).widened(AROUND)
    return bookings.of(substitute).overlapping(asked).order_by("starts", "pk")


def _worked(stands: WorkedShift, period: Period) -> Shift:
    return Shift(
        period=period,
        rest=stands.rest,
        key=str(stands.booking),
        attested=stands.attested_at is not None,
        **_agreed(stands.terms),
    )


def _released(booking: Booking) -> Shift:
    return Shift(
        period=booking.period,
        rest=timedelta(minutes=booking.break_minutes),
        key=str(booking.pk),
        released_at=booking.ended_at,
        released_by=str(booking.ended_by) if booking.ended_by else "",
        why=booking.get_end_reason_display(),
        **_agreed(booking.terms),
    )


def _agreed(terms: Mapping[str, Any]) -> dict[str, Any]:
    return {name: terms.get(name, "") for name in ("workplace", "occupation", "employment", "pay_form")}
