"""What sort of day it is, for how much is ordered: pure. Which days are red, and which are eves, is handed in."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

A_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
SUMMER = range(26, 33)
"""The weeks in which most have their holidays: the four that the law gives, within June to August, and those around."""


class Sort(Enum):
    """In the order in which they are asked for: a day is of one sort alone."""

    RED = "red"
    EVE = "eve"
    BRIDGE = "bridge"  # one working day between two free ones
    CHRISTMAS = "christmas"
    SUMMER = "summer"
    ORDINARY = "ordinary"


SortOf = Callable[[date], Sort]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of some years that are not as others."""

    red: Collection[date]  # mere Sundays are not among them
    eves: Collection[date]

    def __call__(self, day: date) -> Sort:
        """The first sort that it is of."""
        ladder = (
            (day in self.red, Sort.RED),
            (day in self.eves, Sort.EVE),
            (self._is_bridge(day), Sort.BRIDGE),
            ((day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 6), Sort.CHRISTMAS),
            (day.isocalendar().week in SUMMER, Sort.SUMMER),
        )
        return next((sort for holds, sort in ladder if holds), Sort.ORDINARY)

    def _is_bridge(self, day: date) -> bool:
        return not self._is_free(day) and self._is_free(day - A_DAY) and self._is_free(day + A_DAY)

    def _is_free(self, day: date) -> bool:
        return day.weekday() >= SATURDAY or day in self.red or day in self.eves
