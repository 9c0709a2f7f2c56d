"""What passes the ordinary hours of a week, and how much of it there may be."""

import pytest

from booking.rules import Shift, Weight, Worked
from booking.rules.hours import overtime
from tests.booking.rules.cases import booked, case, hours, span, terms

MONDAY, SUNDAY = -2, 4  # in the Wednesday's week
FOUR_DAYS = [booked(7, 16, day=day) for day in (MONDAY, -1, 1, 2)]


@pytest.mark.parametrize(
    ("worked", "most", "words"),
    [
        (Worked(overtime_four_weeks=hours(45)), 48, "Blir {hours} övertid på 4 veckor, högst {most}"),
        (Worked(overtime_month=hours(47)), 50, "Blir {hours} övertid i månaden, högst {most}"),
        (Worked(overtime_year=hours(197)), 200, "Blir {hours} övertid i år, högst {most}"),
    ],
)
def test_overtime_has_a_cap_over_each_span(worked: Worked, most: int, words: str):
    breach = overtime(case(None, *FOUR_DAYS, worked=worked))

    assert (breach.code, breach.weight, breach.words) == ("overtime", Weight.OVERRIDABLE, words)
    assert breach.facts == {"hours": hours(most + 1.5), "most": hours(most)}
    assert breach.earliest == span(0, 1, day=5).starts


def test_just_the_caps_of_overtime_are_lawful():
    worked = Worked(overtime_four_weeks=hours(43.5), overtime_month=hours(45.5), overtime_year=hours(195.5))

    assert overtime(case(None, *FOUR_DAYS, worked=worked)) is None


def test_a_shift_within_the_weeks_hours_makes_no_overtime():
    assert overtime(case(None, *FOUR_DAYS[:3], worked=Worked(overtime_year=hours(300)))) is None


def test_only_the_shifts_own_overtime_is_added():
    six_days = [*FOUR_DAYS, booked(7, 16, day=3)]

    breach = overtime(case(None, *six_days, worked=Worked(overtime_month=hours(50))))

    assert breach.facts["hours"] == hours(58.5)


def test_a_night_over_the_end_of_a_week_makes_overtime_in_each():
    both_full = [booked(7, 16, day=day) for day in (*range(MONDAY, 3), *range(5, 10))]
    night = Shift(span(22, 6, day=SUNDAY), pause=hours(1))

    breach = overtime(case(None, *both_full, shift=night, worked=Worked(overtime_month=hours(49))))

    assert breach.facts["hours"] == hours(56)


def test_overtime_may_be_hard_and_find_no_week_with_room():
    full = [booked(7, 16, day=day) for day in range(MONDAY, 18) if day]

    breach = overtime(case(None, *full, worked=Worked(overtime_year=hours(200)), terms=terms(overridable=False)))

    assert (breach.weight, breach.earliest) == (Weight.HARD, None)
