"""The same problem given whole to a public optimiser: OR-tools' CP-SAT.

Its model has what is easily said: a person a seat, shifts that cannot both be hers, and hours. What it breaks of the
rest (weekly rest, days in a row, averages) is taken out of its plan again; its bound holds all the same.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ortools.sat.python import cp_model

from benchmarks.assistant.walk import DAY, Hand
from booking.assistant.problem import Limits, Method, Person, Plan, Problem, Seat

Choice = cp_model.IntVar
Chosen = tuple[Seat, Choice]


def public(problem: Problem, seconds: float) -> Plan:
    """As far as it comes in so long a time, on all cores; without an answer in time, nobody has anything."""
    model = cp_model.CpModel()
    pairs, choices = _choices(problem, model)
    _constrain(problem, model, choices)
    model.maximize(sum(points * choices[pair] for pair, points in pairs.items()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 2
    answered = solver.solve(model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    taken = [pair for pair in pairs if answered and solver.boolean_value(choices[pair])]
    bound = int(solver.best_objective_bound)
    return _lawful(problem, pairs, taken, bound if 0 < bound <= sum(pairs.values()) else None)


def _choices(
    problem: Problem, model: cp_model.CpModel
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], Choice]]:
    """A variable for each pair that is lawful alone."""
    hands = [Hand(person) for person in problem.people]
    pairs = {
        (seat, person): points
        for seat, person, points in zip(problem.pairs.seat, problem.pairs.person, problem.pairs.points, strict=True)
        if hands[person].can(problem.seats[seat])
    }
    return pairs, {pair: model.new_bool_var("") for pair in pairs}


def _constrain(problem: Problem, model: cp_model.CpModel, choices: dict[tuple[int, int], Choice]) -> None:
    by_seat: defaultdict[int, list[Choice]] = defaultdict(list)
    by_person: defaultdict[int, list[Chosen]] = defaultdict(list)
    for (seat, person), choice in choices.items():
        by_seat[seat].append(choice)
        by_person[person].append((problem.seats[seat], choice))
    for one in by_seat.values():
        model.add_at_most_one(one)
    for person, own in by_person.items():
        own.sort(key=lambda chosen: chosen[0].shift.starts)
        for clique in _cliques(own, problem.people[person].limits):
            model.add_at_most_one(own[number][1] for number in clique)
        _hours(model, problem.people[person], own)


def _cliques(own: Sequence[Chosen], limits: Limits) -> Iterator[list[int]]:
    """Sets of which one can be hers, that together hold every two that cannot."""
    seats, last = [seat for seat, _choice in own], set[int]()
    for first, seat in enumerate(seats):
        later = range(first + 1, len(seats))
        left = [other for other in later if _conflict(seat, seats[other], limits)]
        while left:
            clique, others = [first], list[int]()
            for other in left:
                fits = all(_conflict(seats[one], seats[other], limits) for one in clique)
                (clique if fits else others).append(other)
            if not last.issuperset(clique):
                last = set(clique)
                yield clique
            left = others


def _conflict(first: Seat, second: Seat, limits: Limits) -> bool:
    """Whether she cannot have both, of which the first starts first, whatever else she has."""
    one, other = first.shift, second.shift
    rest = max(other.starts - one.ends, one.starts + DAY - other.ends)
    alone = limits.one_a_day or not (first.second and second.second)
    return other.starts < one.ends or rest < limits.daily_rest or (alone and one.day == other.day)


def _hours(model: cp_model.CpModel, person: Person, own: Sequence[Chosen]) -> None:
    weeks: defaultdict[int, list[cp_model.LinearExprT]] = defaultdict(list)
    months: defaultdict[int, list[cp_model.LinearExprT]] = defaultdict(list)
    for seat, choice in own:
        months[seat.shift.month].append(seat.shift.work * choice)
        for week, work in seat.shift.weeks:
            weeks[week].append(work * choice)
    for week, parts in weeks.items():
        model.add(sum(parts) <= person.limits.weekly_hours - person.weeks.get(week, 0))
    if person.limits.month_cap is not None:
        for month, parts in months.items():
            model.add(sum(parts) <= person.limits.month_cap - person.months.get(month, 0))


def _lawful(
    problem: Problem, pairs: dict[tuple[int, int], int], taken: list[tuple[int, int]], bound: int | None
) -> Plan:
    people, total = array("i", [-1]) * len(problem.seats), 0
    hands = [Hand(person) for person in problem.people]
    for seat, person in sorted(taken, key=lambda pair: problem.seats[pair[0]].shift.starts):
        if hands[person].can(problem.seats[seat]):
            hands[person].give(problem.seats[seat])
            people[seat], total = person, total + pairs[seat, person]
    return Plan(people, total, Method.PRICES, bound)
