"""Components laid whole, where they are small enough.

With all its pairs, what an exact model proves of it holds for every plan, since it leaves out limits and adds none.
With those alone that matter it is only a better plan.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from booking.assistant.solving import cuts
from booking.assistant.solving.board import Board
from booking.assistant.solving.components import Component
from booking.assistant.solving.exact import answered
from booking.assistant.solving.models import Model, model
from booking.assistant.solving.neighbours import Core
from booking.assistant.solving.search import lay

ALL, SOME = 8_000, 25_000
"""A component with so many pairs is laid with all of them; with so many that matter, with those."""
EFFORT = 2.0
"""CP-SAT's deterministic seconds for a component."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A component as a model, whether that has all its pairs, and how often it is answered: anew with what was cut."""

    component: Component
    model: Model
    has_all: bool
    answers: int


def lay_whole(
    board: Board, parts: Iterable[Component], core: Core, answers: int, seed: int, out_of_time: Callable[[], bool]
) -> list[tuple[Component, int | None]]:
    """Those that were small enough, and what is proven of each that was laid with all its pairs."""
    wholes = [whole for part in parts if (whole := _whole(board, part, core, answers))]
    found: list[tuple[Component, int | None]] = []
    with ThreadPoolExecutor(2) as threads:
        for whole, (chosen, bound) in zip(
            wholes, threads.map(lambda whole: _answer(board, whole, seed, out_of_time), wholes), strict=True
        ):
            lay(board, whole.component.people, whole.model, chosen)
            found.append((whole.component, bound if whole.has_all else None))
    return found


def _whole(board: Board, part: Component, core: Core, answers: int) -> Whole | None:
    has_all = sum(map(board.choices, part.seats)) <= ALL
    if not has_all and (not answers or sum(len(core[seat]) for seat in part.seats) > SOME):
        return None
    pairs: list[tuple[int, int, int]] = []
    for seat in part.seats:
        matter = {person: points for points, person in (board.candidates(seat) if has_all else core[seat])}
        if board.value[seat]:
            matter[board.who[seat]] = board.value[seat]
        pairs += [(seat, person, points) for person, points in matter.items()]
    return Whole(part, model(board, part.people, pairs), has_all, cuts.ROUNDS if has_all else answers)


def _answer(board: Board, whole: Whole, seed: int, out_of_time: Callable[[], bool]) -> tuple[list[int], int | None]:
    """The last answer's choices, and the first one's bound: what is cut may forbid a little too much."""
    chosen, proven = list[int](), None
    for n in range(whole.answers):
        if out_of_time():
            break
        latest, bound = answered(whole.model, effort=EFFORT, seed=seed)
        proven = bound if n == 0 else proven
        chosen = latest or chosen
        if not cuts.cut(whole.model, latest, board.problem.people, board.seats):
            break
    return chosen, proven
