"""Components laid whole, with all their pairs, where they are small enough.

What an exact model proves of one holds for every plan, since it leaves out limits and adds none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from booking.assistant.solving.answers import Asking, Pool, answers
from booking.assistant.solving.board import Board
from booking.assistant.solving.components import Component
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.models import Model, model
from booking.assistant.solving.search import put

PAIRS = 60_000
"""So many at most."""


class Laid(NamedTuple):
    """A component, what it is proven not to be worth more than, and who was given what she cannot have all of."""

    component: Component
    bound: int | None
    broken: tuple[int, ...]


def is_small(board: Board, part: Component) -> bool:
    """Whether it can be laid whole."""
    return sum(map(board.choices, part.seats)) <= PAIRS


def lay_whole(board: Board, parts: Sequence[Component], pool: Pool, asking: Asking, deadline: Deadline) -> list[Laid]:
    """Those of which an answer was found; what somebody cannot have of it is left."""
    found: list[Laid] = []
    models = (_model(board, part) for part in parts)
    for part, answer in zip(parts, answers(board.problem, models, pool, asking, deadline), strict=True):
        if answer.chosen:
            put(board, part.people, answer)
            found.append(Laid(part, answer.bound, answer.broken))
    return found


def _model(board: Board, part: Component) -> Model:
    pairs = ((seat, person, points) for seat in part.seats for points, person in board.candidates(seat))
    return model(board.problem, part.people, pairs)
