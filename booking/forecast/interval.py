"""Between what numbers a day most likely ends: from the forecast's own past errors. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import quantiles

from booking.forecast.backtest import Tried
from booking.forecast.model import Day

FEWEST = 20
"""Errors from which tenths can be told."""

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Margins:
    """By whole weeks ahead: the errors, in spreads, that one in ten was below and one in ten above."""

    by_week: Mapping[int, tuple[float, float]]

    def around(self, day: Day, *, ahead: int) -> tuple[int, int] | None:
        """From and to, whole orders, never fewer than are placed; nothing if too little has been tried."""
        if not self.by_week:
            return None
        nearest = min(self.by_week, key=lambda week: (abs(week - ahead), week))
        low, high = (day.expected + tenth * day.spread for tenth in self.by_week[nearest])
        return max(day.placed, round(low)), max(day.placed, round(high))


def margins(tried: Iterable[Tried]) -> Margins:
    """Learnt from all that has been tried, by how far ahead it was foreseen."""
    errors: defaultdict[int, list[float]] = defaultdict(list)
    for row in tried:
        errors[row.ahead].append(row.error / row.foreseen.spread)
    enough = {week: quantiles(found, n=TENTHS) for week, found in errors.items() if len(found) >= FEWEST}
    return Margins({week: (found[0], found[-1]) for week, found in enough.items()})
