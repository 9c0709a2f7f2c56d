"""What a planner has set by hand, as the solver is told of it: taken seats, and pairs that may not be. Pure."""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import replace

from booking.assistant.problem import Pairs, Person, Plan, Problem, Shift

Pair = tuple[int, int]
"""A seat and a person, as `Problem` numbers them."""


def fixed(problem: Problem, pinned: Mapping[int, int | None], forbidden: Collection[Pair] = ()) -> Problem:
    """The problem that is left: a pinned seat is nobody's to have any more, and booked work of the one who has it.

    `pinned` is by seat the person; `None` where it is somebody who could have no other seat, and so has no number.
    """
    pairs = problem.pairs
    kept = [
        row
        for row in zip(pairs.seat, pairs.person, pairs.points, strict=True)
        if row[0] not in pinned and row[:2] not in forbidden
    ]
    columns = zip(*kept, strict=True) if kept else ((), (), ())
    people = list(problem.people)
    for seat, who in pinned.items():
        if who is not None:
            people[who] = _with(people[who], problem.seats[seat].shift)
    narrowed = Pairs(*(array(code, column) for code, column in zip("iiq", columns, strict=True)))
    return replace(problem, people=people, pairs=narrowed)


def put_back(plan: Plan, problem: Problem, pinned: Mapping[int, int | None]) -> Plan:
    """The plan of what was left, with the pinned seats in it, and what they are worth."""
    people = array("i", plan.people)
    for seat, who in pinned.items():
        people[seat] = -1 if who is None else who
    held = {(seat, who) for seat, who in pinned.items()}
    pairs = problem.pairs
    worth = sum(
        points for seat, who, points in zip(pairs.seat, pairs.person, pairs.points, strict=True) if (seat, who) in held
    )
    bound = None if plan.bound is None else plan.bound + worth
    return replace(plan, people=people, points=plan.points + worth, bound=bound)


def _with(person: Person, shift: Shift) -> Person:
    weeks, months = dict(person.weeks), dict(person.months)
    for week, work in shift.weeks:
        weeks[week] = weeks.get(week, 0) + work
    months[shift.month] = months.get(shift.month, 0) + shift.work
    booked = tuple(sorted((*person.booked, shift), key=lambda each: each.starts))
    return replace(person, booked=booked, weeks=weeks, months=months)
