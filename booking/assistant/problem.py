"""What the solver is given, and what it answers: plain values, numbered, in whole minutes. Pure.

Moments are minutes since 1970 in UTC, days ordinals (`date.toordinal`), weeks ordinals of their Monday, months
`year * 12 + month - 1`; days, weeks and months are Stockholm's. Whether a person may have a seat at all is settled
before (agreement, competence, availability, blocks, what she is booked for): only such pairs are here.
"""

from array import array
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Shift:
    """A time of work, half-open, and where its hours count."""

    starts: int
    ends: int
    work: int  # without the break
    day: int  # on which it starts
    month: int  # in which it starts
    weeks: tuple[tuple[int, int], ...]  # each week that it has a moment in, and the work that falls there


@dataclass(frozen=True, slots=True)
class Seat:
    """One order to fill."""

    key: Hashable
    shift: Shift
    second: bool = True  # whether it may be somebody's second shift of a day


@dataclass(frozen=True, slots=True)
class Limits:
    """What the rules allow of one person, in minutes; the strictest of what her agreements say. `None` is no cap."""

    daily_rest: int = 11 * 60
    longest_span: int = 13 * 60
    weekly_rest: int = 36 * 60
    weekly_hours: int = 40 * 60
    average_hours: int = 48 * 60  # a week, over `average_weeks` that end with the shift's own
    average_weeks: int = 17
    month_cap: int | None = 165 * 60
    days_in_row: int | None = 11
    one_a_day: bool = False  # whoever is under 18 has one shift a day, and no more


@dataclass(frozen=True, slots=True)
class Given:
    """Time in which somebody gives one shift of so many minutes, wherever it lies: what is booked takes of it too."""

    spans: tuple[tuple[int, int], ...]  # half-open
    most: int


@dataclass(frozen=True, slots=True)
class Person:
    """A substitute: her limits, the shifts she has that can matter, and all hours that are counted, with those."""

    key: Hashable
    limits: Limits = field(default_factory=Limits)
    booked: tuple[Shift, ...] = ()  # soonest first
    weeks: Mapping[int, int] = field(default_factory=dict)  # booked work by week
    months: Mapping[int, int] = field(default_factory=dict)  # the same by month
    gives: tuple[Given, ...] = ()  # acute resource time, by day


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who may have which seat, and what it is worth: three columns of the same length, by seat and then by person."""

    seat: "array[int]"  # 'i', an index in `Problem.seats`
    person: "array[int]"  # 'i', an index in `Problem.people`
    points: "array[int]"  # 'q', more is better, above nothing

    def __len__(self) -> int:
        return len(self.seat)

    @property
    def are_alike(self) -> bool:
        """Whether each is worth the same."""
        return len(self.points) > 0 and min(self.points) == max(self.points)


@dataclass(frozen=True, slots=True)
class Problem:
    """Seats, people and pairs."""

    seats: Sequence[Seat]
    people: Sequence[Person]
    pairs: Pairs


class Method(StrEnum):
    """How far the solver came."""

    WALK = "walk"  # the ranked walk alone
    CHAINS = "chains"  # a matching a day, and chains of moves
    PRICES = "prices"  # with prices, which prove a bound, and search around them


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom each seat goes to.

    `points` is what the plan is worth in all; `bound`, where prices were counted, what no plan can be worth more than.
    `prices` is for each seat what one more substitute for it would be worth; empty where nobody has counted.
    """

    people: "array[int]"  # 'i', by seat: an index in `Problem.people`, or -1 for nobody
    points: int
    method: Method
    bound: int | None = None
    prices: Sequence[int] = ()

    @property
    def filled(self) -> int:
        """How many seats have somebody."""
        return sum(who >= 0 for who in self.people)

    @property
    def gap(self) -> float | None:
        """How far below the bound the plan may be, as a part of the bound; 0 is proven the best."""
        if self.bound is None:
            return None
        return 0.0 if self.bound <= 0 else max(0.0, 1 - self.points / self.bound)
