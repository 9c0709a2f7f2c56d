"""Who comes first on the list, and why. Pure: no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Merits:
    """What speaks for a candidate, in the order in which it counts."""

    interested: bool
    has_time: bool  # her own availability covers the shift
    shifts_here: int  # booked at the workplace before
    hours_this_week: timedelta  # with this shift
    name: str  # only so that the list is the same each time

    def order(self) -> tuple[bool, bool, int, timedelta, str]:
        """Smaller comes first."""
        return (not self.interested, not self.has_time, -self.shifts_here, self.hours_this_week, self.name)


def ranked(merits: Iterable[tuple[Key, Merits]]) -> list[Key]:
    """The keys, best first: wanting it, having the time, knowing the place, having worked least this week.

    An answer of no never lowers anybody.
    """
    return [key for key, _merits in sorted(merits, key=lambda pair: pair[1].order())]
