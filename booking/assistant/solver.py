"""The solver's door: a problem in, the best plan that was found out. Pure, and the same for the same input and seed.

It stops by the work that an effort says, not by the clock. `seconds` only cuts it off, with the best so far. Where
numpy or OR-Tools is not installed, or fails, it goes on without: `Plan.method` says how far it came.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from booking.assistant.problem import Method, Plan, Problem
from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.chains import lengthen
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.walk import scarcest_first, walk
from booking.assistant.solving.work import Work

logger = logging.getLogger(__name__)

Clock = Callable[[], float]


SHARE = 0.4
"""Of the time, for what comes before the search: where chains took it, there is none for prices."""


class Effort(Enum):
    """How long it may think."""

    QUICK = Work(chain=2_000)  # chains alone, without a bound
    NORMAL = Work(chain=2_000, rounds=300, answers=1, tile_answers=2, passes=2, fills=1_000)
    THOROUGH = Work(chain=5_000, rounds=500, answers=4, tile_answers=4, passes=4, fills=4_000)


def solve(
    problem: Problem,
    *,
    seed: int = 0,
    effort: Effort = Effort.NORMAL,
    seconds: float | None = None,
    clock: Clock = time.monotonic,
) -> Plan:
    """The best plan that was found; every plan keeps all limits. `seconds` is how long it may take, by the clock."""
    deadline = Deadline(seconds, clock)
    try:
        board = _chained(problem, effort.value, deadline)
    except Exception:
        logger.warning("The assistant's chains failed, and the plan is the ranked walk's", exc_info=True)
        return _plan(_walked(problem, deadline), Method.WALK)
    if effort.value.fills and problem.pairs.are_alike:
        _fill(board, effort.value.fills, seed, deadline)
    plan = _plan(board, Method.CHAINS)
    if board.is_ideal():
        return replace(plan, bound=plan.points, prices=[0] * len(problem.seats))
    if not effort.value.rounds or deadline.spent() >= SHARE:
        return plan
    return _priced(board, plan, effort.value, seed, deadline)


def _walked(problem: Problem, deadline: Deadline) -> Board:
    board = Board(problem)
    walk(board, deadline)
    return board


def _chained(problem: Problem, work: Work, deadline: Deadline) -> Board:
    """The better of the walk and of the scarcest first, and chains from what is left as long as they find something."""
    walked = _walked(problem, deadline)
    scarcest = walked.cleared()
    scarcest_first(scarcest, deadline)
    board = max(scarcest, walked, key=_points)
    while lengthen(board, board.unfilled(), work.chain, deadline):
        pass
    return board


def _fill(board: Board, tries: int, seed: int, deadline: Deadline) -> None:
    try:
        from booking.assistant.solving.filling import fill  # noqa: PLC0415 (needs OR-Tools, an extra)

        fill(board, tries, seed, deadline)
    except Exception as error:  # noqa: BLE001 (whatever fails in there, the plan so far holds)
        _say("The assistant's filling failed, and the plan is that of the chains", error)


def _say(words: str, error: Exception) -> None:
    """A library that is not installed is no surprise; whatever else it is, is told with where it happened."""
    logger.warning("%s: %s", words, error, exc_info=not isinstance(error, ImportError))


def _points(board: Board) -> int:
    return board.points


def _priced(board: Board, plan: Plan, work: Work, seed: int, deadline: Deadline) -> Plan:
    """The plan with a bound, and a better one as far as the search around the prices finds it."""
    try:
        from booking.assistant.solving import losses  # noqa: PLC0415 (needs numpy, an extra)
        from booking.assistant.solving.market import Market  # noqa: PLC0415
        from booking.assistant.solving.prices import prices  # noqa: PLC0415

        market = Market(board.problem)
        found = prices(market, work.rounds, lambda: deadline.spent() / SHARE)
        plan = replace(plan, bound=found.whole, prices=losses.wanted(market, found))
    except Exception as error:  # noqa: BLE001 (whatever fails in there, the plan so far holds)
        _say("The assistant's prices failed, and the plan has no bound", error)
        return plan
    try:
        from booking.assistant.solving.improving import improved  # noqa: PLC0415 (needs OR-Tools, an extra)

        bound = improved(board, market, found, work, seed, deadline)
    except Exception as error:  # noqa: BLE001 (whatever fails in there, the plan so far holds)
        _say("The assistant's search failed, and the plan is that of the chains", error)
        return plan
    return replace(_plan(board, Method.PRICES), bound=bound, prices=plan.prices)


def _plan(board: Board, method: Method) -> Plan:
    """Whom each seat goes to, after a last look at every limit."""
    for seat, person in enumerate(board.who):
        if person != NOBODY:
            worth = board.value[seat]
            board.take(seat)
            if board.fits(seat, person):
                board.give(seat, person, worth)
    return Plan(board.people(), board.points, method)
