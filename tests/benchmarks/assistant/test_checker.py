"""Each kind of breach is found in a plan that is broken by hand, and none in a lawful one."""

from array import array
from dataclasses import replace

import pytest

from benchmarks.assistant.checker import breaches
from benchmarks.assistant.instances import instance
from benchmarks.assistant.walk import walk
from booking.assistant.problem import Limits, Person
from tests.benchmarks.assistant.plans import all_hers, hers, seats, shift

MORNING, EVENING = shift("2027-03-01 07:00", 8), shift("2027-03-01 18:00", 4)


def kinds(problem_and_plan):
    return {breach.kind for breach in breaches(*problem_and_plan)}


def test_a_lawful_week_breaks_nothing():
    assert not kinds(hers(*(shift(f"2027-03-0{day} 07:00", 8) for day in range(1, 6))))


def test_a_pair_that_was_not_to_choose():
    problem, plan = hers(MORNING)
    other = replace(problem, people=[*problem.people, Person(1)])
    assert kinds((other, replace(plan, people=array("i", [1]), points=0))) == {"pair"}


def test_a_plan_of_other_seats():
    problem, plan = hers(MORNING)
    assert "seats" in kinds((problem, replace(plan, people=array("i", [0, 0]))))


def test_points_that_are_not_the_pairs():
    problem, plan = hers(MORNING)
    assert kinds((problem, replace(plan, points=11))) == {"points"}


def test_a_bound_below_the_plan():
    problem, plan = hers(MORNING)
    assert kinds((problem, replace(plan, bound=9))) == {"bound"}
    assert not kinds((problem, replace(plan, bound=10)))


@pytest.mark.parametrize("booked", [False, True])
def test_two_at_once(booked):
    late = shift("2027-03-01 14:00", 4)
    assert "overlap" in kinds(hers(MORNING, booked=(late,)) if booked else hers(MORNING, late))


@pytest.mark.parametrize("booked", [False, True])
def test_a_short_night(booked):
    night = shift("2027-03-01 16:00", 6)
    after = shift("2027-03-02 08:00", 6)
    assert kinds(hers(night, booked=(after,)) if booked else hers(night, after)) == {"daily_rest"}


def test_a_split_day_within_thirteen_hours_rests_enough():
    assert not kinds(hers(shift("2027-03-01 07:00", 4), shift("2027-03-01 16:00", 4)))
    assert "daily_rest" in kinds(hers(shift("2027-03-01 07:00", 4), shift("2027-03-01 16:00", 5)))


def test_a_day_that_is_too_long_from_first_to_last():
    split = shift("2027-03-01 07:00", 4), shift("2027-03-01 15:00", 4)
    assert kinds(hers(*split, longest_span=11 * 60)) == {"span"}
    assert not kinds(hers(*split, longest_span=12 * 60))


def test_the_night_that_is_an_hour_shorter():
    late, early = shift("2027-03-27 13:00", 8), shift("2027-03-28 08:00", 6)
    assert kinds(hers(late, early)) == {"daily_rest"}
    assert not kinds(hers(late, shift("2027-03-28 09:00", 6)))


@pytest.mark.parametrize("booked", [0, 4])
def test_seven_days_without_a_long_rest(booked):
    days = [shift(f"2027-03-0{day} 07:00", 5) for day in range(1, 8)]
    assert kinds(hers(*days[booked:], booked=tuple(days[:booked]))) == {"weekly_rest"}


def test_what_is_booked_wrongly_is_no_fault_of_the_plan():
    days = tuple(shift(f"2027-03-0{day} 07:00", 5) for day in range(1, 8))
    assert not kinds(hers(shift("2027-03-18 07:00", 5), booked=days, days_in_row=5))


@pytest.mark.parametrize("booked", [0, 3])
def test_too_many_hours_in_a_week(booked):
    days = [shift(f"2027-03-0{day} 07:00", 8.5) for day in range(1, 6)]
    assert kinds(hers(*days[booked:], booked=tuple(days[:booked]))) == {"weekly_hours"}
    assert not kinds(hers(*days[booked:], booked=tuple(days[:booked]), weekly_hours=43 * 60))


def test_too_many_hours_in_a_month():
    days = [shift("2027-02-28 07:00", 8), shift("2027-03-02 07:00", 8), shift("2027-03-31 07:00", 8)]
    assert kinds(hers(*days, month_cap=15 * 60)) == {"month_cap"}
    assert not kinds(hers(*days, month_cap=16 * 60))
    assert not kinds(hers(*days, month_cap=None))


def test_too_many_days_in_a_row():
    days = [shift(f"2027-03-0{day} 07:00", 4) for day in (1, 2, 3)]
    assert kinds(hers(days[1], booked=(days[0], days[2]), days_in_row=2)) == {"days_in_row"}
    assert not kinds(hers(*days, days_in_row=3))


def test_too_many_hours_on_average():
    weeks = [shift(f"2027-03-{day:02} 07:00", 8) for day in (1, 8)]
    assert kinds(hers(*weeks, average_weeks=2, average_hours=7 * 60)) == {"average"}
    assert not kinds(hers(*weeks, average_weeks=2, average_hours=8 * 60))
    assert kinds(hers(weeks[1], booked=(weeks[0],), average_weeks=2, average_hours=7 * 60)) == {"average"}


def test_two_in_a_day_of_somebody_under_18():
    two = shift("2027-03-01 07:00", 4), shift("2027-03-01 14:00", 4)
    assert kinds(hers(*two, one_a_day=True)) == {"one_a_day"}
    assert kinds(hers(two[1], booked=two[:1], one_a_day=True)) == {"one_a_day"}


def test_a_seat_that_must_not_be_a_second_one():
    two = shift("2027-03-01 07:00", 4), shift("2027-03-01 14:00", 4)
    assert kinds(all_hers(seats(*two, second=False), Person(0, Limits()))) == {"second"}
    assert not kinds(all_hers(seats(two[0], second=False), Person(0, Limits())))


def test_the_ranked_walk_is_lawful():
    problem = instance(120, 700, seed=3).problem
    assert not breaches(problem, walk(problem))
