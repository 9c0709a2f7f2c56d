"""A year and a half of orders in some areas: growth, weekdays, red days, summers, orders that come late, and chance."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from booking import holidays
from booking.forecast.history import History
from booking.forecast.sorts import Calendar, Sort
from booking.inconvenient import DayKind

SEED = 57
FIRST, LAST = date(2025, 5, 1), date(2026, 11, 27)
CARE, SCHOOL = (1.0, 0.95, 0.95, 1.0, 1.15, 1.1, 0.95), (1.25, 1.0, 1.0, 1.1, 1.4, 0.0, 0.0)
SORTS: dict[tuple[float, ...], dict[Sort, float]] = {
    CARE: {Sort.RED: 1.25, Sort.EVE: 1.4, Sort.BRIDGE: 1.3, Sort.CHRISTMAS: 1.2, Sort.SUMMER: 1.5},
    SCHOOL: {Sort.EVE: 0.4, Sort.BRIDGE: 0.6, Sort.CHRISTMAS: 0.3, Sort.SUMMER: 0.35},
}
RATES = ((CARE, (8.0, 3.0, 1.0, 0.4)), (CARE, (4.0, 2.0, 0.5)), (SCHOOL, (5.0, 2.0, 0.7)), (CARE, (1.5, 0.3)))
"""Each area: how its weekdays are, and how many orders a day each of its occupations has to begin with."""

LEADS = (0, 0, 0, 1, 1, 2, 3, 5, 9, 16, 25, 35)
GROWTH_A_YEAR, WEEKLY_SPREAD = 0.35, 0.12
"""How much more is ordered after a year, and how much a week differs from others for no reason that can be known."""

Areas = list[dict[uuid.UUID, History]]


def calendar() -> Calendar:
    """The country's own."""
    years = range(FIRST.year, LAST.year + 2)
    red = {day for year in years for day in holidays.red_days(year)}
    kinds = {day: kind for year in years for day, kind in holidays.kinds(year).items()}
    eves = {day for day, kind in kinds.items() if kind in {DayKind.EVE, DayKind.MAJOR} and day not in red}
    return Calendar(red, eves)


def areas() -> Areas:
    """The same each time."""
    chance, days = random.Random(SEED), calendar()  # noqa: S311 (the same each time, which is the point)
    return [
        {
            uuid.UUID(int=100 * place + trade): History.of(_rows(shape, rate, days, chance))
            for trade, rate in enumerate(rates)
        }
        for place, (shape, rates) in enumerate(RATES)
    ]


def _rows(
    shape: tuple[float, ...], rate: float, sort_of: Calendar, chance: random.Random
) -> Iterator[tuple[date, date, int]]:
    week = 1.0
    for number in range((LAST - FIRST).days + 40):
        day = FIRST + timedelta(days=number)
        if day.weekday() == 0:
            week = chance.lognormvariate(0, WEEKLY_SPREAD)
        sort = sort_of(day)
        usual = shape[6 if sort is Sort.RED else day.weekday()] * SORTS[shape].get(sort, 1.0)
        grown = 1 + GROWTH_A_YEAR * number / 365
        for _order in range(_poisson(rate * usual * grown * week, chance)):
            placed = day - timedelta(days=chance.choice(LEADS))
            if placed < LAST:
                yield day, placed, 1


def _poisson(mean: float, chance: random.Random) -> int:
    number, passed = 0, chance.expovariate(1)
    while passed < mean:
        number, passed = number + 1, passed + chance.expovariate(1)
    return number
