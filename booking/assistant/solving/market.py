"""What people would choose at given prices on seats and on hours, and what that proves. Needs numpy."""

import numpy as np

from booking.assistant.problem import Problem
from booking.assistant.solving.caps import Caps, caps
from booking.assistant.solving.columns import Floats, Hours, Ints, Rests
from booking.assistant.solving.duties import Programme
from booking.assistant.solving.groups import Groups, groups


class Market:
    """The problem as prices see it."""

    def __init__(self, problem: Problem) -> None:
        """Grouped, joined and in order."""
        hours, rests = Hours.of_seats(problem.seats), Rests.of_people(problem.people)
        self.seats, self.people = len(problem.seats), len(problem.people)
        self.groups: Groups = groups(problem, hours, rests)
        self.caps: Caps = caps(problem.people, self.groups, hours)
        self.programme = Programme.of_groups(self.groups, hours, rests)
        self.group = np.repeat(np.arange(len(self.groups)), np.diff(self.groups.first))  # by pair
        self.person = self.groups.person[self.group]  # by pair
        self.scale = float(np.mean(self.groups.points)) if len(self.groups.points) else 1.0
        self.possible = np.ones(len(self.groups), dtype=bool)
        for row, taken in zip(self.caps.rows, self.caps.taken, strict=True):
            self.possible &= taken <= self.caps.left[row]

    def ask(self, seats: Floats, hours: Floats) -> tuple[float, Ints, Ints, Floats]:
        """The bound at these prices, and the groups and the pairs that people choose; and what each person gains."""
        groups = self.groups
        reduced = groups.points - seats[groups.seat]
        best = np.maximum.reduceat(reduced, groups.first[:-1]) if len(groups) else np.zeros(0)
        worth = np.where(self.possible, best - self.caps.charge(hours), -1.0)
        gained, chosen = self.programme.solve(self.programme.items.values(worth))
        chosen = self.programme.groups_of(chosen)
        bound = seats.sum() + hours @ self.caps.left + gained.sum()
        return bound, chosen, _first_best(groups, reduced, best, chosen), gained


def _first_best(groups: Groups, reduced: Floats, best: Floats, chosen: Ints) -> Ints:
    """The first pair of each chosen group that is worth what its best is."""
    low, many = groups.first[chosen], groups.first[chosen + 1] - groups.first[chosen]
    at = np.repeat(np.arange(len(chosen)), many)
    pair = np.arange(len(at)) - np.repeat(np.cumsum(many) - many, many) + low[at]
    hit = np.flatnonzero(reduced[pair] == best[chosen][at])
    return pair[hit[np.flatnonzero(np.diff(at[hit], prepend=-1))]]
