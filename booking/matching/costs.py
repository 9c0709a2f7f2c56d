"""What giving a shift to somebody costs, in hours: time beyond her ordinary week, and rest that she is then owed. Pure.

Never money: what an hour is worth is the payroll's to say. Inconvenient hours are the shift's own, whoever works it
(`booking.inconvenient`).
"""

from dataclasses import dataclass
from datetime import timedelta

from booking.rules import Case, Terms, rest_debt
from booking.rules.hours import booked_in, span_of, weeks_of, worked_in

NONE = timedelta()
FULL_WEEK = Terms().weekly_hours
"""40 hours (ATL 5 §): beyond them is overtime, whatever her agreement says."""


@dataclass(frozen=True, slots=True)
class Cost:
    """In hours of work."""

    additional: timedelta = NONE  # mertid: beyond her agreement's week, and not beyond a full one
    overtime: timedelta = NONE  # övertid: beyond a full week
    rest_owed: timedelta = NONE  # daily rest that the shift takes from her, to be given back within 14 days

    @property
    def is_nothing(self) -> bool:
        """Whether the shift is ordinary time, and takes no rest."""
        return not (self.additional or self.overtime or self.rest_owed)


def of(case: Case) -> Cost:
    """By the weeks that the shift is in, each Monday to Sunday in Stockholm, with what she is booked for there."""
    full = max(FULL_WEEK, case.terms.weekly_hours)
    overtime = _beyond(case, full)
    return Cost(_beyond(case, case.terms.weekly_hours) - overtime, overtime, rest_debt(case))


def _beyond(case: Case, most: timedelta) -> timedelta:
    """How much more time beyond so many hours a week the shift makes; what is there already is not its doing."""
    more = NONE
    for week in weeks_of(case.shift.period):
        span = span_of(week)
        booked = booked_in(case, span)
        own = worked_in(case.shift.period, case.shift.pause, span)
        more += max(booked + own - most, NONE) - max(booked - most, NONE)
    return more
