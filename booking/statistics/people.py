"""How people answer, and how many of them come to each workplace: figures of people, none of fewer than five."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from booking.statistics import questions
from booking.statistics.keeping import kept
from booking.statistics.selection import Selection
from booking.statistics.suppression import Count, Told, few, told

Key = uuid.UUID
USUAL = 3
"""People that a workplace sees most of."""

STEPS = (0, 2, 5, 10)
"""The last of each step of the spread; more than the last is a step of its own."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How many people have said no, and have let pass, so often: by the number of the step."""

    noes: Told
    silent: Told


def step_of(times: int) -> int:
    """The number of the step."""
    return next((number for number, last in enumerate(STEPS) if times <= last), len(STEPS))


def spread(chosen: Selection) -> Spread:
    """Over everybody who was asked, of whole areas; one query."""
    return _spread(chosen.of_all_in_the_areas)


@kept
def _spread(chosen: Selection) -> Spread:
    noes, silent = dict.fromkeys(range(len(STEPS) + 1), 0), dict.fromkeys(range(len(STEPS) + 1), 0)
    for _person, _asked, _answered, said_no, let_pass in questions.answers_by_person(chosen):
        noes[step_of(said_no)] += 1
        silent[step_of(let_pass)] += 1
    return Spread(_told(noes), _told(silent))


def _told(numbers: dict[int, int]) -> Told:
    return told({step: Count.of_people(number) for step, number in numbers.items()})


@dataclass(frozen=True, slots=True)
class Continuity:
    """Who came to a workplace: `None` where they are too few to be told of."""

    shifts: int
    people: int | None
    in_ten: float | None  # different people in ten shifts
    by_the_usual: int | None  # whole per cent of the shifts that the three who came most had


def continuity_of(shifts: Iterable[int]) -> Continuity:
    """By how many shifts each person had."""
    each = sorted(shifts, reverse=True)
    number = sum(each)
    if few(len(each)) or not number:
        return Continuity(number, None, None, None)
    in_ten = round(10 * len(each) / number, 1)
    return Continuity(number, len(each), in_ten, round(100 * sum(each[:USUAL]) / number))


def continuity(chosen: Selection, workplaces: Iterable[Key]) -> dict[Key, Continuity]:
    """Of these workplaces; one query."""
    shifts: defaultdict[Key, list[int]] = defaultdict(list)
    for workplace, _person, number in questions.shifts_by_workplace_and_person(chosen, workplaces):
        shifts[workplace].append(number)
    return {workplace: continuity_of(each) for workplace, each in shifts.items()}
