"""Caps on a person's hours in a week and in a month, as rows that groups take from. Needs numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from booking.assistant.problem import Person
from booking.assistant.solving.columns import Floats, Hours, Ints
from booking.assistant.solving.groups import Groups

SHIFT = 480
"""Minutes: rows are counted in shifts of so many, so that their prices are of the size of points."""
BEYOND = 1 << 24
"""More than twice any week's or month's number."""
UNLIMITED = 1 << 20


@dataclass(frozen=True, slots=True)
class Caps:
    """By row what is left; and what each group takes of three rows: two weeks and a month."""

    left: Floats
    person: Ints  # by row: whose it is
    rows: tuple[Ints, ...]  # by group: which row
    taken: tuple[Floats, ...]  # by group: how much of it

    def charge(self, prices: Floats) -> Floats:
        """By group, what its hours cost."""
        cost = np.zeros(len(self.rows[0]))
        for row, taken in zip(self.rows, self.taken, strict=True):
            cost += prices[row] * taken
        return cost

    def used(self, chosen: Ints) -> Floats:
        """By row, what those groups take."""
        used = np.zeros(len(self.left))
        for row, taken in zip(self.rows, self.taken, strict=True):
            used += np.bincount(row[chosen], taken[chosen], len(self.left))
        return used


def caps(people: Sequence[Person], groups: Groups, hours: Hours) -> Caps:
    """Rows for each week and month in which a person has a group."""
    which, person = groups.hours, groups.person
    names = [
        *((hours.weeks[which, n] * 2, hours.parts[which, n]) for n in range(2)),
        (hours.month[which] * 2 + 1, hours.work[which]),
    ]
    keys = np.concatenate([person * BEYOND + name for name, _ in names])
    rows, of = np.unique(keys, return_inverse=True)
    left = np.array([_left(people[key // BEYOND], key % BEYOND) for key in rows.tolist()], dtype=np.int64)
    many = len(groups)
    left = _reached(left, of, np.concatenate([taken for _, taken in names]), np.tile(which, 3), hours)
    return Caps(
        np.maximum(left, 0) / SHIFT,
        rows // BEYOND,
        tuple(of[n * many : (n + 1) * many] for n in range(3)),
        tuple(taken / SHIFT for _, taken in names),
    )


def _left(person: Person, name: int) -> int:
    when, is_month = divmod(name, 2)
    if not is_month:
        return person.limits.weekly_hours - person.weeks.get(when, 0)
    return UNLIMITED if person.limits.month_cap is None else person.limits.month_cap - person.months.get(when, 0)


def _reached(left: Ints, rows: Ints, taken: Ints, which: Ints, hours: Hours) -> Ints:
    """Of what is left, as much as whole shifts can take: at most one of those of a day that all overlap."""
    order = np.lexsort((hours.day[which], rows))
    first = np.searchsorted(rows[order], np.arange(len(left) + 1)).tolist()
    day, starts, ends = (column[which[order]].tolist() for column in (hours.day, hours.starts, hours.ends))
    work = taken[order].tolist()
    reached = left.copy()
    for row, most in enumerate(left.tolist()):
        own = range(first[row], first[row + 1])
        if most > 0 and sum(work[n] for n in own) > most:
            days = groupby(own, key=day.__getitem__)
            reached[row] = _most([_sums([(starts[n], ends[n], work[n]) for n in of_day]) for _, of_day in days], most)
    return reached


def _sums(shifts: list[tuple[int, int, int]]) -> set[int]:
    """What shifts of a day can take together: one of them if all overlap, else any."""
    if max(starts for starts, _, _ in shifts) < min(ends for _, ends, _ in shifts):
        return {work for _, _, work in shifts}
    sums = {0}
    for _, _, work in shifts:
        sums |= {each + work for each in sums}
    return sums


def _most(days: list[set[int]], most: int) -> int:
    """The greatest sum, of one of each day or none, that is not above."""
    bits, mask = 1, (1 << most + 1) - 1
    for sums in days:
        now = bits
        for each in sums:
            now |= bits << each
        bits = now & mask
    return bits.bit_length() - 1
