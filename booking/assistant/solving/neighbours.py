"""A seat that nobody has, and the people around it whose time could be laid otherwise."""

from collections import deque
from collections.abc import Callable, Collection
from random import Random

from booking.assistant.solving.board import NOBODY, Board


def around(board: Board, seat: int, most: int, taken: Collection[int], dice: Random) -> list[int]:
    """The people who may have it, those who may have what they have, and so on; nobody of those taken."""
    people: dict[int, None] = {}
    queue, seen = deque([seat]), {seat}
    while queue:
        found = [person for _, person in board.candidates(queue.popleft()) if person not in taken]
        dice.shuffle(found)
        for person in found:
            if person in people:
                continue
            people[person] = None
            if len(people) == most:
                return list(people)
            further = [other for other in board.given[person] if other not in seen]
            dice.shuffle(further)
            seen.update(further)
            queue.extend(further)
    return list(people)


def pairs(
    board: Board, people: Collection[int], unfilled: Collection[int], keep: Callable[[int, int], bool]
) -> list[tuple[int, int, int]]:
    """Seat, person and points: of what these people have or could have."""
    who = set(people)
    seats = sorted({seat for person in people for seat in board.given[person]} | set(unfilled))
    return [
        (seat, person, points)
        for seat in seats
        for points, person in board.candidates(seat)
        if person in who and (board.who[seat] == person or keep(seat, person))
    ]
