"""A seat that nobody has, and the people around it whose time could be laid otherwise."""

from collections import deque
from collections.abc import Collection, Sequence
from random import Random

from booking.assistant.solving.board import NOBODY, Board

Core = Sequence[Sequence[tuple[int, int]]]
"""By seat the pairs that matter: points and person."""


def around(board: Board, core: Core, seats: list[int], most: int, taken: Collection[int], dice: Random) -> list[int]:
    """The people who may have these seats, those who may have what they have, and so on; nobody of those taken."""
    people: dict[int, None] = {}
    queue, seen = deque(seats), set(seats)
    while queue:
        seat = queue.popleft()
        found = [person for _, person in core[seat] if person not in taken]
        if board.who[seat] != NOBODY and board.who[seat] not in taken:
            found.append(board.who[seat])
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


def pairs(board: Board, core: Core, people: Collection[int], unfilled: Collection[int]) -> list[tuple[int, int, int]]:
    """Seat, person and points: of what these people have, or could have."""
    who = set(people)
    found = []
    for seat in sorted({seat for person in people for seat in board.given[person]} | set(unfilled)):
        own = board.who[seat]
        if own != NOBODY:
            found.append((seat, own, board.value[seat]))
        found += [(seat, person, points) for points, person in core[seat] if person in who and person != own]
    return found
