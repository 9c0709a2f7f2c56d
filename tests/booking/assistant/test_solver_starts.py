"""Where the solver begins, and where it has nothing more to do."""

import logging
from random import Random

import pytest

from booking.assistant.problem import Limits, Problem, Seat, Shift
from booking.assistant.solver import Effort, solve
from booking.assistant.solving import duties
from booking.assistant.solving.board import Board
from booking.assistant.solving.deadline import NEVER
from booking.assistant.solving.walk import walk
from tests.booking.assistant.judge import broken
from tests.booking.assistant.problems import person, problem, random_problem, shift

RESTLESS = Limits(0, 1 << 30, 0, 1 << 30, 1 << 30, 1, None, None)
EFFORTS = pytest.mark.parametrize("effort", list(Effort))


def tasks(seed: int, workers: int, each: int) -> Problem:
    """Sets of tasks cut out of each worker's day, who are one too few for any other plan at the busiest hour."""
    dice = Random(seed)
    cuts = [sorted(dice.sample(range(10, 1430, 10), each - 1)) for _ in range(workers)]
    spans = sorted(
        (a, b, who) for who in range(workers) for a, b in zip([0, *cuts[who]], [*cuts[who], 1440], strict=True)
    )
    seats = [Shift(a, b, b - a, 719_163, 23_640, ((719_160, b - a),)) for a, b, _ in spans]
    can = {
        (n, who): 7 for n in range(len(spans)) for who in range(workers) if spans[n][2] == who or dice.random() < 0.5
    }
    return problem(seats, [person("?", RESTLESS) for _ in range(workers)], can)


@EFFORTS
@pytest.mark.parametrize("seed", range(10))
def test_no_plan_is_worth_less_than_the_ranked_walks(seed: int, effort: Effort):
    asked = random_problem(2000 + seed, seats=30, people=6, days=7)
    walked = Board(asked)
    walk(walked, NEVER)

    assert solve(asked, seed=seed, effort=effort).points >= walked.points


def test_a_walk_that_is_better_than_the_scarcest_first_is_gone_on_from():
    asked = tasks(3, workers=30, each=6)
    walked = Board(asked)
    walk(walked, NEVER)

    assert solve(asked, effort=Effort.QUICK).points >= walked.points


@pytest.mark.parametrize("seed", range(3))
def test_tasks_that_leave_nobody_a_free_minute_all_find_somebody(seed: int):
    asked = tasks(seed, workers=12, each=5)

    plan = solve(asked)

    assert (plan.filled, plan.gap) == (60, 0)
    assert broken(plan, asked) == []


def test_a_plan_that_gives_every_seat_its_best_is_proven_at_once():
    seats = [shift(f"2027-03-0{day} 07:00", "16:00") for day in range(1, 4)]
    booked = person("Bilal", Limits(), shift("2027-03-02 17:00", "23:00"))

    plan = solve(
        problem(seats, [person(), booked], {(0, 0): 50, (1, 1): 90, (1, 0): 60, (2, 0): 50}), effort=Effort.QUICK
    )

    assert (plan.points, plan.bound, list(plan.prices)) == (160, 160, [0, 0, 0])


def test_too_many_ways_to_join_shifts_make_the_bound_higher_and_nothing_else(monkeypatch, caplog):
    asked = random_problem(7, seats=60, people=12, days=10)
    exact = solve(asked)
    monkeypatch.setattr(duties, "MOST", 100)

    with caplog.at_level(logging.WARNING):
        plan = solve(asked)

    assert plan.bound >= exact.bound
    assert plan.bound >= plan.points
    assert caplog.text == ""


def test_who_needs_no_rest_may_have_one_after_another():
    early, late = shift("2027-03-01 07:00", "12:00"), shift("2027-03-01 12:00", "16:00")

    assert solve(problem([Seat(0, early), late], [person("?", RESTLESS)], {(0, 0): 7, (1, 0): 9})).filled == 2
