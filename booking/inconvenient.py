"""Inconvenient hours (OB) of a shift, by class, as AB § 21 divides them. Pure: the calendar is handed in.

In real hours, so that the night the clocks change has 7 or 9. Hours, never money. Nobody knows when a break is taken:
it is spread evenly over the shift, as where the hours of a week are counted, so that the classes and the ordinary hours
always add up to the hours of work.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum

from booking.period import Period, local
from booking.weeks import local_day

A_DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5
LONGEST_WEEKEND = 14
"""So many free days in a row a calendar may have; no holiday of ours has half as many."""


class DayKind(StrEnum):
    """What a day is in the calendar, besides its weekday."""

    RED = "red"  # a holiday
    MAJOR = "major"  # of Easter, Midsummer, Christmas or New Year, their eves among them
    EVE = "eve"  # the day before a holiday that is none of those
    ORDINARY = "ordinary"  # whatever its weekday makes it


Calendar = Callable[[date], DayKind]


class Ob(Enum):
    """The classes, the dearest last."""

    EVENING = "evening"  # Monday to Thursday 19–22
    NIGHT = "night"  # Monday to Thursday 22–06
    WEEKEND = "weekend"  # Friday 19 – Monday 07, holidays, and their eves from 16
    MAJOR = "major"  # from 18 on the day before, to 07 on the next weekday


def hours_of(shift: Period, pause: timedelta, kind_of: Calendar) -> dict[Ob, timedelta]:
    """The hours of work in each class, without the break; a class without any is left out. The dearest last."""
    found: defaultdict[Ob, timedelta] = defaultdict(timedelta)
    for span, ob in spans(shift, kind_of):
        if ob:
            found[ob] += _work_until(span.ends, shift, pause) - _work_until(span.starts, shift, pause)
    return {ob: found[ob] for ob in Ob if found[ob]}


def spans(shift: Period, kind_of: Calendar) -> Iterator[tuple[Period, Ob | None]]:
    """The shift cut where the class may change; nothing is ordinary time."""
    day, last = local_day(shift.starts), local_day(shift.ends - timedelta.resolution)
    while day <= last:
        for whole, ob in _spans_of(day, kind_of):
            if common := whole.common(shift):
                yield common, ob
        day += A_DAY


def _work_until(moment: datetime, shift: Period, pause: timedelta) -> timedelta:
    """The work from the start of the shift to the moment; in whole seconds, so that the parts add up to the whole."""
    so_far = moment - shift.starts
    return so_far - timedelta(seconds=round(pause.total_seconds() * (so_far / shift.length)))


def _spans_of(day: date, kind_of: Calendar) -> Iterator[tuple[Period, Ob | None]]:
    parts = list(_parts(day, kind_of))
    begins = [local(day, time(hour)) for hour, _ob in parts]
    for (_hour, ob), starts, ends in zip(parts, begins, [*begins[1:], local(day + A_DAY, time())], strict=True):
        yield Period(starts, ends), ob


def _parts(day: date, kind_of: Calendar) -> Iterator[tuple[int, Ob | None]]:
    """From which hour of the day each class holds."""
    before_major = not _is_major(day, kind_of) and kind_of(day + A_DAY) is DayKind.MAJOR
    if _is_free(day, kind_of):
        yield 0, Ob.MAJOR if _is_major(day, kind_of) else Ob.WEEKEND
    else:
        yield from _morning(day, kind_of)
        yield from _evening(day, kind_of, before_major=before_major)
    if before_major:
        yield 18, Ob.MAJOR


def _morning(day: date, kind_of: Calendar) -> Iterator[tuple[int, Ob | None]]:
    """What the day before left, until the day's own ordinary hours."""
    before = day - A_DAY
    if _is_major(before, kind_of):
        yield from ((0, Ob.MAJOR), (7, None))
    elif _is_free(before, kind_of) or kind_of(before) is DayKind.EVE:
        yield from ((0, Ob.WEEKEND), (7, None))
    else:
        yield from ((0, Ob.NIGHT), (6, None))


def _evening(day: date, kind_of: Calendar, *, before_major: bool) -> Iterator[tuple[int, Ob | None]]:
    if kind_of(day) is DayKind.EVE:
        yield 16, Ob.WEEKEND
    elif before_major:
        return
    elif day.weekday() == FRIDAY:
        yield 19, Ob.WEEKEND
    else:
        yield from ((19, Ob.EVENING), (22, Ob.NIGHT))


def _is_free(day: date, kind_of: Calendar) -> bool:
    """A Saturday, a Sunday or a holiday: no weekday."""
    return day.weekday() >= SATURDAY or kind_of(day) in {DayKind.RED, DayKind.MAJOR}


def _is_major(day: date, kind_of: Calendar) -> bool:
    """One of the days, or one that follows with no weekday between; as far back as anybody is ever free."""
    for _step in range(LONGEST_WEEKEND):
        if kind_of(day) is DayKind.MAJOR:
            return True
        if not _is_free(day, kind_of):
            return False
        day -= A_DAY
    return False
