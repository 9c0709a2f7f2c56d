"""The assistant's solver: the best plan for small problems, and what it proves of them."""

from itertools import chain, count, product, repeat

import pytest

from booking.assistant.problem import Method, Plan, Problem
from booking.assistant.solver import Effort, solve
from booking.assistant.solving.board import Board
from booking.assistant.solving.deadline import NEVER
from booking.assistant.solving.market import Market
from booking.assistant.solving.prices import prices
from booking.assistant.solving.walk import walk
from tests.booking.assistant.judge import alone_kept, broken, points, young_rested
from tests.booking.assistant.problems import person, problem, random_problem, shift

MONDAY = shift("2027-03-01 07:00", "16:00")
TUESDAY = shift("2027-03-02 07:00", "16:00")
EFFORTS = pytest.mark.parametrize("effort", list(Effort))


@EFFORTS
def test_a_seat_goes_to_the_one_with_most_points(effort: Effort):
    plan = solve(problem([MONDAY], [person(), person()], {(0, 0): 10, (0, 1): 20}), effort=effort)

    assert (list(plan.people), plan.points, plan.filled) == ([1], 20, 1)


@EFFORTS
def test_nothing_to_fill_is_a_plan_too(effort: Effort):
    assert solve(problem([], [], {}), effort=effort).points == 0
    assert list(solve(problem([MONDAY], [], {}), effort=effort).people) == [-1]
    assert list(solve(problem([MONDAY], [person()], {}), effort=effort).people) == [-1]


@EFFORTS
def test_she_who_alone_can_take_one_is_left_for_it(effort: Effort):
    worth = {(0, 0): 100, (0, 1): 90, (1, 0): 100}

    plan = solve(problem([MONDAY, MONDAY], [person(), person()], worth), effort=effort)

    assert list(plan.people) == [1, 0]


def test_chains_fill_what_the_walk_leaves():
    evening, morning = shift("2027-03-01 14:00", "22:00"), shift("2027-03-02 07:00", "16:00")
    worth = {(0, 0): 100, (0, 1): 90, (1, 0): 100, (2, 1): 100, (2, 0): 100}
    seats = [evening, morning, shift("2027-03-03 07:00", "16:00")]

    asked = problem(seats, [person(), person()], worth)
    walked = Board(asked)
    walk(walked, NEVER)

    plan = solve(asked, effort=Effort.QUICK)

    assert (len(walked.unfilled()), plan.filled, plan.method) == (1, 3, Method.CHAINS)


def test_two_parts_that_share_nothing_are_worth_what_they_are_apart():
    one, other = random_problem(3), random_problem(4)
    both = _beside(one, other)

    plan = solve(both)

    assert plan.points == solve(one).points + solve(other).points


def test_the_same_seed_gives_the_same_plan():
    asked = random_problem(7, seats=40, people=12)

    plans = {tuple(solve(asked, seed=5, effort=Effort.THOROUGH).people) for _ in range(3)}

    assert len(plans) == 1


def test_no_time_at_all_is_a_plan_that_keeps_the_limits():
    asked = random_problem(7, seats=40, people=12)

    plan = solve(asked, seconds=0)

    assert broken(plan, asked) == []


def test_time_that_runs_out_cuts_it_off_with_what_was_found():
    asked = random_problem(7, seats=40, people=12)
    ticks = count()

    plan = solve(asked, seconds=300, effort=Effort.THOROUGH, clock=lambda: float(next(ticks)))

    assert plan.filled > 0
    assert plan.bound is not None
    assert plan.bound >= plan.points


def test_time_that_is_enough_changes_no_price():
    market = Market(random_problem(7, seats=40, people=12))
    spent = chain([0.0], repeat(0.05))

    in_time, at_leisure = prices(market, 60, lambda: next(spent)), prices(market, 60, lambda: 0.0)

    assert in_time.bound == at_leisure.bound
    assert list(in_time.seats) == list(at_leisure.seats)


def test_a_seat_that_nobody_can_take_is_worth_one_more():
    plan = solve(
        problem([MONDAY, MONDAY, TUESDAY], [person(), person()], {(0, 0): 90, (1, 0): 90, (2, 0): 90, (2, 1): 90})
    )

    assert [price > 0 for price in plan.prices] == [True, True, False]


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_is_above_the_best_there_is_and_the_plan_at_most_it(seed: int):
    asked = random_problem(seed)
    best = _best(asked)

    plan = solve(asked, seed=seed, effort=Effort.THOROUGH)

    assert plan.bound is not None
    assert plan.points <= best <= plan.bound


@pytest.mark.parametrize("seed", range(30))
def test_no_plan_breaks_a_rule(seed: int):
    asked = random_problem(1000 + seed, seats=30, people=6, days=14 if seed % 2 else 6)

    for effort in (Effort.QUICK, Effort.NORMAL):
        plan = solve(asked, seed=seed, effort=effort)

        assert broken(plan, asked) == []
        assert alone_kept(plan, asked)
        assert young_rested(plan, asked)
        assert points(plan, asked) == plan.points


def _best(asked: Problem) -> int:
    """The most that any plan is worth: all of them are tried."""
    columns = zip(asked.pairs.seat, asked.pairs.person, asked.pairs.points, strict=True)
    worth = {(seat, who): each for seat, who, each in columns}
    choices = [[-1, *(who for (at, who) in worth if at == seat)] for seat in range(len(asked.seats))]
    plans = sorted(product(*choices), key=lambda people: -_worth(worth, people))
    return next(_worth(worth, people) for people in plans if _lawful(people, asked))


def _worth(worth: dict[tuple[int, int], int], people: tuple[int, ...]) -> int:
    return sum(worth[pair] for pair in enumerate(people) if pair[1] >= 0)


def _lawful(people: tuple[int, ...], asked: Problem) -> bool:
    plan = Plan(people, 0, Method.WALK)
    return not broken(plan, asked) and alone_kept(plan, asked)


def _beside(one: Problem, other: Problem) -> Problem:
    worth = {}
    for part, seats, people in ((one, 0, 0), (other, len(one.seats), len(one.people))):
        for seat, who, each in zip(part.pairs.seat, part.pairs.person, part.pairs.points, strict=True):
            worth[seat + seats, who + people] = each
    return problem([*one.seats, *other.seats], [*one.people, *other.people], worth)
