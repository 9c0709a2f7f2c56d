"""What is expected, weighed against who has time: how many orders nobody is left for. Pure."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from booking.forecast.lacking import lacking

Key = uuid.UUID


@dataclass(frozen=True, slots=True)
class Free:
    """Somebody with time on a day, and what she can work as in the area."""

    substitute: Key
    trades: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Foretold:
    """What was counted of a day; no interval where too little has been tried."""

    expected: float
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Orders:
    """What a day has now: orders that need somebody or have somebody, and those that have."""

    placed: int = 0
    booked: int = 0

    def __add__(self, other: "Orders") -> "Orders":
        return Orders(self.placed + other.placed, self.booked + other.booked)


@dataclass(frozen=True, slots=True)
class Line:
    """A day of one kind of orders, in numbers."""

    orders: Orders
    foretold: Foretold | None  # nothing: too little to go by
    people: int  # who have time
    short: int = 0  # orders for whom nobody is left
    may_be_short: int = 0  # the same, if it is as many as one day in ten has

    @property
    def expected(self) -> int:
        """Whole orders in all, never fewer than there are."""
        foretold = round_half_up(self.foretold.expected) if self.foretold else 0
        return max(self.orders.placed, foretold)

    @property
    def most(self) -> int:
        """Whole orders that one day in ten has more than."""
        high = self.foretold.high if self.foretold else None
        return max(self.expected, high or 0)

    @property
    def least(self) -> int:
        """Whole orders that one day in ten has fewer than; never fewer than there are."""
        low = self.foretold.low if self.foretold else None
        return min(self.expected, max(self.orders.placed, self.expected if low is None else low))

    @property
    def is_between(self) -> bool:
        """Whether there is anything to say of how sure it is."""
        return self.foretold is not None and self.foretold.high is not None and self.least < self.most

    @property
    def left(self) -> int:
        """Orders to find somebody for, those to come among them."""
        return self.expected - self.orders.booked


@dataclass(frozen=True, slots=True)
class Weighed:
    """A day of an area: all of it, and by occupation."""

    area: Key
    day: date
    whole: Line
    trades: Mapping[Key, Line] = field(default_factory=dict)


def weigh(
    area: Key,
    day: date,
    *,
    whole: Foretold | None,
    trades: Mapping[Key, Foretold],
    orders: Mapping[Key, Orders],
    people: Sequence[Free],
) -> Weighed:
    """Each of the people takes one order at most, of what she can work as.

    Few orders in each of many occupations may come to one in all that none of them shows: so the area is weighed whole
    too.
    """
    able = {trade for one in people for trade in one.trades}
    lines = {
        trade: Line(orders.get(trade, Orders()), trades.get(trade), sum(trade in one.trades for one in people))
        for trade in sorted(trades.keys() | orders.keys() | able, key=str)
    }
    nobody = lacking({trade: max(line.left, 0) for trade, line in lines.items()}, [one.trades for one in people])
    together = Line(sum(orders.values(), Orders()), whole, len(people))
    wanted = sum(max(line.left, 0) for line in lines.values())
    short = max(sum(nobody.values()), together.left - len(people))
    spare = len(people) - (wanted - sum(nobody.values()))
    may_be = short + max(0, together.most - together.expected - max(spare, 0))
    told = {trade: _with(line, nobody[trade], nobody[trade]) for trade, line in lines.items()}
    return Weighed(area, day, _with(together, short, may_be), told)


def _with(line: Line, short: int, may_be: int) -> Line:
    return Line(line.orders, line.foretold, line.people, max(short, 0), max(may_be, 0))


def round_half_up(number: float) -> int:
    """2.5 is 3: to be one too many is better than to be one too few."""
    return int(number + 0.5)
