"""The problem in columns, as numpy counts: the hours that seats have, and the limits of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from booking.assistant.problem import Person, Seat

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DAY = 24 * 60
FAR = 1 << 40
"""More minutes than any moment has, so that a person and a moment are one number."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours that seats have, each once, in order of start: a column a fact."""

    of: Ints  # by seat: which
    starts: Ints
    ends: Ints
    day: Ints
    month: Ints
    work: Ints
    second: Flags
    weeks: Ints  # by hours and two: the weeks that they have a part in
    parts: Ints  # by hours and two: the work there

    @classmethod
    def of_seats(cls, seats: Sequence[Seat]) -> Self:
        """Each once."""
        kinds = sorted({(seat.shift.starts, seat.shift.ends, seat.second, seat.shift) for seat in seats}, key=_first)
        number = {(shift, second): n for n, (_, _, second, shift) in enumerate(kinds)}
        facts = [
            (starts, ends, shift.day, shift.month, shift.work, second, *_two(shift.weeks))
            for starts, ends, second, shift in kinds
        ]
        starts, ends, day, month, work, second, *weeks = np.array(facts, dtype=np.int64).reshape(-1, 10).T
        of = np.array([number[seat.shift, seat.second] for seat in seats], dtype=np.int64)
        two = np.array(weeks).reshape(2, 2, -1)
        return cls(of, starts, ends, day, month, work, second.astype(bool), two[:, 0].T.copy(), two[:, 1].T.copy())


@dataclass(frozen=True, slots=True)
class Booked:
    """What people are booked for, in order of person and start."""

    key: Ints  # the person and the start
    person: Ints
    starts: Ints
    ends: Ints
    day: Ints

    @classmethod
    def of_people(cls, people: Sequence[Person]) -> Self:
        """All of it, and a last one that is nobody's, so that there is always a next."""
        rows = [(n, each.starts, each.ends, each.day) for n, one in enumerate(people) for each in one.booked]
        person, starts, ends, day = np.array([*rows, (len(people), 0, 0, 0)], dtype=np.int64).T
        return cls(person * FAR + starts, person, starts, ends, day)


@dataclass(frozen=True, slots=True)
class Rests:
    """By person: the daily rest, and whether she has one shift a day alone."""

    daily: Ints
    one_a_day: Flags

    @classmethod
    def of_people(cls, people: Sequence[Person]) -> Self:
        """Theirs."""
        daily = np.array([one.limits.daily_rest for one in people], dtype=np.int64)
        return cls(daily, np.array([one.limits.one_a_day for one in people], dtype=bool))


def _first(kind: tuple[int, int, bool, object]) -> tuple[int, int, bool, str]:
    return *kind[:3], repr(kind[3])


def _two(weeks: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    """The parts of at most two weeks; what is left of a longer shift is not counted, which a bound may do."""
    (one, part), (two, rest) = ([*weeks, (0, 0), (0, 0)])[:2]
    return one, part, two, rest
