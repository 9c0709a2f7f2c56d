"""What prices tell of a plan: where it loses against the bound, which pairs matter, and what one more would be worth.

The bound is what everybody gains at the prices, and the prices of all seats. So what a plan lacks of it is lost by
somebody who could gain more than she does, or on a seat with a price that nobody has. Needs numpy.
"""

from collections.abc import Collection, Sequence

import numpy as np

from booking.assistant.solving.board import Board
from booking.assistant.solving.columns import Floats, Ints
from booking.assistant.solving.market import Market
from booking.assistant.solving.neighbours import Core
from booking.assistant.solving.prices import Prices
from booking.assistant.solving.wholes import Laid

OFTEN = 0.01
"""A pair matters if it is chosen in so many of the later rounds."""
LITTLE = 0.002
"""What is not worth a search, as a part of what a seat is worth."""
SCARCE = 0.01
"""A seat that one more substitute gains less for, as a part of what a seat is worth, is not scarce."""


def core(market: Market, prices: Prices, rounds: int) -> Core:
    """By seat the pairs that matter; all of them if the time ran out before anybody had chosen late."""
    groups = market.groups
    found: list[list[tuple[int, int]]] = [[] for _ in range(market.seats)]
    often = prices.often > OFTEN * rounds if prices.often.any() else np.ones(len(prices.often), dtype=bool)
    kept = np.flatnonzero(often)
    points = groups.points[kept].astype(np.int64)
    for seat, person, worth in zip(
        groups.seat[kept].tolist(), market.person[kept].tolist(), points.tolist(), strict=True
    ):
        found[seat].append((worth, person))
    return found


def losses(board: Board, market: Market, prices: Prices, settled: Collection[int]) -> list[list[int]]:
    """The seats of whoever loses, and those that are lost, each as a list: the greatest loss first.

    Of whoever is settled nothing is asked.
    """
    who = np.array(board.who)
    empty = np.where(who < 0, prices.seats, 0)
    lost = _lost(who, market, prices)
    least = LITTLE * market.scale
    found = [
        (-empty[seat], [seat])
        for seat in np.flatnonzero(empty > least).tolist()
        if board.candidates(seat)[0][1] not in settled
    ]
    found += [
        (-lost[person], sorted(board.given[person]))
        for person in np.flatnonzero(lost > least).tolist()
        if board.given[person] and person not in settled
    ]
    return [seats for _, seats in sorted(found)]


def bound(market: Market, prices: Prices, laid: Sequence[Laid]) -> int:
    """What the prices prove, but for the components of which something lower is proven."""
    _, _, _, gained = market.ask(prices.seats, prices.hours)
    gained = gained + np.bincount(market.caps.person, prices.hours * market.caps.left, market.people)
    saved = sum(
        max(0.0, gained[one.component.people].sum() + prices.seats[one.component.seats].sum() - one.bound)
        for one in laid
        if one.bound is not None
    )
    return min(prices.whole, int(prices.bound * (1 + 1e-12) - saved + 1e-3))


def _lost(who: Ints, market: Market, prices: Prices) -> Floats:
    """By person, how much more she could gain."""
    groups = market.groups
    _, _, _, gained = market.ask(prices.seats, prices.hours)
    had = np.flatnonzero(who[groups.seat] == market.person)
    net = groups.points[had] - prices.seats[groups.seat[had]] - market.caps.charge(prices.hours)[market.group[had]]
    return gained - np.bincount(market.person[had], net, market.people)


def wanted(market: Market, found: Prices) -> list[int]:
    """By seat, what one more substitute for it would be worth; 0 where it is had for next to nothing."""
    least = np.full(market.seats, market.scale)
    order = np.argsort(market.groups.seat, kind="stable")
    seats, first = np.unique(market.groups.seat[order], return_index=True)
    if len(seats):
        least[seats] = np.minimum.reduceat(market.groups.points[order], first)
    worth = least - found.seats
    return np.where(worth > SCARCE * market.scale, worth, 0).astype(np.int64).tolist()
