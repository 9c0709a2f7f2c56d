"""Days' work, and the best that each person can do of it at given values: a dynamic programme over all at once.

An *item* is one group, or several one after another in one day's work, that is over in time for the daily rest.
Between two items is at least that rest. So what a person may do is a row of items, apart from caps on her hours, which
are priced, and from the weekly rest, which is not asked for here: a bound may leave things out. Needs numpy.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from booking.assistant.solving.columns import DAY, FAR, Floats, Hours, Ints, Rests
from booking.assistant.solving.groups import Groups

MOST = 5_000_000
"""Items that are still worth their memory."""


class TooManyItems(ValueError):
    """Somebody's shifts are so short, and so many, that the ways to join them are not worth counting."""


@dataclass(frozen=True, slots=True)
class Items:
    """Groups first, then longer days' work: an item and a group after it. In order of making."""

    person: Ints
    starts: Ints
    ends: Ints
    levels: tuple[tuple[Ints, Ints], ...]  # the joined, by length: the item before, and the group after it

    def values(self, groups: Floats) -> Floats:
        """What each is worth, as its groups are."""
        values = [groups]
        for before, after in self.levels:
            known = np.concatenate(values) if len(values) > 1 else groups
            values.append(known[before] + groups[after])
        return np.concatenate(values) if len(values) > 1 else groups


def items(groups: Groups, hours: Hours, rests: Rests) -> Items:
    """Every day's work that a person may do."""
    person, which = groups.person, groups.hours
    starts, ends = hours.starts[which], hours.ends[which]
    key = person * FAR + starts
    longest = np.where(rests.daily > 0, DAY - rests.daily, 0)[person]  # without rest, one item may follow on another
    alone, day, young = ~hours.second[which], hours.day[which], rests.one_a_day[person]
    every = [(person, starts, ends)]
    levels: list[tuple[Ints, Ints]] = []
    numbers = last = np.arange(len(groups))  # the items to go on from, and their last groups
    begun, base = starts, len(groups)
    while len(numbers):
        low = np.searchsorted(key, person[last] * FAR + ends[last])
        high = np.searchsorted(key, person[last] * FAR + begun + longest[last])
        at, after = _ranges(low, high)
        good = ends[after] - begun[at] <= longest[after]
        good &= ~young[after] & ((day[after] != day[last[at]]) | ~(alone[after] | alone[last[at]]))
        at, after = at[good], after[good]
        levels.append((numbers[at], after))
        every.append((person[after], begun[at], ends[after]))
        numbers, last, begun = base + np.arange(len(after)), after, begun[at]
        base += len(after)
        if base > MOST and len(after):
            raise TooManyItems
    who, begins, over = (np.concatenate(column) for column in zip(*every, strict=True))
    return Items(who, begins, over, tuple(levels))


def _ranges(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """For each range its number, and each whole number in it."""
    many = np.maximum(high - low, 0)
    at = np.repeat(np.arange(len(low)), many)
    return at, np.arange(len(at)) - np.repeat(np.cumsum(many) - many, many) + low[at]


class Programme:
    """The best row of items for each person, all at once: step k is the k-th item of each that has so many."""

    def __init__(self, items: Items, people: int, rests: Rests) -> None:
        """The order of the items, and what may go before each."""
        self.items, self.people = items, people
        order = np.lexsort((items.ends, items.person))
        person, many = items.person[order], np.bincount(items.person, minlength=people)
        begins = np.cumsum(many) - many
        ranked = np.argsort(-many, kind="stable")  # the busiest first, so that those of a step are the first so many
        rank = np.empty(people, dtype=np.int64)
        rank[ranked] = np.arange(people)
        nth = np.arange(len(order)) - begins[person]
        self.steps = np.searchsorted(-many[ranked], -np.arange(1, (many.max(initial=0)) + 1), side="right")
        self.base = np.concatenate([[0], people + np.cumsum(self.steps) - self.steps]).astype(np.int64)
        place = self.base[nth + 1] + rank[person]  # where the best of the first so many items stands
        ends = person * FAR + items.ends[order]
        before = np.searchsorted(ends, person * FAR + items.starts[order] - rests.daily[person], side="right")
        before = np.maximum(before - begins[person], 0)
        self.item = np.empty(len(order), dtype=np.int64)
        self.before = np.empty(len(order), dtype=np.int64)
        self.item[place - people] = order
        self.before[place - people] = self.base[before] + rank[person]
        self.last = self.base[many[ranked]] + np.arange(people)
        self.ranked = ranked

    @classmethod
    def of_groups(cls, groups: Groups, hours: Hours, rests: Rests) -> Self:
        """Where there are too many items, the busiest are asked for no rest, or nobody is: the bound is higher then."""
        people = len(rests.daily)
        many = np.bincount(groups.person, minlength=people)
        for busy in (many.max(initial=0), many.mean()):
            some = Rests(np.where(many > busy, 0, rests.daily), rests.one_a_day)
            try:
                return cls(items(groups, hours, some), people, some)
            except TooManyItems:
                continue
        nobody = Rests(np.zeros_like(rests.daily), rests.one_a_day)
        return cls(items(groups, hours, nobody), people, nobody)

    def solve(self, values: Floats) -> tuple[Floats, Ints]:
        """By person the best that she can do at these values of items; and the items of all of them."""
        people = self.people
        best = np.zeros(people + len(self.item))
        taken = np.full(people + len(self.item), -1, dtype=np.int64)
        own = values[self.item]
        for k, many in enumerate(self.steps.tolist()):
            at, to = self.base[k], self.base[k + 1]
            without, here = best[at : at + many], slice(to - people, to - people + many)
            with_it = own[here] + best[self.before[here]]
            better = with_it > without
            best[to : to + many] = np.where(better, with_it, without)
            taken[to : to + many] = np.where(better, np.arange(to - people, to - people + many), taken[at : at + many])
        worth = np.empty(people)
        worth[self.ranked] = best[self.last]
        return worth, self._chosen(taken)

    def _chosen(self, taken: Ints) -> Ints:
        chosen, at = [], taken[self.last]
        while len(at := at[at >= 0]):
            chosen.append(self.item[at])
            at = taken[self.before[at]]
        return np.concatenate(chosen) if chosen else np.empty(0, dtype=np.int64)

    def groups_of(self, chosen: Ints) -> Ints:
        """The groups of those items."""
        found, base = [], [len(self.items.person)]
        for _, after in reversed(self.items.levels):
            base.append(base[-1] - len(after))
        for (before, after), low in zip(reversed(self.items.levels), base[1:], strict=True):
            joined = chosen >= low
            found.append(after[chosen[joined] - low])
            chosen = np.where(joined, before[np.where(joined, chosen - low, 0)], chosen) if len(after) else chosen
        return np.concatenate([chosen, *found])
