"""The seeded municipalities: the same again, and as what is told of them."""

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from benchmarks.assistant.habits import joined
from benchmarks.assistant.instances import instance
from benchmarks.assistant.times import table
from benchmarks.assistant.walk import walk
from tests.clock import at

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def test_the_same_seed_gives_the_same_municipality():
    assert instance(60, 300, seed=4) == instance(60, 300, seed=4)
    assert instance(60, 300, seed=4) != instance(60, 300, seed=5)


def test_there_are_so_many_people_and_orders_and_pairs_by_seat_and_person():
    problem = instance(60, 300).problem
    assert (len(problem.people), len(problem.seats)) == (60, 300)
    pairs = list(zip(problem.pairs.seat, problem.pairs.person, strict=True))
    assert pairs == sorted(set(pairs))
    assert len(pairs) > 600
    assert min(problem.pairs.points) > 0


def test_days_weeks_and_months_are_stockholms():
    for row in table(date(2027, 3, 1)).shifts:
        for shift in row:
            starts = datetime.fromtimestamp(shift.starts * 60, STOCKHOLM)
            assert shift.day == starts.toordinal()
            assert shift.month == starts.year * 12 + starts.month - 1
            assert sum(work for _week, work in shift.weeks) == shift.work
            assert shift.weeks[0][0] == starts.toordinal() - starts.weekday()


@pytest.mark.parametrize(("start", "hours"), [(date(2027, 3, 1), 9), (date(2027, 10, 1), 11)])
def test_a_night_in_which_the_clock_changes_is_as_long_as_it_is(start, hours):
    lengths = {shift.ends - shift.starts for row in table(start).shifts for shift in row}
    assert hours * 60 in lengths


def test_nobody_is_asked_about_times_when_she_is_booked():
    problem = instance(60, 300).problem
    for seat, person in zip(problem.pairs.seat, problem.pairs.person, strict=True):
        asked = problem.seats[seat].shift
        booked = problem.people[person].booked
        assert not any(one.starts < asked.ends and asked.starts < one.ends for one in booked)


def test_bookings_are_in_order_and_counted():
    for person in instance(60, 300).problem.people:
        assert all(one.ends <= other.starts for one, other in pairwise(person.booked))
        assert sum(person.months.values()) == sum(shift.work for shift in person.booked)


def test_adjacent_blocks_are_one_and_others_are_not():
    spans = joined(np.array([1, 0, 0, 0]), np.array([0, 5, 0, 20]), np.array([9, 10, 5, 30]))
    assert spans.covering(np.array([0, 0, 1]), np.array([2, 8, 2]), np.array([8, 25, 8])).tolist() == [
        True,
        False,
        True,
    ]


def test_the_ranked_walk_fills_nearly_all():
    problem = instance(600, 3_000).problem
    assert 0.9 < walk(problem).filled / 3_000 < 0.99


def test_the_month_is_where_it_is_asked_to_be():
    seats = instance(60, 300, start=date(2028, 2, 1)).problem.seats
    assert at("2028-02-01 00:00").timestamp() <= seats[0].shift.starts * 60
    assert seats[-1].shift.day <= date(2028, 2, 29).toordinal()
