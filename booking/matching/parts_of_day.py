"""Which part of the day a shift belongs to, by its hours and Stockholm's clock. Pure."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from booking.period import Period, local
from booking.weeks import local_day


class Part(StrEnum):
    """The parts, in the order of the day."""

    MORNING = "morgon"
    DAY = "dag"
    EVENING = "kvall"
    NIGHT = "natt"


BEGINS = {Part.MORNING: time(5), Part.DAY: time(10), Part.EVENING: time(17), Part.NIGHT: time(22)}


@lru_cache(maxsize=2000)
def parts_of(shift: Period) -> frozenset[Part]:
    """The part in which most of the shift is; both, if it has as much of two. Asked again for each choice of a list."""
    hours = dict.fromkeys(Part, timedelta())
    first, last = local_day(shift.starts) - timedelta(days=1), local_day(shift.ends)
    for n in range((last - first).days + 1):
        for part, span in spans(first + timedelta(days=n)):
            common = span.common(shift)
            hours[part] += common.length if common else timedelta()
    most = max(hours.values())
    return frozenset(part for part, length in hours.items() if length == most)


def spans(day: date) -> Iterator[tuple[Part, Period]]:
    """The parts of a day; its night ends in the morning after."""
    begins = [local(day, clock) for clock in BEGINS.values()]
    ends = [*begins[1:], local(day + timedelta(days=1), BEGINS[Part.MORNING])]
    for part, starts, over in zip(BEGINS, begins, ends, strict=True):
        yield part, Period(starts, over)
