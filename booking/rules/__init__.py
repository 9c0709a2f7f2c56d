"""The rulebook: each rule a pure function `Case → Breach | None`. `booking.eligibility` is the only door to it."""

from collections.abc import Callable

from booking.rules.case import Breach, Case, Channel, Commitment, Shift, Terms, Weight
from booking.rules.standing import active, agreement, competence
from booking.rules.time import availability, daily_rest, overlap

RULES: tuple[Callable[[Case], Breach | None], ...] = (active, agreement, competence, overlap, availability, daily_rest)


def breaches(case: Case) -> tuple[Breach, ...]:
    """Every rule that the case does not meet, not just the first."""
    return tuple(breach for rule in RULES if (breach := rule(case)))


__all__ = ["RULES", "Breach", "Case", "Channel", "Commitment", "Shift", "Terms", "Weight", "breaches"]
