"""Each limit of a person's, and how near it the solver goes."""

import pytest

from booking.assistant.problem import Limits, Seat, Shift
from booking.assistant.solver import Effort, solve
from tests.booking.assistant.problems import FREE, everybody, person, problem, shift

EFFORTS = pytest.mark.parametrize("effort", [Effort.QUICK, Effort.NORMAL])


def filled(*shifts: Shift | Seat, limits: Limits = FREE, booked: tuple[Shift, ...] = (), effort: Effort) -> int:
    """How many of them one person gets."""
    asked = problem(shifts, [person("Amira", limits, *booked)], everybody(len(shifts), 1))
    return solve(asked, effort=effort).filled


def days(number: int, hours: str = "07:00 15:00", first: int = 1) -> list[Shift]:
    """The same hours on so many days of March 2027, which begins with a Monday."""
    starts, ends = hours.split()
    return [shift(f"2027-03-{day:02} {starts}", ends) for day in range(first, first + number)]


@EFFORTS
def test_nobody_is_in_two_places_but_shifts_may_meet(effort: Effort):
    early = shift("2027-03-01 07:00", "12:00")

    assert filled(early, shift("2027-03-01 11:00", "16:00"), effort=effort) == 1
    assert filled(early, shift("2027-03-01 12:00", "16:00"), effort=effort) == 2


@EFFORTS
@pytest.mark.parametrize(("starts", "both"), [("09:00", 2), ("08:00", 1)])
def test_eleven_hours_of_rest_between_two_days(starts: str, both: int, effort: Effort):
    late = shift("2027-03-01 14:00", "22:00")

    assert filled(late, shift(f"2027-03-02 {starts}", "16:00"), effort=effort) == both


@EFFORTS
@pytest.mark.parametrize(("starts", "both"), [("09:00", 1), ("10:00", 2)])
def test_rest_is_real_hours_in_the_night_when_the_clock_is_put_forward(starts: str, both: int, effort: Effort):
    late = shift("2027-03-27 14:00", "22:00")

    assert filled(late, shift(f"2027-03-28 {starts}", "16:00"), effort=effort) == both


@EFFORTS
@pytest.mark.parametrize(("starts", "both"), [("07:00", 1), ("08:00", 2)])
def test_rest_is_real_hours_in_the_night_when_the_clock_is_put_back(starts: str, both: int, effort: Effort):
    late = shift("2027-10-30 14:00", "22:00")

    assert filled(late, shift(f"2027-10-31 {starts}", "16:00"), effort=effort) == both


@EFFORTS
@pytest.mark.parametrize(("ends", "both"), [("20:00", 2), ("21:00", 1)])
def test_a_split_day_is_over_in_thirteen_hours(ends: str, both: int, effort: Effort):
    assert filled(shift("2027-03-01 07:00", "10:00"), shift("2027-03-01 16:00", ends), effort=effort) == both


@EFFORTS
def test_a_split_day_is_over_in_its_span_also_where_the_rest_may_be_short(effort: Effort):
    limits = Limits(daily_rest=8 * 60, longest_span=13 * 60)

    assert (
        filled(shift("2027-03-01 07:00", "10:00"), shift("2027-03-01 16:00", "21:00"), limits=limits, effort=effort)
        == 1
    )


@EFFORTS
def test_thirty_six_hours_of_rest_in_every_seven_days(effort: Effort):
    assert filled(*days(7), effort=effort) == 6
    assert filled(*days(14), effort=effort) == 12


@EFFORTS
def test_a_week_has_its_hours_and_a_night_over_its_end_counts_in_both(effort: Effort):
    limits = Limits(weekly_hours=24 * 60)
    night = shift("2027-03-07 21:00", "07:00")

    assert filled(*days(5), limits=limits, effort=effort) == 3
    assert filled(*days(3), night, limits=limits, effort=effort) == 3
    assert filled(night, *days(5, first=9), limits=limits, effort=effort) == 3


@EFFORTS
def test_a_month_has_its_hours_with_what_is_booked(effort: Effort):
    limits = Limits(month_cap=20 * 60)

    assert filled(*days(3), limits=limits, effort=effort) == 2
    assert filled(*days(3), limits=limits, booked=tuple(days(1, first=22)), effort=effort) == 1


@EFFORTS
def test_the_average_is_over_the_weeks_that_end_with_the_shifts_own(effort: Effort):
    limits = Limits(average_hours=4 * 60, average_weeks=4)
    long_ago = tuple(days(2))

    assert filled(*days(2, first=8), limits=limits, booked=long_ago, effort=effort) == 0
    assert filled(*days(2, first=29), limits=limits, booked=long_ago, effort=effort) == 2


@EFFORTS
def test_days_in_a_row_count_those_that_are_booked(effort: Effort):
    limits = Limits(days_in_row=3)

    assert filled(*days(5), limits=limits, effort=effort) == 4
    assert filled(*days(3), limits=limits, booked=tuple(days(1, first=4)), effort=effort) == 2


@EFFORTS
def test_who_is_under_eighteen_has_one_shift_a_day_and_rests_between(effort: Effort):
    limits = Limits(daily_rest=12 * 60, one_a_day=True)

    assert (
        filled(shift("2027-03-01 08:00", "10:00"), shift("2027-03-01 12:00", "14:00"), limits=limits, effort=effort)
        == 1
    )
    assert (
        filled(shift("2027-03-01 20:00", "22:00"), shift("2027-03-02 07:00", "08:00"), limits=limits, effort=effort)
        == 1
    )


@EFFORTS
def test_what_may_be_no_second_shift_is_the_only_one_of_its_day(effort: Effort):
    early, late = shift("2027-03-01 07:00", "10:00"), shift("2027-03-01 12:00", "15:00")

    assert filled(Seat(0, early), Seat(1, late, second=False), effort=effort) == 1
    assert filled(Seat(0, late, second=False), booked=(early,), effort=effort) == 0
    assert filled(Seat(0, early), Seat(1, late), effort=effort) == 2


@EFFORTS
def test_an_old_breach_stops_nothing_that_does_not_worsen_it(effort: Effort):
    without_rest = tuple(days(8))

    assert filled(shift("2027-03-03 16:00", "18:00"), booked=without_rest, effort=effort) == 1
    assert filled(shift("2027-03-20 07:00", "15:00"), booked=without_rest, effort=effort) == 1
    assert filled(shift("2027-03-09 07:00", "15:00"), booked=without_rest, effort=effort) == 0
