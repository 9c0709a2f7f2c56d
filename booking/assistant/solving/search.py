"""Better plans by parts: around seats that nobody has, some people's whole time is laid anew by an exact model.

Several parts that share nobody are answered at a time, by as many threads as are asked for: what comes of it does not
hang on their number. Nothing that makes the plan worth less is kept.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random

from booking.assistant.solving import cuts, neighbours
from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.exact import answer
from booking.assistant.solving.models import Model, model

TOGETHER = 4
"""Parts."""


@dataclass(frozen=True, slots=True)
class Search:
    """How large a part is, and how long one is thought about."""

    core: neighbours.Core
    people: int = 60
    effort: float = 0.2
    seed: int = 0
    threads: int = 2


def improve(board: Board, order: Iterable[list[int]], search: Search, out_of_time: Callable[[], bool]) -> None:
    """Around each of these: a seat, or those of one person."""
    dice = Random(search.seed)  # noqa: S311 (a plan is no secret)  # nosec B311
    with ThreadPoolExecutor(search.threads) as threads:
        for parts in _parts(board, order, search, dice):
            if out_of_time():
                return
            models = [_model(board, people, search.core) for people in parts]
            for people, made, chosen in zip(
                parts, models, threads.map(lambda made: _answer(board, made, search), models), strict=True
            ):
                lay(board, people, made, chosen)


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
    return model(board, people, neighbours.pairs(board, core, people, unfilled))


def _answer(board: Board, made: Model, search: Search) -> list[int]:
    for _ in range(cuts.ROUNDS):
        chosen = answer(made, effort=search.effort, seed=search.seed)
        if not cuts.cut(made, chosen, board.problem.people, board.seats):
            break
    return chosen


def lay(board: Board, people: list[int], made: Model, chosen: list[int]) -> None:
    """Give these people what was chosen; what does not fit is left, and all is put back if it is worth less."""
    points = board.points
    had = [(seat, person, board.value[seat]) for person in people for seat in board.given[person]]
    for seat, _, _ in had:
        board.take(seat)
    given = []
    for choice in sorted(chosen, key=lambda choice: -made.points[choice]):
        seat, person = made.seats[choice], made.people[choice]
        if board.who[seat] == NOBODY and board.fits(seat, person):
            board.give(seat, person, made.points[choice])
            given.append(seat)
    if board.points < points:
        for seat in given:
            board.take(seat)
        for seat, person, worth in had:
            board.give(seat, person, worth)
