"""Answers that keep every limit: what an answer breaks is cut off, and the model is answered again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from booking.assistant.problem import Problem
from booking.assistant.solving.cuts import Cut, cuts
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.exact import Exact
from booking.assistant.solving.models import Model

Pool = defaultdict[int, list[Cut]]
"""By person, what was cut off of her time before: it holds in every model."""

THREADS = 2
"""What comes of it does not hang on their number."""


class Asking(NamedTuple):
    """How often a model is answered at most, and with how much work each time (CP-SAT's deterministic seconds)."""

    rounds: int
    effort: float
    seed: int = 0


class Answer(NamedTuple):
    """The choices to make, what no others are worth more than (where that is known), and whose limits they break."""

    model: Model
    chosen: list[int]
    bound: int | None = None
    broken: tuple[int, ...] = ()


def answers(
    problem: Problem, models: Iterable[Model], pool: Pool, asking: Asking, deadline: Deadline
) -> Iterator[Answer]:
    """To each model, in order; several at a time. No two models share a person."""
    with ThreadPoolExecutor(THREADS) as threads:
        yield from threads.map(lambda model: _answer(problem, model, pool, asking, deadline), models)


def _answer(problem: Problem, model: Model, pool: Pool, asking: Asking, deadline: Deadline) -> Answer:
    """The last that was found; the bound is the lowest that was proven."""
    exact, theirs = Exact(model), _by_person(model)
    for person in theirs:
        _forbid(exact, problem, model, theirs, pool[person])
    answer = Answer(model, [])
    for _ in range(asking.rounds):
        if deadline.is_over():
            break
        chosen, bound = exact.answer(effort=asking.effort, seed=asking.seed, seconds=deadline.left())
        if not chosen:
            break
        found = list(cuts(model, chosen, problem.people, problem.seats))
        known = [one for one in (bound, answer.bound) if one is not None]
        answer = Answer(model, chosen, min(known, default=None), tuple(cut.person for cut in found))
        if not found:
            break
        _forbid(exact, problem, model, theirs, found)
        for cut in found:
            pool[cut.person].append(cut)
    return answer


def _by_person(model: Model) -> dict[int, list[int]]:
    theirs: dict[int, list[int]] = defaultdict(list)
    for choice, person in enumerate(model.people):
        theirs[person].append(choice)
    return theirs


def _forbid(exact: Exact, problem: Problem, model: Model, theirs: dict[int, list[int]], found: Iterable[Cut]) -> None:
    for cut in found:
        choices = [choice for choice in theirs[cut.person] if cut.covers(problem.seats[model.seats[choice]].shift)]
        exact.forbid(choices, len(cut.shifts) - 1)
