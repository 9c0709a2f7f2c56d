"""What the model says of days to come."""

import uuid
from datetime import date, timedelta

import pytest

from booking.forecast import leads
from booking.forecast.history import History
from booking.forecast.model import HORIZON, enough, foresee, together
from booking.forecast.sorts import Calendar, Sort
from booking.forecast.usual import usual
from tests.booking.forecast.history_of import PLAIN, TODAY, every_day

KEY, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


def test_what_has_been_the_same_each_day_goes_on():
    days = foresee({KEY: every_day(3)}, PLAIN, on=TODAY)[KEY].days

    assert len(days) == HORIZON
    assert [round(day.usual, 1) for day in days] == pytest.approx([3.0] * HORIZON, abs=0.1)


def test_a_weekday_keeps_its_own_number():
    history = every_day(lambda day: 8 if day.weekday() == 4 else 2)

    found = {day.day.weekday(): day.usual for day in foresee({KEY: history}, PLAIN, on=TODAY)[KEY].days}

    assert found[4] == pytest.approx(8, abs=0.3)
    assert found[0] == pytest.approx(2, abs=0.2)


def test_a_place_that_is_closed_at_weekends_orders_next_to_nothing_then():
    history = every_day(lambda day: 0 if day.weekday() >= 5 else 4)

    saturday = next(day for day in foresee({KEY: history}, PLAIN, on=TODAY)[KEY].days if day.day.weekday() == 5)

    assert saturday.usual < 0.1


def test_the_latest_weeks_count_most():
    history = every_day(lambda day: 6 if (TODAY - day).days <= 28 else 2)

    assert 4 < usual(history, PLAIN, on=TODAY).level < 6


def test_a_red_day_is_a_sunday_where_none_has_been_seen():
    history = every_day(lambda day: 0 if day.weekday() >= 5 else 4)
    red = date(2026, 5, 14)

    found = {day.day: day for day in foresee({KEY: history}, Calendar({red}, ()), on=TODAY)[KEY].days}

    assert found[red].sort is Sort.RED
    assert found[red].usual < 0.1


def test_red_days_that_had_more_than_sundays_are_learnt_from():
    red = {TODAY - timedelta(days=number) for number in range(10, 200, 17)}
    history = every_day(lambda day: 6 if day in red else 2)

    found = usual(history, Calendar(red, ()), on=TODAY)

    assert found.sorts[Sort.RED] == pytest.approx(3, abs=0.9)


def test_one_odd_day_does_not_make_a_sort():
    red = {TODAY - timedelta(days=30)}
    history = every_day(lambda day: 4 if day in red else 1)

    assert usual(history, Calendar(red, ()), on=TODAY).sorts[Sort.RED] < 1.6


def test_what_is_placed_is_known_and_the_rest_is_still_to_come():
    rows = [(TODAY - timedelta(days=n), TODAY - timedelta(days=n + lead), 2) for n in range(1, 200) for lead in (0, 10)]
    soon = TODAY + timedelta(days=5)
    history = History.of([*rows, (soon, TODAY - timedelta(days=4), 3)])

    day = next(one for one in foresee({KEY: history}, PLAIN, on=TODAY)[KEY].days if one.day == soon)

    assert day.placed == 3
    assert day.to_come == pytest.approx(2, abs=0.2)  # half of four is placed ten days before
    assert day.expected == pytest.approx(5, abs=0.2)


def test_an_order_that_is_placed_today_was_not_known_this_morning():
    history = History.of([(TODAY + timedelta(days=1), TODAY, 1), (TODAY + timedelta(days=1), TODAY - timedelta(1), 1)])

    assert history.known(TODAY + timedelta(days=1), on=TODAY) == 1


def test_an_occupation_with_few_orders_is_placed_as_early_as_the_others():
    like = leads.shares(every_day(5, lead=10), on=TODAY, horizon=HORIZON)

    found = leads.shares(every_day(0), on=TODAY, horizon=HORIZON, like=like)

    assert (round(found[9], 2), found[10]) == (1.0, 0.0)


@pytest.mark.parametrize(("weeks", "number"), [(11, 3), (30, 0)])
def test_with_little_history_nothing_is_said(weeks, number):
    history = every_day(number, weeks=weeks)

    assert not enough(history, on=TODAY)
    assert foresee({KEY: history}, PLAIN, on=TODAY) == {}


def test_the_occupations_of_an_area_come_to_one():
    both = foresee({KEY: every_day(3), OTHER: every_day(1)}, PLAIN, on=TODAY)

    assert together(both)[0].usual == pytest.approx(4, abs=0.1)


def test_the_same_is_said_each_time():
    kinds = {KEY: every_day(lambda day: day.day % 5)}

    assert foresee(kinds, PLAIN, on=TODAY) == foresee(kinds, PLAIN, on=TODAY)
