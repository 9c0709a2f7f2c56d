"""The month of an instance: its shifts at their usual hours, in real Stockholm days, and the moments between."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import numpy as np
import numpy.typing as npt

from booking.assistant.problem import Shift
from booking.period import NoSuchTime, TimeTwice, local, local_span
from booking.weeks import Month, Week, local_day

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

START = date(2027, 3, 1)
"""The clock is put forward in this month's last week."""
BEFORE, AFTER = 14, 14
"""Days around the month in which people are booked."""


@dataclass(frozen=True, slots=True)
class Form:
    """The hours of a shift, by the clock, and its break in minutes."""

    starts: time
    ends: time
    pause: int = 0


FORMS = (
    Form(time(7), time(16), 60),
    Form(time(6, 45), time(15), 45),
    Form(time(13, 30), time(22), 30),
    Form(time(21), time(7), 60),
    Form(time(8), time(12)),
    Form(time(16), time(20)),
    Form(time(7), time(13), 30),
    Form(time(9, 30), time(18), 30),
    Form(time(14), time(21, 15), 30),
)
DAYTIME, NIGHT = 0, 3
OF_MINORS = np.array([form.starts >= time(6) and form.ends > form.starts for form in FORMS])


@dataclass(frozen=True, slots=True)
class Table:
    """What each form on each day is, from `BEFORE` days before the month until `AFTER` after it: columns for numpy."""

    first: date
    days: int
    shifts: tuple[tuple[Shift, ...], ...]  # by day, then by form
    starts: Ints  # the same, in minutes
    ends: Ints
    work: Ints
    weekend: Flags  # by day
    week: Ints  # by day: how many weeks since the first

    @property
    def last(self) -> int:
        """The number of the day after the month's last."""
        return self.days - AFTER


def minutes(moment: datetime) -> int:
    """Since 1970."""
    return round(moment.timestamp() / 60)


def table(start: date = START) -> Table:
    """Of the month that begins so."""
    first, days = start - timedelta(days=BEFORE), BEFORE + AFTER + (Month.of(start).last - start).days + 1
    dates = [first + timedelta(days=number) for number in range(days)]
    shifts = tuple(tuple(_shift(day, form) for form in FORMS) for day in dates)

    def column(told: Callable[[Shift], int]) -> Ints:
        return np.array([[told(shift) for shift in row] for row in shifts], dtype=np.int64)

    return Table(
        first, days, shifts,
        column(lambda shift: shift.starts), column(lambda shift: shift.ends), column(lambda shift: shift.work),
        np.array([day.weekday() >= 5 for day in dates]),  # noqa: PLR2004 (Saturday)
        np.array([(day.toordinal() - Week.of(first).monday.toordinal()) // 7 for day in dates]),
    )  # fmt: skip


def _shift(day: date, form: Form) -> Shift:
    period = local_span(day, form.starts, form.ends)
    starts, ends = minutes(period.starts), minutes(period.ends)
    weeks, left = [], ends - starts - form.pause
    monday = Week.of(local_day(period.ends - timedelta.resolution))
    if (turn := minutes(monday.span.starts)) > starts:
        before = turn - starts - round(form.pause * (turn - starts) / (ends - starts))
        weeks.append((monday.before.monday.toordinal(), before))
        left -= before
    weeks.append((monday.monday.toordinal(), left))
    month = day.year * 12 + day.month - 1
    return Shift(starts, ends, ends - starts - form.pause, day.toordinal(), month, tuple(weeks))


@cache
def clock(first: date, days: int) -> Ints:
    """By day and half-hour of its clock (two days of them): minutes since 1970."""
    return np.array(
        [[_moment(first + timedelta(days=day), half) for half in range(97)] for day in range(days)], dtype=np.int64
    )


def _moment(day: date, half: int) -> int:
    later, half = divmod(half, 48)
    day += timedelta(days=later)
    try:
        return minutes(local(day, time(half // 2, half % 2 * 30)))
    except (NoSuchTime, TimeTwice):
        return minutes(local(day, time(3)))
