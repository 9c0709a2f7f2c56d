"""The forecast of one area: what each day has already, and what is usually still to come. Pure.

    expected = placed + (1 - share placed by now) x usual

An order is placed or it is not, each by itself: what has come early says nothing of what comes late.
"""

import math
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from booking.forecast import leads
from booking.forecast.history import History, days_of
from booking.forecast.sorts import Sort, SortOf
from booking.forecast.usual import Usual, usual

HORIZON = 28
"""Days, today among them."""

ENOUGH, FEWEST = timedelta(weeks=12), 12
"""Less history than this, or fewer orders in it, and nothing is said."""

Key = uuid.UUID
"""An occupation's."""


@dataclass(frozen=True, slots=True)
class Day:
    """What one day is to have of one kind of orders."""

    day: date
    sort: Sort
    placed: int  # before the day when it was counted began
    usual: float  # what such a day has in all
    to_come: float

    @property
    def expected(self) -> float:
        """Orders in all."""
        return self.placed + self.to_come

    @property
    def spread(self) -> float:
        """What an error of the day is measured in: that of so many chances, and never of nothing."""
        return math.sqrt(self.to_come + 0.25)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Days to come of one kind of orders, and what they follow from."""

    days: list[Day]
    usual: Usual


def enough(history: History, *, on: date, length: timedelta = ENOUGH) -> bool:
    """Whether there is anything to go by."""
    fewest = FEWEST * length / ENOUGH
    return history.first <= on - length and history.since(on - length, on) >= fewest


def foresee(
    kinds: Mapping[Key, History], sort_of: SortOf, *, on: date, length: timedelta = ENOUGH
) -> dict[Key, Foreseen]:
    """Of each occupation with enough history: the coming days, from what was known when the day `on` began."""
    like = leads.shares(History.together(kinds.values()), on=on, horizon=HORIZON)
    return {
        key: _one(history, sort_of, leads.shares(history, on=on, horizon=HORIZON, like=like), on)
        for key, history in kinds.items()
        if enough(history, on=on, length=length)
    }


def _one(history: History, sort_of: SortOf, known: leads.Shares, on: date) -> Foreseen:
    is_usual = usual(history, sort_of, on=on)
    found = []
    for day in days_of(on, on + timedelta(days=HORIZON)):
        sort = sort_of(day)
        number = is_usual.of(day, sort)
        to_come = (1 - known[(day - on).days]) * number
        found.append(Day(day, sort, history.known(day, on=on), number, to_come))
    return Foreseen(found, is_usual)


def together(kinds: Mapping[Key, Foreseen]) -> list[Day]:
    """The days of all occupations as one."""
    return [
        Day(
            days[0].day,
            days[0].sort,
            sum(each.placed for each in days),
            sum(each.usual for each in days),
            sum(each.to_come for each in days),
        )
        for days in zip(*(each.days for each in kinds.values()), strict=True)
    ]
