"""The municipality: workplaces on a map, people with occupations and competences, and agreements near their homes."""

from dataclasses import dataclass

import numpy as np

from benchmarks.assistant.times import Flags, Floats, Ints

SECTORS = ("äldreomsorg", "funktionsstöd", "förskola", "skola", "kost och städ")
OCCUPATIONS = (
    ("undersköterska", 0, 0.42), ("vårdbiträde", 0, 0.48), ("sjuksköterska", 0, 0.10),
    ("stödassistent", 1, 0.65), ("personlig assistent", 1, 0.35),
    ("barnskötare", 2, 0.68), ("förskollärare", 2, 0.32),
    ("lärare", 3, 0.40), ("elevassistent", 3, 0.60),
    ("måltidsbiträde", 4, 0.55), ("lokalvårdare", 4, 0.45),
)  # fmt: skip
"""Name, sector, and its part of the sector."""
SECTOR = np.array([sector for _name, sector, _part in OCCUPATIONS])
PART = np.array([part for _name, _sector, part in OCCUPATIONS])
SHARES = np.array([0.40, 0.16, 0.18, 0.14, 0.12])
HELD = np.array([0.60, 0.40, 0.35, 0.20])
"""Of people, who hold each competence: delegering, körkort, HLR, teckenspråk."""
EXPIRING, TWO, MINOR = 0.15, 0.40, 0.01
"""How many competences end in the time, how many people have two occupations, and are under 18."""
RESOURCE, MONTHLY, HOURLY = range(3)
NEAR = (6, 18)
"""How many workplaces somebody works at."""


@dataclass(frozen=True, slots=True)
class People:
    """A column a fact, by person."""

    sector: Ints
    occupation: Ints
    also: Ints  # a second occupation, or the same
    x: Ints  # metres
    y: Ints
    until: Ints  # by person and competence: the day on which it ends; 0 has never had it
    stage: Ints
    wish: Ints  # minutes a week
    minor: Flags
    profile: Ints


@dataclass(frozen=True, slots=True)
class Town:
    """Its people, its workplaces, and who works where: sorted by workplace and occupation, then by person."""

    people: People
    sector: Ints  # by workplace
    area: Ints  # likewise
    place: Ints  # by agreement
    occupation: Ints
    person: Ints
    rank: Ints  # how near among her own, 0 is the nearest

    @property
    def key(self) -> Ints:
        """Workplace and occupation as one number, in order."""
        return self.place * len(OCCUPATIONS) + self.occupation


def town(dice: np.random.Generator, substitutes: int, days: int) -> Town:
    """So many people, and a tenth as many workplaces."""
    width = int(400 * substitutes**0.5)
    people = _people(dice, substitutes, width, days)
    places = max(substitutes // 10, 2 * len(SECTORS))
    sector = np.searchsorted(np.cumsum(SHARES), (np.arange(places) + 0.5) / places)
    x, y = dice.integers(0, width, (2, places))
    area = x * 4 // width + y * 4 // width * 4
    parts = [_agreements(dice, people, sector, x, y, number) for number in range(len(SECTORS))]
    place, occupation, person, rank = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((person, occupation, place))
    return Town(people, sector, area, place[order], occupation[order], person[order], rank[order])


def _people(dice: np.random.Generator, number: int, width: int, days: int) -> People:
    occupation = _shared_out(dice, number, PART * SHARES[SECTOR])
    also = np.zeros(number, dtype=np.int64)
    for sector in range(len(SECTORS)):
        own, there = np.flatnonzero(sector == SECTOR), np.flatnonzero(SECTOR[occupation] == sector)
        also[there] = dice.choice(own, len(there), p=PART[own])
    shape = number, len(HELD)
    until = np.where(dice.random(shape) < EXPIRING, dice.integers(1, days, shape), days * 9)
    return People(
        SECTOR[occupation],
        occupation,
        np.where(dice.random(number) < TWO, also, occupation),
        dice.integers(0, width, number),
        dice.integers(0, width, number),
        until * (dice.random(shape) < HELD),
        dice.choice([RESOURCE, MONTHLY, HOURLY], number, p=[0.04, 0.10, 0.86]),
        dice.integers(10, 39, number) * 60,
        dice.random(number) < MINOR,
        dice.choice(3, number, p=[0.8, 0.1, 0.1]),
    )


def _shared_out(dice: np.random.Generator, number: int, parts: Floats) -> Ints:
    """As many of each kind as its part says, in no order."""
    return dice.permutation(np.searchsorted(np.cumsum(parts), (np.arange(number) + 0.5) / number))


def _agreements(
    dice: np.random.Generator, people: People, sector: Ints, x: Ints, y: Ints, number: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """Those of one sector: each with the nearest of its workplaces, in each of her occupations; a few are blocked."""
    who, places = np.flatnonzero(people.sector == number), np.flatnonzero(sector == number)
    far = (people.x[who, None] - x[places]) ** 2 + (people.y[who, None] - y[places]) ** 2
    near = np.argsort(far, axis=1, kind="stable")[:, : NEAR[1]]
    rank = np.broadcast_to(np.arange(near.shape[1]), near.shape)
    there = rank < dice.integers(*NEAR, len(who))[:, None]
    there &= dice.random(near.shape) > 0.03  # noqa: PLR2004 (a few are blocked)
    person, place, nth = np.broadcast_to(who[:, None], near.shape)[there], places[near][there], rank[there]
    two = people.also[person] != people.occupation[person]
    return (
        np.concatenate([place, place[two]]),
        np.concatenate([people.occupation[person], people.also[person][two]]),
        np.concatenate([person, person[two]]),
        np.concatenate([nth, nth[two]]),
    )
