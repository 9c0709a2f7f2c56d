"""When a shift of the same length could begin instead."""

from collections.abc import Callable, Iterable
from datetime import datetime

from booking.period import Period
from booking.rules.case import AHEAD, Case


def first_start(case: Case, moments: Iterable[datetime], holds: Callable[[Period], bool]) -> datetime | None:
    """The first of the moments after the asked start at which the rule holds; `None` if it holds at none of them."""
    length = case.shift.period.length
    for moment in sorted({moment for moment in moments if moment > case.shift.period.starts}):
        if holds(Period(moment, moment + length)):
            return moment
    return None


def first_free_start(case: Case, moments: Iterable[datetime], holds: Callable[[Period], bool]) -> datetime | None:
    """The same, as far ahead as her days are known, and where she is not booked already."""
    last = case.shift.period.starts + AHEAD
    return first_start(
        case,
        (moment for moment in moments if moment <= last),
        lambda period: not any(piece.overlaps(period) for piece in case.work()) and holds(period),
    )
