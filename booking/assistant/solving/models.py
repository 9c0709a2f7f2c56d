"""A part of the plan as an exact model: some people's whole time, and the seats that they have or could have.

Conflicts are cliques per person over time: hours of which at most one can be hers. Weekly rest, days in a row and the
average of hours are not in the model: whoever reads its answer gives out seats by the rosters, which ask for all.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from booking.assistant.problem import Limits, Problem, Seat
from booking.assistant.solving.roster import Roster

DAY = 24 * 60

Hours = tuple[int, int, bool, int]
"""What makes two seats alike for a person: start, end, whether it may be a second shift, and the work."""


@dataclass(slots=True)
class Model:
    """Choices, of which at most one in each clique is made, and sums of them that have a most."""

    seats: list[int] = field(default_factory=list)  # by choice
    people: list[int] = field(default_factory=list)  # by choice
    points: list[int] = field(default_factory=list)  # by choice
    cliques: list[list[int]] = field(default_factory=list)
    sums: list[tuple[list[int], list[int], int]] = field(default_factory=list)  # choices, what each takes, the most

    def add(self, seat: int, person: int, points: int) -> None:
        """One choice more."""
        self.seats.append(seat)
        self.people.append(person)
        self.points.append(points)


def model(problem: Problem, people: Sequence[int], pairs: Iterable[tuple[int, int, int]]) -> Model:
    """Of these people, whose seats are free to move, and these pairs: seat, person and points."""
    made = Model()
    rosters = {person: Roster(problem.people[person]) for person in people}
    of_seat: dict[int, list[int]] = defaultdict(list)
    alike: dict[int, dict[Hours, list[int]]] = {person: {} for person in people}
    for seat, person, points in pairs:
        what = problem.seats[seat]
        hours = what.shift.starts, what.shift.ends, what.second, what.shift.work
        if hours not in alike[person]:
            alike[person][hours] = []
            if not rosters[person].fits(what):
                continue
        elif not alike[person][hours]:
            continue  # it did not fit before
        of_seat[seat].append(len(made.seats))
        alike[person][hours].append(len(made.seats))
        made.add(seat, person, points)
    made.cliques += [choices for choices in of_seat.values() if len(choices) > 1]
    for person, by_hours in alike.items():
        options = [choices for _, choices in sorted(by_hours.items()) if choices]
        seats = [problem.seats[made.seats[choices[0]]] for choices in options]
        cliques = _cliques(seats, problem.people[person].limits)
        made.cliques += [[choice for n in clique for choice in options[n]] for clique in cliques]
        _add_sums(made, options, seats, rosters[person])
    return made


def _cliques(seats: list[Seat], limits: Limits) -> list[list[int]]:
    """Around each seat, as many as all exclude each other, until all that it excludes are in one with it."""
    found: list[list[int]] = []
    for n in range(len(seats)):
        left = _excluded(seats, n, limits)
        while True:
            clique, others = [n], list[int]()
            for later in left:
                both = all(_excludes(seats[one], seats[later], limits) for one in clique[1:])
                (clique if both else others).append(later)
            if not any(set(clique) <= set(other) for other in found[-6:]):
                found.append(clique)
            if not others:
                break
            left = others
    return found


def _excluded(seats: list[Seat], n: int, limits: Limits) -> list[int]:
    """The later ones that it excludes."""
    excluded = []
    for later in range(n + 1, len(seats)):
        if seats[later].shift.starts >= seats[n].shift.ends + max(limits.daily_rest, DAY):
            break
        if _excludes(seats[n], seats[later], limits):
            excluded.append(later)
    return excluded


def _excludes(one: Seat, later: Seat, limits: Limits) -> bool:
    """Whether she cannot have both; `later` starts no sooner."""
    first, then = one.shift, later.shift
    if first.day == then.day and (limits.one_a_day or not (one.second and later.second)):
        return True
    gap = then.starts - first.ends
    if gap >= limits.daily_rest:
        return False
    return gap < 0 or limits.one_a_day or max(first.ends, then.ends) - first.starts > DAY - limits.daily_rest


def _add_sums(made: Model, options: list[list[int]], seats: list[Seat], roster: Roster) -> None:
    """Hours a week and a month, where the seats could pass them."""
    takes: dict[tuple[str, int], list[tuple[list[int], int]]] = defaultdict(list)
    for choices, seat in zip(options, seats, strict=True):
        for week, work in seat.shift.weeks:
            takes["week", week].append((choices, work))
        takes["month", seat.shift.month].append((choices, seat.shift.work))
    for (kind, when), rows in takes.items():
        left = roster.left_in_week(when) if kind == "week" else roster.left_in_month(when)
        if left is not None and sum(work for _, work in rows) > left:
            chosen = [(choice, work) for choices, work in rows for choice in choices]
            made.sums.append(([choice for choice, _ in chosen], [work for _, work in chosen], left))
