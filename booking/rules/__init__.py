"""The rulebook: each rule a pure function `Case → Breach | None`. `booking.eligibility` is the only door to it."""

from collections.abc import Callable
from datetime import datetime

from booking.rules.case import (
    AHEAD,
    Breach,
    Case,
    Channel,
    Commitment,
    Employed,
    Shift,
    Terms,
    Weight,
    Worked,
)
from booking.rules.hours import days_in_row, month_cap, overtime, weekly_hours
from booking.rules.las import permanence
from booking.rules.minors import minor
from booking.rules.rest import breaks, daily_rest, rest_debt, shift_span, weekly_rest
from booking.rules.standing import active, agreement, blocked, competence, introduced, records_check
from booking.rules.time import availability, overlap

Rule = Callable[[Case], Breach | None]

VERSION = "2026-12"
"""Named in what is kept with a decision: another where a rule comes to another answer than before."""

RULES: tuple[Rule, ...] = (
    *(active, blocked, agreement, competence, introduced, records_check),
    *(overlap, availability),
    *(minor, daily_rest, shift_span, weekly_rest, weekly_hours, month_cap, days_in_row, overtime),
    *(breaks, permanence),
)
"""In the order in which they are told: who may not at all, when she cannot, what is too much, what is only noticed."""


def breaches(case: Case) -> tuple[Breach, ...]:
    """Every rule that the case does not meet, not just the first."""
    return tuple(breach for rule in RULES if (breach := rule(case)))


def earliest_lawful_start(case: Case) -> datetime | None:
    """The first start, from the asked one, at which no rule stops a shift of the same length.

    Notices stop nothing. `None` if no time helps, or none within what is known of her days.
    """
    tried, last = case, case.shift.period.starts + AHEAD
    while starts := [breach.earliest for breach in breaches(tried) if breach.weight is not Weight.NOTICE]:
        known = [start for start in starts if start and start <= last]
        if len(known) < len(starts):
            return None
        tried = tried.starting(max(known))  # later each time, and never past `last`
    return tried.shift.period.starts


__all__ = [
    "AHEAD",
    "RULES",
    "VERSION",
    "Breach",
    "Case",
    "Channel",
    "Commitment",
    "Employed",
    "Rule",
    "Shift",
    "Terms",
    "Weight",
    "Worked",
    "breaches",
    "earliest_lawful_start",
    "rest_debt",
]
