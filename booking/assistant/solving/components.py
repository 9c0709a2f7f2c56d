"""Components: people and seats that share nothing with the others."""

from collections import defaultdict
from dataclasses import dataclass

from booking.assistant.problem import Problem


@dataclass(frozen=True, slots=True)
class Component:
    """In order."""

    people: list[int]
    seats: list[int]


def components(problem: Problem) -> list[Component]:
    """Those with a pair, the one with most people first."""
    above = [*range(len(problem.people) + len(problem.seats))]
    for seat, person in zip(problem.pairs.seat, problem.pairs.person, strict=True):
        one, other = _top(above, person), _top(above, len(problem.people) + seat)
        above[max(one, other)] = min(one, other)
    found: dict[int, Component] = defaultdict(lambda: Component([], []))
    for person in range(len(problem.people)):
        found[_top(above, person)].people.append(person)
    for seat in range(len(problem.seats)):
        found[_top(above, len(problem.people) + seat)].seats.append(seat)
    return sorted((one for one in found.values() if one.people and one.seats), key=lambda one: -len(one.people))


def _top(above: list[int], one: int) -> int:
    while above[one] != one:
        above[one] = above[above[one]]
        one = above[one]
    return one
