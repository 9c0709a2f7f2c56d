"""How the forecast would have done: made anew for past weeks from what was known then, beside what anybody could guess.

Pure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from booking.forecast.history import History
from booking.forecast.model import Day, Key, foresee, together
from booking.forecast.sorts import SortOf

WEEKS = 8
A_WEEK, A_MONTH = timedelta(weeks=1), timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Tried:
    """A day that was foreseen on another, and what it then had."""

    on: date
    foreseen: Day
    had: int
    last_week: int  # the same weekday of the latest week known then
    last_four: float  # the mean of the latest four

    @property
    def ahead(self) -> int:
        """Whole weeks from when it was foreseen."""
        return (self.foreseen.day - self.on).days // 7

    @property
    def error(self) -> float:
        """Orders that there were more than foreseen."""
        return self.had - self.foreseen.expected


def backtest(
    kinds: Mapping[Key, History], sort_of: SortOf, *, on: date, weeks: int = WEEKS
) -> dict[Key | None, list[Tried]]:
    """Each of the past weeks foreseen from its first day, by occupation; `None` is all of the area."""
    found: dict[Key | None, list[Tried]] = {}
    for number in range(1, weeks + 1):
        then = on - number * A_WEEK
        foreseen = foresee(kinds, sort_of, on=then, length=A_MONTH)
        for key, each in foreseen.items():
            found.setdefault(key, []).extend(_tried(each.days, kinds[key], then, on))
        if foreseen:
            area = History.together(kinds[key] for key in foreseen)
            found.setdefault(None, []).extend(_tried(together(foreseen), area, then, on))
    return found


def _tried(days: Iterable[Day], history: History, then: date, on: date) -> Iterable[Tried]:
    for day in days:
        if day.day < on:
            latest = day.day - ((day.day - then).days // 7 + 1) * A_WEEK
            four = [history.number(latest - weeks * A_WEEK) for weeks in range(4)]
            yield Tried(then, day, history.number(day.day), four[0], sum(four) / 4)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How far from the truth, in orders a day and of all that was ordered; beside two guesses."""

    days: int
    orders: int
    error: float  # orders a day, whichever way
    share: float | None  # of what was ordered (WAPE); nothing of nothing
    share_last_week: float | None
    share_last_four: float | None


def accuracy(tried: Iterable[Tried]) -> Accuracy | None:
    """Of all of them; nothing if there are none."""
    rows = list(tried)
    if not rows:
        return None
    orders = sum(row.had for row in rows)
    ours = sum(abs(row.error) for row in rows)
    week = sum(abs(row.had - row.last_week) for row in rows)
    four = sum(abs(row.had - row.last_four) for row in rows)
    of_all = [error / orders if orders else None for error in (ours, week, four)]
    return Accuracy(len(rows), orders, ours / len(rows), *of_all)
