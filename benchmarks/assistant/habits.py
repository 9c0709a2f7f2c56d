"""When people can: seven habits, said in blocks of time, some of them adjacent and to be joined."""

from dataclasses import dataclass

import numpy as np

from benchmarks.assistant.times import Flags, Ints, Table, clock

HABITS = (
    ("weekdays", 0.88, 0.00, 12, 37), ("evenings", 0.60, 0.40, 26, 46), ("nights", 0.50, 0.55, 41, 64),
    ("weekends", 0.10, 0.92, 0, 48), ("whole days", 0.55, 0.45, 0, 48), ("mornings", 0.70, 0.30, 12, 33),
    ("erratic", 0.30, 0.30, 0, 48),
)  # fmt: skip
"""Name, how many of the weekdays and of the days at weekends, and from when to when, in half-hours of the clock."""
SHARES = (0.26, 0.12, 0.09, 0.11, 0.14, 0.16, 0.12)
ERRATIC = 6
_DAYS, _ENDS, _FROM, _TO = (np.array([habit[column] for habit in HABITS]) for column in range(1, 5))
BEYOND = 1 << 34
"""More minutes than any moment here, so that a person and a moment are one number."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Times of people, none overlapping another of the same person; in order of person and start."""

    key: Ints  # the person and when it starts
    person: Ints
    ends: Ints

    def covering(self, person: Ints, starts: Ints, ends: Ints) -> Flags:
        """Whether the person has one that covers the time."""
        if not len(self.key):
            return np.zeros(len(person), dtype=bool)
        at = np.searchsorted(self.key, person * BEYOND + starts, side="right") - 1
        return (at >= 0) & (self.person[at] == person) & (self.ends[at] >= ends)

    def touching(self, person: Ints, starts: Ints, ends: Ints) -> Flags:
        """Whether the person has one that shares a moment with the time."""
        if not len(self.key):
            return np.zeros(len(person), dtype=bool)
        at = np.searchsorted(self.key, person * BEYOND + ends, side="left") - 1
        return (at >= 0) & (self.person[at] == person) & (self.ends[at] > starts)


def joined(person: Ints, starts: Ints, ends: Ints) -> Spans:
    """What overlaps or meets becomes one."""
    order = np.lexsort((starts, person))
    person, starts, ends = person[order], starts[order], ends[order]
    reach = np.maximum.accumulate(person * BEYOND + ends)
    new = np.append(True, person[1:] * BEYOND + starts[1:] > reach[:-1])
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(person)) - 1
    return Spans((person * BEYOND + starts)[first], person[first], (reach - person * BEYOND)[last])


def availability(dice: np.random.Generator, habit: Ints, table: Table) -> Spans:
    """By each one's habit, in the days of the month and the night after."""
    days = table.days
    chance = np.where(table.weekend, _ENDS[habit][:, None], _DAYS[habit][:, None])
    person, day = np.nonzero(dice.random((len(habit), days)) < chance)
    own = np.where(habit[person] == ERRATIC, dice.integers(0, ERRATIC, len(person)), habit[person])
    since, until = _FROM[own], _TO[own]
    split = (dice.random(len(person)) < 0.25) & (since < 24) & (until > 24)  # noqa: PLR2004 (at noon, of a fourth)
    moments = clock(table.first, days)
    starts, ends = moments[day, since], moments[day, np.where(split, 24, until)]
    noon, rest = moments[day, 24][split], moments[day, until][split]
    return joined(np.append(person, person[split]), np.append(starts, noon).astype(np.int64), np.append(ends, rest))
