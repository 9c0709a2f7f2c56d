"""The plan as it grows: who has each seat, everybody's roster, and who may have a seat, best first."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from booking.assistant.problem import Problem
from booking.assistant.solving.roster import Roster

NOBODY = -1


class Board:
    """A plan in the making, in which every roster keeps its limits."""

    __slots__ = ("_best", "_first", "given", "points", "problem", "rosters", "seats", "value", "who")

    def __init__(self, problem: Problem) -> None:
        """Nobody has anything."""
        self.problem = problem
        self.seats = problem.seats
        self.rosters = [Roster(person) for person in problem.people]
        self.given: list[list[int]] = [[] for _ in problem.people]
        self.who = [NOBODY] * len(problem.seats)
        self.value = [0] * len(problem.seats)  # what the seat is worth as it is given
        self.points = 0
        column = problem.pairs.seat
        self._first = [bisect_left(column, seat) for seat in range(len(problem.seats) + 1)]
        self._best: dict[int, list[tuple[int, int]]] = {}

    def cleared(self) -> "Board":
        """Another of the same problem, on which nobody has anything; what is known of candidates is shared."""
        board = Board(self.problem)
        board._best = self._best
        return board

    def candidates(self, seat: int) -> list[tuple[int, int]]:
        """Points and person, the best first; among equals, the person who comes first."""
        found = self._best.get(seat)
        if found is None:
            pairs, first, last = self.problem.pairs, self._first[seat], self._first[seat + 1]
            found = list(zip(pairs.points[first:last], pairs.person[first:last], strict=True))
            found.sort(key=_points, reverse=True)
            self._best[seat] = found
        return found

    def choices(self, seat: int) -> int:
        """How many may have it."""
        return self._first[seat + 1] - self._first[seat]

    def worth(self, seat: int, person: int) -> int:
        """The points of a pair; 0 where it is none."""
        first, last = self._first[seat], self._first[seat + 1]
        at = bisect_left(self.problem.pairs.person, person, first, last)
        return self.problem.pairs.points[at] if at < last and self.problem.pairs.person[at] == person else 0

    def give(self, seat: int, person: int, points: int) -> None:
        """It fits, and is nobody's."""
        self.rosters[person].add(self.seats[seat])
        self.given[person].append(seat)
        self.who[seat], self.value[seat] = person, points
        self.points += points

    def take(self, seat: int) -> int:
        """Back from the one who has it, who is the answer."""
        person = self.who[seat]
        self.rosters[person].remove(self.seats[seat])
        self.given[person].remove(seat)
        self.points -= self.value[seat]
        self.who[seat], self.value[seat] = NOBODY, 0
        return person

    def restore(self, who: Sequence[int]) -> None:
        """As it was when these had the seats."""
        changed = [seat for seat, person in enumerate(who) if self.who[seat] != person]
        for seat in changed:
            if self.who[seat] != NOBODY:
                self.take(seat)
        for seat in changed:
            if who[seat] != NOBODY:
                self.give(seat, who[seat], self.worth(seat, who[seat]))

    def fits(self, seat: int, person: int) -> bool:
        """Whether the person may have it beside what she has."""
        return self.rosters[person].fits(self.seats[seat])

    def offer(self, seat: int) -> bool:
        """Give it to the best who may have it; whether somebody may."""
        for points, person in self.candidates(seat):
            if self.fits(seat, person):
                self.give(seat, person, points)
                return True
        return False

    def is_ideal(self) -> bool:
        """Whether each seat has the best who may have it at all, so that no plan is worth more."""
        return all(self.value[seat] >= self._most(seat) for seat in range(len(self.seats)))

    def _most(self, seat: int) -> int:
        """What the seat is worth with the best who may have it beside what she is booked for; 0 where nobody may."""
        for points, person in self.candidates(seat):
            if points <= self.value[seat] or Roster(self.problem.people[person]).fits(self.seats[seat]):
                return points
        return 0

    def unfilled(self) -> list[int]:
        """The seats that nobody has and somebody may have, the scarcest first."""
        left = [seat for seat, who in enumerate(self.who) if who == NOBODY and self.choices(seat)]
        return sorted(left, key=self.choices)

    def people(self) -> "array[int]":
        """Who has each seat, as a plan says it."""
        return array("i", self.who)


def _points(pair: tuple[int, int]) -> int:
    return pair[0]
