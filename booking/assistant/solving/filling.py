"""Seats that are left where every pair is worth the same, as in sets of tasks: no points say which move is a good one.

Some people's whole time is laid anew by an exact model, again and again. Of answers with as many seats, the one that
leaves the shortest: a short seat finds a place sooner than a long one, so that what is left becomes less and less.
"""

from dataclasses import replace
from random import Random

from booking.assistant.solving.answers import Answer
from booking.assistant.solving.board import Board
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.exact import Exact
from booking.assistant.solving.models import Model, model
from booking.assistant.solving.search import lay

CHOICES = 350
"""So large is a model: about so many pairs."""
SEAT, LENGTH, CHANCE = 4_000, 4_000, 4
"""What a seat is worth in a model, what it is worth more for its length if it is the longest, and by chance at most."""
EFFORT = 0.2
"""CP-SAT's deterministic seconds for a model."""


def fill(board: Board, tries: int, seed: int, deadline: Deadline) -> None:
    """Around one of the seats that are left at a time, until none is, or so many were tried."""
    dice = Random(seed)  # noqa: S311 (a plan is no secret)  # nosec B311
    able = _able(board)
    longest = max(seat.shift.ends - seat.shift.starts for seat in board.seats)
    for n in range(tries):
        left = board.unfilled()
        if not left or deadline.is_over():
            return
        people = _around(board, dice.choice(left), left, able, dice)
        made = _model(board, people, left, able)
        points = [SEAT + _length(board, seat) * LENGTH // longest + dice.randrange(CHANCE) for seat in made.seats]
        chosen, _ = Exact(replace(made, points=points)).answer(effort=EFFORT, seed=seed + n)
        lay(board, people, Answer(made, chosen))


def _length(board: Board, seat: int) -> int:
    shift = board.seats[seat].shift
    return shift.ends - shift.starts


def _able(board: Board) -> list[set[int]]:
    """By person, the seats that she may have."""
    able: list[set[int]] = [set() for _ in board.given]
    for seat, person in zip(board.problem.pairs.seat, board.problem.pairs.person, strict=True):
        able[person].add(seat)
    return able


def _around(board: Board, seat: int, left: list[int], able: list[set[int]], dice: Random) -> list[int]:
    """Some who may have the seat, and as many others, until the seats that they can share between them are many."""
    can = [person for _, person in board.candidates(seat)]
    dice.shuffle(can)
    others = [*range(len(able))]
    dice.shuffle(others)
    people: dict[int, None] = {}
    theirs = set(left)
    for pair in zip(can + others, others, strict=False):
        people.update(dict.fromkeys(pair))
        for person in pair:
            theirs.update(board.given[person])
        if sum(len(able[person] & theirs) for person in people) >= CHOICES:
            break
    return list(people)


def _model(board: Board, people: list[int], left: list[int], able: list[set[int]]) -> Model:
    seats = sorted({*left, *(seat for person in people for seat in board.given[person])})
    worth = board.problem.pairs.points[0]
    pairs = [(seat, person, worth) for seat in seats for person in people if seat in able[person]]
    return model(board.problem, people, pairs)
