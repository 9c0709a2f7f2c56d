"""Prices on seats and on hours: what they prove that no plan can pass, and the pairs that matter at them.

A Lagrangian relaxation: that a seat goes to one person, and that somebody's hours have caps, is not demanded but
priced; then everybody's best is found apart (`duties`). What all of them gain and the prices themselves are worth is at
least what any plan is worth, whatever the prices; they are moved until that is near the least, by steps of Adam
(Kingma and Ba 2015), each seat at its own pace. Needs numpy.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from booking.assistant.problem import Problem
from booking.assistant.solving.caps import Caps, caps
from booking.assistant.solving.columns import Flags, Floats, Hours, Ints, Rests
from booking.assistant.solving.duties import Programme, items
from booking.assistant.solving.groups import Groups, groups

FIRST, LAST = 0.3, 0.001
"""The first step and the last, as parts of what a seat is worth."""
GRID = 256.0
"""Prices are whole parts of so many, so that sums of them are exact."""
SCARCE = 0.01
"""A seat that one more substitute gains less for, as a part of what a seat is worth, is not scarce."""
KEEP, KEEP_SQUARE = 0.8, 0.95


class Market:
    """The problem as prices see it."""

    def __init__(self, problem: Problem) -> None:
        """Grouped, joined and in order."""
        hours, rests = Hours.of_seats(problem.seats), Rests.of_people(problem.people)
        self.seats = len(problem.seats)
        self.groups: Groups = groups(problem, hours, rests)
        self.caps: Caps = caps(problem.people, self.groups, hours)
        self.programme = Programme(items(self.groups, hours, rests), len(problem.people), rests)
        self.scale = float(np.mean(self.groups.points)) if len(self.groups.points) else 1.0
        self.possible = np.ones(len(self.groups), dtype=bool)
        for row, taken in zip(self.caps.rows, self.caps.taken, strict=True):
            self.possible &= taken <= self.caps.left[row]

    def ask(self, seats: Floats, hours: Floats) -> tuple[float, Ints, Ints, Floats]:
        """The bound at these prices, and the groups and the pairs that people choose; and what each person gains."""
        groups = self.groups
        reduced = groups.points - seats[groups.seat]
        best = np.maximum.reduceat(reduced, groups.first[:-1]) if len(groups) else np.zeros(0)
        worth = np.where(self.possible, best - self.caps.charge(hours), -1.0)
        gained, chosen = self.programme.solve(self.programme.items.values(worth))
        chosen = self.programme.groups_of(chosen)
        bound = seats.sum() + hours @ self.caps.left + gained.sum()
        return bound, chosen, _first_best(groups, reduced, best, chosen), gained


    def wanted(self, found: "Prices") -> list[int]:
        """By seat, what one more substitute for it would be worth; 0 where it is had for next to nothing."""
        least = np.full(self.seats, self.scale)
        order = np.argsort(self.groups.seat, kind="stable")
        seats, first = np.unique(self.groups.seat[order], return_index=True)
        if len(seats):
            least[seats] = np.minimum.reduceat(self.groups.points[order], first)
        worth = least - found.seats
        return np.where(worth > SCARCE * self.scale, worth, 0).astype(np.int64).tolist()


def _first_best(groups: Groups, reduced: Floats, best: Floats, chosen: Ints) -> Ints:
    """The first pair of each chosen group that is worth what its best is."""
    low, many = groups.first[chosen], groups.first[chosen + 1] - groups.first[chosen]
    at = np.repeat(np.arange(len(chosen)), many)
    pair = np.arange(len(at)) - np.repeat(np.cumsum(many) - many, many) + low[at]
    hit = np.flatnonzero(reduced[pair] == best[chosen][at])
    return pair[hit[np.flatnonzero(np.diff(at[hit], prepend=-1))]]


@dataclass
class Prices:
    """What came of it: the best bound with its prices, and how often each pair was chosen late."""

    bound: float
    seats: Floats
    hours: Floats
    often: Ints = field(repr=False)  # by pair, in the order of the groups

    @property
    def whole(self) -> int:
        """The bound in whole points, as every plan is worth whole points; a little more for what floats leave out."""
        return int(self.bound * (1 + 1e-12) + 1e-3)


def prices(market: Market, rounds: int, out_of_time: Callable[[], bool]) -> Prices:
    """Move the prices so many times."""
    many = market.seats
    now = np.zeros(many + len(market.caps.left))
    slope, square = np.zeros_like(now), np.zeros_like(now)
    often = np.zeros(len(market.groups.pair), dtype=np.int64)
    best = Prices(np.inf, now[:many].copy(), now[many:].copy(), often)
    for n in range(rounds):
        bound, chosen, pairs, _ = market.ask(now[:many], now[many:])
        if bound < best.bound:
            best.bound, best.seats, best.hours = bound, now[:many].copy(), now[many:].copy()
        if n * 2 >= rounds:
            often[pairs] += 1
        if out_of_time():
            break
        lack = np.concatenate([
            np.bincount(market.groups.seat[pairs], minlength=many) - 1.0,
            market.caps.used(chosen) - market.caps.left,
        ])
        slope += (1 - KEEP) * (lack - slope)
        square += (1 - KEEP_SQUARE) * (lack * lack - square)
        step = market.scale * FIRST * (LAST / FIRST) ** (n / rounds)
        pace = slope / (1 - KEEP ** (n + 1)) / (np.sqrt(square / (1 - KEEP_SQUARE ** (n + 1))) + 1e-3)
        now = np.maximum(np.round((now + step * pace) * GRID) / GRID, 0)
    return best
