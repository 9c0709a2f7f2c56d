"""What a day usually has: a level, a weekday, a sort of day, learnt from what was ordered. Pure.

    usual = level x weekday x sort

All three are weighted means in which the latest counts most. A red day is a Sunday before anything else is said of it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from booking.forecast.history import History, days_of
from booking.forecast.sorts import SUNDAY, Sort, SortOf

MEMORY = timedelta(days=400)
"""So far back is looked: over a year, so that each sort of day has been at least once."""

LEVEL, PROFILE, AROUND = 28, 70, 42
"""Days after which a day counts half: for how much is ordered lately, for the weekdays, and for what was usual then."""

A_LITTLE = 0.25
"""Average days that are added to each weekday: one that has hardly been is taken for an average one."""

PRIOR = 6.0
"""Orders that a sort of day must outweigh before it is believed to differ from other days."""

A_MONTH = 28


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual as things are at a moment."""

    level: float  # orders a day, over an average week
    weekdays: tuple[float, ...]  # Monday first; 1 is an average day
    sorts: Mapping[Sort, float]  # 1 is as other days

    def of(self, day: date, sort: Sort) -> float:
        """Orders that such a day has."""
        return self.level * self.weekday(day, sort) * self.sorts.get(sort, 1.0)

    def weekday(self, day: date, sort: Sort) -> float:
        """How its weekday is to an average day."""
        return self.weekdays[SUNDAY if sort is Sort.RED else day.weekday()]


def usual(history: History, sort_of: SortOf, *, on: date) -> Usual:
    """What is usual as the day `on` begins, of days before it alone."""
    days = days_of(max(history.first, on - MEMORY), on)
    sorts = {day: sort_of(day) for day in days}
    plain = [day for day in days if sorts[day] is Sort.ORDINARY]
    if len(plain) < A_MONTH:  # begun in a summer: then that is what is ordinary
        plain = [day for day in days if sorts[day] in {Sort.ORDINARY, Sort.SUMMER, Sort.CHRISTMAS}]
    weekdays = _weekdays(history, plain, on)
    found = Usual(1.0, weekdays, {})
    found = Usual(1.0, weekdays, _sorts(history, found, [d for d in days if d not in set(plain)], plain, sorts))
    return Usual(_level(history, found, days, sorts, on), weekdays, found.sorts)


def _weight(days: int, half: int) -> float:
    return float(0.5 ** (abs(days) / half))


def _weekdays(history: History, plain: list[date], on: date) -> tuple[float, ...]:
    """Each weekday's mean, of the mean of all seven."""
    orders, weights = [0.0] * 7, [0.0] * 7
    for day in plain:
        weight = _weight((on - day).days, PROFILE)
        orders[day.weekday()] += weight * history.number(day)
        weights[day.weekday()] += weight
    average = sum(orders) / sum(weights) if any(weights) else 0.0
    means = [(n + A_LITTLE * average) / (w + A_LITTLE) for n, w in zip(orders, weights, strict=True)]
    middle = sum(means) / 7
    return tuple(mean / middle if middle else 1.0 for mean in means)


def _sorts(
    history: History, found: Usual, others: list[date], plain: list[date], sorts: Mapping[date, Sort]
) -> Mapping[Sort, float]:
    """What each sort of day had, of what was usual around it then."""
    had: defaultdict[Sort, float] = defaultdict(float)
    usually: defaultdict[Sort, float] = defaultdict(float)
    numbers = [(day, history.number(day), found.weekdays[day.weekday()]) for day in plain]
    for day in others:
        weights = [(_weight((day - other).days, AROUND), number, of) for other, number, of in numbers]
        base = sum(weight * of for weight, _number, of in weights)
        around = sum(weight * number for weight, number, _of in weights) / base if base else 0.0
        had[sorts[day]] += history.number(day)
        usually[sorts[day]] += around * found.weekday(day, sorts[day])
    return {sort: (had[sort] + PRIOR) / (usually[sort] + PRIOR) for sort in had}


def _level(history: History, found: Usual, days: list[date], sorts: Mapping[date, Sort], on: date) -> float:
    """Orders a day lately, freed of what the weekdays and the sorts of day explain."""
    orders = expected = 0.0
    for day in days:
        weight = _weight((on - day).days, LEVEL)
        orders += weight * history.number(day)
        expected += weight * found.of(day, sorts[day])
    return orders / expected if expected else 0.0
