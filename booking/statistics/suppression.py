"""What is not told, so that no figure points out a person. Pure. Why these rules: docs/adr/0026.

A group of one to four people is hidden. What is hidden must not be got by taking what is shown from the total: so
others are hidden with it, the first first, until nobody can tell which of them is which. (The smallest first would tell
that what is hidden is no larger than what is shown.) Nobody at all is no group: a zero is shown.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

FEWEST = 5
"""People in a group that is told of."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, and how many people stand behind it (`None`: it is not of people at all)."""

    number: int
    people: int | None

    @classmethod
    def of_people(cls, number: int) -> "Count":
        """The figure is the people."""
        return cls(number, number)


@dataclass(frozen=True, slots=True)
class Told:
    """The figures as they may be told: `None` is one that is hidden, and so is the total then if it must be."""

    numbers: Mapping[Hashable, int | None]
    total: int | None

    @property
    def hides(self) -> bool:
        """Whether something is."""
        return self.total is None or None in self.numbers.values()


def few(people: int | None) -> bool:
    """Whether so many people are somebody, and too few to be told of."""
    return people is not None and 0 < people < FEWEST


def told(counts: Mapping[Key, Count]) -> Told:
    """The parts of a total as they may be told, with the total."""
    total = sum(count.number for count in counts.values())
    hidden = {key for key, count in counts.items() if few(count.people)}
    others = sorted(counts, key=lambda key: counts[key].people is None)  # those that are of people first
    shown = [key for key in others if key not in hidden and counts[key].number]
    while hidden and _tells_on(counts[key] for key in hidden):
        if not shown:
            return Told(dict.fromkeys(counts), None)
        hidden.add(shown.pop(0))
    return Told({key: None if key in hidden else count.number for key, count in counts.items()}, total)


def _tells_on(hidden: Iterable[Count]) -> bool:
    """Whether what is left of the total tells what a hidden figure is, or is itself of too few people.

    Each of them is at least one, and a few are at most four: as many ones, or as many fours, can be nothing else.
    """
    counts = list(hidden)
    alone = len(counts) == 1
    all_ones = sum(count.number for count in counts) <= len(counts)
    all_fours = all(count.people == FEWEST - 1 for count in counts)
    people = sum(FEWEST if count.people is None else count.people for count in counts)
    return alone or all_ones or all_fours or few(people)
