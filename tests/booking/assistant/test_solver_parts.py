"""Components laid whole or in tiles, and time that is over before what was laid is mended."""

from itertools import count

import pytest

from booking.assistant.problem import Limits, Method
from booking.assistant.solver import Effort, solve
from booking.assistant.solving import losses, tiles, wholes
from tests.booking.assistant.judge import broken, points
from tests.booking.assistant.problems import person, problem, random_problem, shift

NEVER = 10**9


@pytest.mark.parametrize("seed", range(10))
def test_a_component_in_tiles_keeps_every_limit_and_is_worth_no_less_than_the_chains(seed: int, monkeypatch):
    asked = random_problem(3000 + seed, seats=60, people=16, days=10)
    monkeypatch.setattr(wholes, "PAIRS", 0)
    monkeypatch.setattr(tiles, "PAIRS", 60)

    plan = solve(asked, seed=seed)

    assert broken(plan, asked) == []
    assert plan.points == points(plan, asked) >= solve(asked, effort=Effort.QUICK).points
    assert plan.bound >= plan.points


def test_a_component_of_which_no_pair_matters_is_laid_in_one_tile(monkeypatch):
    asked = random_problem(3000, seats=60, people=16, days=10)
    monkeypatch.setattr(wholes, "PAIRS", 0)
    monkeypatch.setattr(losses, "OFTEN", 2)

    assert solve(asked).method == Method.PRICES


@pytest.mark.parametrize("ticks", range(1, 60, 3))
def test_whenever_the_time_is_over_the_plan_is_worth_no_less_than_the_chains(ticks: int):
    asked = random_problem(7, seats=80, people=12, days=14)
    chains = solve(asked, effort=Effort.QUICK)
    asks = count()

    plan = solve(asked, seconds=1, clock=lambda: 0.0 if next(asks) < 400 + ticks else NEVER)

    assert broken(plan, asked) == []
    assert plan.points >= chains.points


def test_a_rest_in_the_week_that_prices_do_not_know_of_is_in_what_is_proven():
    days = [shift(f"2027-03-0{day} 07:00", "13:00") for day in range(1, 8)]
    emma = person("Emma", Limits(weekly_hours=100 * 60, month_cap=None, days_in_row=None))

    plan = solve(problem(days, [emma], {(day, 0): 1_000 for day in range(7)}), effort=Effort.THOROUGH)

    assert (plan.filled, plan.gap) == (6, 0)
