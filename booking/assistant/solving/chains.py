"""Chains of moves: a seat goes to somebody who gives up another for it, which goes to somebody else, and so on.

Searched best first by what the chain may gain, across days. A chain ends with somebody who may have the last seat
beside all that she has, or with a seat that is left since it is worth less than what the chain has gained.
"""

from collections.abc import Iterable
from heapq import heappop, heappush
from typing import NamedTuple

from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.deadline import Deadline

CANNOT = -2


class Link(NamedTuple):
    """A seat that needs somebody; the one who had it was given the seat of the link before."""

    hope: int  # less than nothing the chain's gain, if the seat is given to somebody at the same worth
    number: int
    seat: int
    person: int
    gain: int  # with this seat left
    before: "Link | None"


class End(NamedTuple):
    """Where a chain may end: the last seat goes to the person, or to nobody."""

    gain: int
    link: Link
    person: int


def lengthen(board: Board, seats: Iterable[int], effort: int, deadline: Deadline) -> int:
    """Look for a chain from each of the seats that nobody has, at so many pairs; how many were followed."""
    found = 0
    for seat in seats:
        if deadline.is_over():
            break
        if board.who[seat] == NOBODY:
            end = _search(board, seat, effort)
            found += end.gain > 0 and _follow(board, end)
    return found


def _search(board: Board, seat: int, effort: int) -> End:
    """The best end within the effort."""
    start = Link(0, 0, seat, NOBODY, 0, None)
    best, heap, seen = End(0, start, NOBODY), [start], {seat}
    while heap and effort > 0 and best.gain <= -heap[0].hope:
        link = heappop(heap)
        effort -= board.choices(link.seat)
        for points, person in board.candidates(link.seat):
            gain = link.gain + points
            other = CANNOT if person == link.person else _in_the_way(board, link.seat, person)
            if other == NOBODY:
                best = max(best, End(gain, link, person), key=_gain)
                break  # the next are no better
            if other != CANNOT and other not in seen:
                seen.add(other)
                longer = Link(-gain, len(seen), other, person, gain - board.value[other], link)
                best = max(best, End(longer.gain, longer, NOBODY), key=_gain)
                heappush(heap, longer)
    return best


def _in_the_way(board: Board, seat: int, person: int) -> int:
    """Which one seat of hers she must give up for it: nobody's if none, `CANNOT` if one is not enough."""
    roster, wanted = board.rosters[person], board.seats[seat]
    if roster.fits(wanted):
        return NOBODY
    shift, rest = wanted.shift, roster.limits.daily_rest
    near = [
        other
        for other in board.given[person]
        if board.seats[other].shift.starts < shift.ends + rest and shift.starts < board.seats[other].shift.ends + rest
    ]
    if len(near) > 1:
        return CANNOT
    for other in near or board.given[person]:
        roster.remove(board.seats[other])
        fits = roster.fits(wanted)
        roster.add(board.seats[other])
        if fits:
            return other
    return CANNOT


def _follow(board: Board, end: End) -> bool:
    """Make the chain's moves; none of them if one does not fit, as when somebody is in it twice."""
    steps = [] if end.person == NOBODY else [(end.link.seat, end.person)]
    link = end.link
    while link.before is not None:
        steps.append((link.before.seat, link.person))
        link = link.before
    before = {seat: board.who[seat] for seat in [end.link.seat, *(seat for seat, _ in steps)]}
    for seat, person in before.items():
        if person != NOBODY:
            board.take(seat)
    for seat, person in steps:
        if not board.fits(seat, person):
            _restore(board, before)
            return False
        board.give(seat, person, board.worth(seat, person))
    return True


def _restore(board: Board, before: dict[int, int]) -> None:
    for seat in before:
        if board.who[seat] != NOBODY:
            board.take(seat)
    for seat, person in before.items():
        if person != NOBODY:
            board.give(seat, person, board.worth(seat, person))


def _gain(end: End) -> int:
    return end.gain
