"""Orders as absences make them: one workplace, the same hours, 1–14 days on end."""

from dataclasses import dataclass

import numpy as np

from benchmarks.assistant.times import BEFORE, Flags, Ints, Table
from benchmarks.assistant.town import OCCUPATIONS, PART, SECTOR, SECTORS, Town

LENGTHS = np.arange(1, 15)
OFTEN = np.array([40, 16, 9, 6, 9, 3, 3, 2, 2, 4, 2, 1, 1, 2]) / 100
FORMS = np.array([
    [16, 22, 25, 14, 5, 5, 6, 3, 4],
    [14, 14, 24, 14, 6, 6, 6, 6, 10],
    [40, 30, 0, 0, 10, 0, 8, 12, 0],
    [52, 14, 0, 0, 22, 0, 8, 4, 0],
    [22, 34, 6, 0, 16, 8, 8, 6, 0],
])  # fmt: skip
"""How often each form is asked for in each sector, of a hundred."""
NO_WEEKENDS = np.array([False, False, True, True, False])
ASKS = np.array([0.14, 0.08, 0.05, 0.01])
"""How many orders ask for each competence."""
ALONE = 0.15
"""How many must not be a second shift of a day."""


@dataclass(frozen=True, slots=True)
class Orders:
    """A column a fact, in order of start."""

    place: Ints
    occupation: Ints
    day: Ints  # in the table
    form: Ints
    block: Ints
    needs: Flags  # by order and competence
    second: Flags

    def __len__(self) -> int:
        return len(self.place)


def orders(dice: np.random.Generator, town: Town, table: Table, number: int) -> Orders:
    """So many, in the month."""
    absences = number  # more than are needed: an absence is at least one order, or fell on a weekend
    place = dice.integers(0, len(town.sector), absences)
    sector = town.sector[place]
    occupation, form = _by_sector(dice, sector)
    length = dice.choice(LENGTHS, absences, p=OFTEN)
    first = dice.integers(BEFORE - 6, table.last, absences)
    block = np.repeat(np.arange(absences), length)
    day = first[block] + np.arange(len(block)) - np.repeat(np.cumsum(length) - length, length)
    within = (
        (day >= BEFORE)
        & (day < table.last)
        & ~(NO_WEEKENDS[sector[block]] & table.weekend[day.clip(0, table.days - 1)])
    )
    block, day = block[within][:number], day[within][:number]
    needs, second = dice.random((absences, len(ASKS))) < ASKS, dice.random(absences) >= ALONE
    order = np.lexsort((block, table.starts[day, form[block]]))
    block, day = block[order], day[order]
    return Orders(place[block], occupation[block], day, form[block], block, needs[block], second[block])


def _by_sector(dice: np.random.Generator, sector: Ints) -> tuple[Ints, Ints]:
    occupation, form = np.zeros((2, len(sector)), dtype=np.int64)
    for number in range(len(SECTORS)):
        own = np.flatnonzero(number == SECTOR)
        there = np.flatnonzero(sector == number)
        occupation[there] = dice.choice(np.arange(len(OCCUPATIONS))[own], len(there), p=PART[own])
        form[there] = dice.choice(FORMS.shape[1], len(there), p=FORMS[number] / FORMS[number].sum())
    return occupation, form
