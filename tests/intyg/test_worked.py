"""Hours by the day, the month and the occupation: real time, less the break."""

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.period import Period
from intyg.templatetags.requests import shown_hours
from intyg.worked import Shift, hours_by_day, months_of, summed
from tests.clock import at

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def shift(starts: str, ends: str, *, rest: int = 0, occupation: str = "undersköterska") -> Shift:
    return Shift(Period(at(starts), at(ends)), rest=rest * MINUTE, workplace="Solgården", occupation=occupation)


def test_scenario_3_the_night_to_summer_time_is_seven_hours():
    night = shift("2027-03-27 22:00", "2027-03-28 06:00")

    assert night.hours == 7 * HOUR
    assert shown_hours(night, night.hours) == "7 h (sommartid)"


def test_scenario_4_the_night_to_normal_time_is_nine_hours():
    night = shift("2027-10-30 22:00", "2027-10-31 06:00")

    assert night.hours == 9 * HOUR
    assert shown_hours(night, night.hours) == "9 h (normaltid)"


def test_an_ordinary_night_has_no_note():
    assert shown_hours(shift("2026-05-12 22:00", "2026-05-13 06:00"), 7.5 * HOUR) == "7,5 h"


def test_the_break_is_not_worked():
    assert shift("2026-05-12 07:00", "2026-05-12 16:00", rest=45).hours == 8.25 * HOUR


def test_a_break_longer_than_the_shift_leaves_nothing_rather_than_less():
    assert shift("2026-05-12 07:00", "2026-05-12 08:00", rest=90).hours == timedelta()


def test_a_night_over_the_end_of_a_month_is_split_at_local_midnight():
    done = summed([shift("2026-04-30 22:00", "2026-05-01 06:00")], date(2026, 4, 1), date(2026, 5, 31))

    assert [(month.name, month.hours) for month in done.months] == [("2026-04", 2 * HOUR), ("2026-05", 6 * HOUR)]
    assert done.total.hours == 8 * HOUR


def test_the_night_is_one_day_worked_in_the_month_where_it_begins():
    done = summed([shift("2026-04-30 22:00", "2026-05-01 06:00")], date(2026, 4, 1), date(2026, 5, 31))

    assert [month.days for month in done.months] == [1, 0]


def test_the_break_of_a_split_night_is_taken_where_most_of_it_is():
    assert hours_by_day(shift("2026-04-30 22:00", "2026-05-01 06:00", rest=30)) == {
        date(2026, 4, 30): 2 * HOUR,
        date(2026, 5, 1): 5.5 * HOUR,
    }


def test_two_shifts_on_one_day_are_one_day():
    done = summed(
        [shift("2026-05-12 07:00", "2026-05-12 11:00"), shift("2026-05-12 16:00", "2026-05-12 21:00")],
        date(2026, 5, 1),
        date(2026, 5, 31),
    )

    assert (done.total.days, done.total.hours) == (1, 9 * HOUR)


def test_a_month_without_work_is_shown_with_nothing():
    done = summed([], date(2026, 2, 10), date(2026, 4, 3))

    assert [(month.name, month.hours, month.days) for month in done.months] == [
        ("2026-02", timedelta(), 0),
        ("2026-03", timedelta(), 0),
        ("2026-04", timedelta(), 0),
    ]


def test_what_lies_outside_the_period_is_left_out_of_the_months_too():
    shifts = [shift("2026-04-09 07:00", "2026-04-09 16:00"), shift("2026-04-10 22:00", "2026-04-11 06:00")]

    done = summed(shifts, date(2026, 4, 11), date(2026, 4, 30))

    assert (done.total.hours, done.months[0].hours, done.total.days) == (6 * HOUR, 6 * HOUR, 0)


def test_each_occupation_has_its_own_sum():
    done = summed(
        [
            shift("2026-05-12 07:00", "2026-05-12 15:00"),
            shift("2026-05-13 07:00", "2026-05-13 11:00", occupation="barnskötare"),
        ],
        date(2026, 5, 1),
        date(2026, 5, 31),
    )

    assert [(total.name, total.days, total.hours) for total in done.occupations] == [
        ("barnskötare", 1, 4 * HOUR),
        ("undersköterska", 1, 8 * HOUR),
    ]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), [date(2025, 12, 1), date(2026, 1, 1)]),
        (date(2026, 2, 1), date(2026, 2, 28), [date(2026, 2, 1)]),
    ],
)
def test_the_months_of_a_period(first, last, months):
    assert list(months_of(first, last)) == months


@given(
    starts=st.integers(min_value=0, max_value=3 * 365 * 24 * 4),
    quarters=st.integers(min_value=1, max_value=100),
    rest=st.integers(min_value=0, max_value=180),
)
def test_the_days_always_add_up_to_the_shift(starts, quarters, rest):
    begins = at("2026-01-01 00:00").astimezone(UTC) + starts * 15 * MINUTE
    worked = Shift(Period(begins, begins + quarters * 15 * MINUTE), rest=rest * MINUTE)

    parts = hours_by_day(worked)

    assert sum(parts.values(), timedelta()) == worked.hours
    assert all(hours >= timedelta() for hours in parts.values())
