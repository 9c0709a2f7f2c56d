"""Better plans by parts: around seats that nobody has, some people's whole time is laid anew by an exact model.

Several parts that share nobody are answered at a time. Nothing that makes the plan worth less is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from booking.assistant.solving import neighbours
from booking.assistant.solving.answers import Answer, Asking, Pool, answers
from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.models import Model, model

TOGETHER = 4
"""Parts."""


@dataclass(frozen=True, slots=True)
class Search:
    """How large a part is, and how it is thought about."""

    core: neighbours.Core
    pool: Pool
    asking: Asking
    people: int = 60


def improve(board: Board, order: Iterable[list[int]], search: Search, deadline: Deadline) -> None:
    """Around each of these: a seat, or those of one person."""
    dice = Random(search.asking.seed)  # noqa: S311 (a plan is no secret)  # nosec B311
    for parts in _parts(board, order, search, dice):
        if deadline.is_over():
            return
        models = [_model(board, people, search.core) for people in parts]
        asked = answers(board.problem, models, search.pool, search.asking, deadline)
        for people, answer in zip(parts, asked, strict=True):
            lay(board, people, answer)


def _parts(board: Board, order: Iterable[list[int]], search: Search, dice: Random) -> Iterator[list[list[int]]]:
    """Some people around each, a few such parts at a time; nobody is asked for her own sake who was in one."""
    parts: list[list[int]] = []
    taken: set[int] = set()
    tried: set[int] = set()
    for seats in order:
        if any(board.who[seat] in tried for seat in seats):
            continue
        people = neighbours.around(board, search.core, seats, search.people, taken, dice)
        if people:
            parts.append(people)
            taken.update(people)
            tried.update(people)
        if len(parts) == TOGETHER:
            yield parts
            parts, taken = [], set()
    if parts:
        yield parts


def _model(board: Board, people: list[int], core: neighbours.Core) -> Model:
    unfilled = [seat for seat, who in enumerate(board.who) if who == NOBODY]
    return model(board.problem, people, neighbours.pairs(board, core, people, unfilled))


def lay(board: Board, people: list[int], answer: Answer) -> None:
    """Give these people what was chosen; all is put back if it is worth less."""
    points = board.points
    had = [(seat, person, board.value[seat]) for person in people for seat in board.given[person]]
    put(board, people, answer)
    if board.points < points:
        clear(board, people)
        for seat, person, worth in had:
            board.give(seat, person, worth)


def put(board: Board, people: Iterable[int], answer: Answer) -> None:
    """Give these people what was chosen instead of what they have; what does not fit is left."""
    clear(board, people)
    made = answer.model
    for choice in sorted(answer.chosen, key=lambda choice: -made.points[choice]):
        seat, person = made.seats[choice], made.people[choice]
        if board.who[seat] == NOBODY and board.fits(seat, person):
            board.give(seat, person, made.points[choice])


def clear(board: Board, people: Iterable[int]) -> None:
    """Take back all that they were given."""
    for person in people:
        for seat in list(board.given[person]):
            board.take(seat)
