"""Prices on seats and on hours: what they prove that no plan can pass, and the pairs that matter at them.

A Lagrangian relaxation: that a seat goes to one person, and that somebody's hours have caps, is not demanded but
priced; then everybody's best is found apart (`duties`). What all of them gain and the prices themselves are worth is at
least what any plan is worth, whatever the prices; they are moved until that is near the least, by steps of Adam
(Kingma and Ba 2015), each seat at its own pace. Needs numpy.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from booking.assistant.solving.columns import Floats, Ints
from booking.assistant.solving.market import Market

FIRST, LAST = 0.3, 0.001
"""The first step and the last, as parts of what a seat is worth."""
GRID = 256.0
"""Prices are whole parts of so many, so that sums of them are exact."""
KEEP, KEEP_SQUARE = 0.8, 0.95
EARLY = 0.1
"""Of the time: before, nobody can tell whether it will do, and the rounds alone say how far it has come."""


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


def prices(market: Market, rounds: int, spent: Callable[[], float]) -> Prices:
    """Move the prices so many times; with larger steps from one to the next where the time is spent before (at 1)."""
    begun = spent()
    many = market.seats
    now = np.zeros(many + len(market.caps.left))
    slope, square = np.zeros_like(now), np.zeros_like(now)
    often = np.zeros(len(market.groups.pair), dtype=np.int64)
    best = Prices(np.inf, now[:many].copy(), now[many:].copy(), often)
    for n in range(rounds):
        bound, chosen, pairs, _ = market.ask(now[:many], now[many:])
        if bound < best.bound:
            best.bound, best.seats, best.hours = bound, now[:many].copy(), now[many:].copy()
        late = (spent() - begun) / max(1 - begun, 1e-9)
        gone = max(n / rounds, late if late > EARLY else 0)
        if gone * 2 >= 1:
            often[pairs] += 1
        if gone >= 1:
            break
        lack = _lack(market, chosen, pairs)
        slope += (1 - KEEP) * (lack - slope)
        square += (1 - KEEP_SQUARE) * (lack * lack - square)
        step = market.scale * FIRST * (LAST / FIRST) ** gone
        pace = slope / (1 - KEEP ** (n + 1)) / (np.sqrt(square / (1 - KEEP_SQUARE ** (n + 1))) + 1e-3)
        now = np.maximum(np.round((now + step * pace) * GRID) / GRID, 0)
    return best


def _lack(market: Market, chosen: Ints, pairs: Ints) -> Floats:
    """How many too many want each seat, and what is taken too much of each cap."""
    wanted = np.bincount(market.groups.seat[pairs], minlength=market.seats) - 1.0
    return np.concatenate([wanted, market.caps.used(chosen) - market.caps.left])
