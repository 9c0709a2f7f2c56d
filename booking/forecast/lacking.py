"""How many orders nobody is left for, when each who has time takes one at most. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

Trade = TypeVar("Trade")


def lacking(needed: Mapping[Trade, int], people: Iterable[Collection[Trade]]) -> dict[Trade, int]:
    """By occupation, given what each of the people can work as: as few as can be, since who can do two takes one.

    A path of those who change places is looked for each time that nobody free is left (augmenting paths).
    """
    groups = Counter(frozenset(each).intersection(needed) for each in people)
    taken: dict[frozenset[Trade], Counter[Trade]] = {group: Counter() for group in groups}
    short: Counter[Trade] = Counter()
    for trade, number in needed.items():
        for _seat in range(number):
            if not _seated(trade, groups, taken, set()):
                short[trade] += 1
    return {trade: short[trade] for trade in needed}


def _seated(
    trade: Trade,
    groups: Mapping[frozenset[Trade], int],
    taken: Mapping[frozenset[Trade], Counter[Trade]],
    tried: set[Trade],
) -> bool:
    """Whether somebody takes it, if need be from another order that somebody else then takes."""
    tried.add(trade)
    able = [group for group in groups if trade in group]
    for group in able:
        if taken[group].total() < groups[group]:
            taken[group][trade] += 1
            return True
    for group in able:
        for other in [each for each, number in taken[group].items() if number and each not in tried]:
            if _seated(other, groups, taken, tried):
                taken[group][other] -= 1
                taken[group][trade] += 1
                return True
    return False
