"""The ranked walk of systems in use today: the earliest order first, to the best ranked person who can have it."""

from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from booking.assistant.problem import Limits, Method, Person, Plan, Problem, Seat, Shift

DAY, WEEK = 24 * 60, 7 * 24 * 60
Piece = tuple[int, int]
"""From and until."""


def walk(problem: Problem) -> Plan:
    """Nothing that is given is taken back."""
    ranked: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for asked, person, points in zip(problem.pairs.seat, problem.pairs.person, problem.pairs.points, strict=True):
        ranked[asked].append((-points, person))
    people, total = array("i", [-1]) * len(problem.seats), 0
    hands = [Hand(person) for person in problem.people]
    for number in sorted(range(len(problem.seats)), key=lambda number: problem.seats[number].shift.starts):
        seat = problem.seats[number]
        for points, person in sorted(ranked[number]):
            if hands[person].can(seat):
                hands[person].give(seat)
                people[number], total = person, total - points
                break
    return Plan(people, total, Method.WALK)


class Hand:
    """One person's shifts as they become more."""

    def __init__(self, person: Person) -> None:
        self.limits: Limits = person.limits
        self.shifts: list[Shift] = list(person.booked)
        self.weeks, self.months = Counter(person.weeks), Counter(person.months)
        self.days = {shift.day for shift in person.booked}
        self.alone: set[int] = set()  # days with a seat that must not be a second

    def give(self, seat: Seat) -> None:
        shift = seat.shift
        insort(self.shifts, shift, key=attrgetter("starts"))
        self.weeks.update(dict(shift.weeks))
        self.months[shift.month] += shift.work
        self.days.add(shift.day)
        if not seat.second:
            self.alone.add(shift.day)

    def can(self, seat: Seat) -> bool:
        """Whether no rule is broken by it."""
        return self._has_day(seat) and self._has_hours(seat.shift) and self._is_rested(seat.shift)

    def _has_day(self, seat: Seat) -> bool:
        day, most = seat.shift.day, self.limits.days_in_row
        if day in self.days:
            return seat.second and day not in self.alone and not self.limits.one_a_day
        return most is None or 1 + self._streak(day, 1) + self._streak(day, -1) <= most

    def _streak(self, day: int, step: int) -> int:
        length = 0
        while day + step * (length + 1) in self.days:
            length += 1
        return length

    def _has_hours(self, shift: Shift) -> bool:
        limits, own = self.limits, shift.weeks[0][0]
        if any(self.weeks[week] + work > limits.weekly_hours for week, work in shift.weeks):
            return False
        if limits.month_cap is not None and self.months[shift.month] + shift.work > limits.month_cap:
            return False
        counted = sum(self.weeks[own - 7 * back] for back in range(limits.average_weeks))
        return counted + shift.work <= limits.average_hours * limits.average_weeks

    def _is_rested(self, shift: Shift) -> bool:
        near = [one for one in self.shifts if one.ends > shift.starts - 2 * WEEK and one.starts < shift.ends + 2 * WEEK]
        if any(one.starts < shift.ends and shift.starts < one.ends for one in near):
            return False
        before = _pieces(near)
        after = _pieces([*near, shift])
        days = {shift.starts, *(starts for starts, _ends in after)}
        if any(_longest(after, at, DAY) < self.limits.daily_rest for at in _reaching(days, DAY, shift)):
            return False
        needed = self.limits.weekly_rest
        weeks = {moment for piece in after for moment in piece}
        return all(
            (rest := _longest(after, at, WEEK)) >= needed or rest >= _longest(before, at, WEEK)
            for at in _reaching(weeks, WEEK, shift)
        )


def _reaching(anchors: set[int], length: int, shift: Shift) -> Iterator[int]:
    return (at for at in anchors if at < shift.ends and shift.starts < at + length)


def _pieces(shifts: Sequence[Shift]) -> list[Piece]:
    pieces: list[Piece] = []
    for starts, ends in sorted((shift.starts, shift.ends) for shift in shifts):
        if pieces and starts <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(ends, pieces[-1][1]))
        else:
            pieces.append((starts, ends))
    return pieces


def _longest(pieces: Sequence[Piece], at: int, length: int) -> int:
    """The longest rest in so long a time."""
    edges = [at]
    for starts, ends in pieces:
        if ends > at and starts < at + length:
            edges += (max(starts, at), min(ends, at + length))
    edges.append(at + length)
    return max(ends - starts for starts, ends in zip(edges[::2], edges[1::2], strict=True))
