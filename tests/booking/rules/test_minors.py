"""Those under 18."""

from datetime import date

import pytest

from booking.rules import Shift, Weight, breaches
from booking.rules.minors import minor
from tests.booking.rules.cases import BREAK, booked, case, codes, from_midnight, hours, only, span

SEVENTEEN = date(2009, 1, 1)


def young(period=None, *commitments, born: date = SEVENTEEN, pause=BREAK):
    return case(None, *commitments, shift=Shift(period or span(7, 15), pause=pause), born=born)


def test_an_ordinary_day_is_lawful_at_seventeen():
    assert breaches(young()) == ()


@pytest.mark.parametrize(("born", "found"), [(date(2010, 5, 13), 0), (date(2010, 5, 14), 1)])
def test_who_is_under_16_is_not_booked(born: date, found: int):
    assert codes(young(born=born)) == ["minor"] * found


def test_who_is_under_16_is_told_so_and_when_she_turns_16():
    breach = only(young(born=date(2010, 5, 15)))

    assert (breach.weight, breach.words, breach.facts) == (Weight.HARD, "Är under 16 år och kan inte bokas", {})
    assert breach.earliest == span(6, 7, day=2).starts


def test_who_is_far_from_16_has_no_later_start():
    assert only(young(born=date(2012, 5, 13))).earliest is None


@pytest.mark.parametrize(("born", "found"), [(date(2008, 5, 13), 0), (date(2008, 5, 14), 1)])
def test_at_18_the_rules_for_the_young_are_over(born: date, found: int):
    assert codes(young(span(15, 23), born=born)) == ["minor"] * found


def test_a_leap_days_child_is_a_year_older_in_march():
    assert minor(case(span(22, 6, day=-75), born=date(2008, 2, 29))) is not None  # 27 February
    assert minor(case(span(22, 6, day=-73), born=date(2008, 2, 29))) is None  # 1 March


def test_whose_age_is_unknown_is_no_minor():
    assert breaches(case(span(14, 23), born=None)) == ()


@pytest.mark.parametrize(("starts", "ends", "lawful"), [(6, 13, 1), (5, 12, 0), (15, 22, 1), (16, 23, 0), (21, 1, 0)])
def test_nobody_under_18_works_at_night(starts: int, ends: int, lawful: int):
    assert len(breaches(young(span(starts, ends)))) == 1 - lawful


def test_a_shift_too_early_may_begin_at_six():
    breach = only(young(span(5, 12)))

    assert (breach.weight, breach.words, breach.facts) == (
        Weight.HARD,
        "Under 18 år: bara mellan 06.00 och 22.00",
        {},
    )
    assert breach.earliest == span(6, 7).starts


def test_a_shift_too_late_may_begin_at_six_the_next_day():
    assert only(young(span(16, 23))).earliest == span(6, 7, day=1).starts


def test_who_turns_18_tomorrow_may_work_from_midnight():
    assert only(young(span(16, 23), born=date(2008, 5, 14))).earliest == span(0, 1, day=1).starts


@pytest.mark.parametrize(("born", "day"), [(date(2008, 5, 27), 14), (date(2008, 5, 28), None)])
def test_who_turns_18_within_two_weeks_is_told_when(born: date, day: int | None):
    breach = only(young(span(16, 4), born=born))

    assert breach.earliest == (None if day is None else from_midnight(day, day + 1).starts)


def test_more_than_eight_hours_on_a_day_are_too_many():
    breach = only(young(span(17, 20), booked(7, 13), pause=hours(0.5)))

    assert breach.words == "Under 18 år: blir {hours} den dagen, högst {most}"
    assert breach.facts == {"hours": hours(8.5), "most": hours(8)}
    assert breach.earliest == span(6, 7, day=1).starts


def test_just_eight_hours_on_a_day_are_lawful():
    assert breaches(young(span(17, 20), booked(7, 13, pause=hours(0.5)))) == ()


def test_a_shift_longer_than_a_day_allows_has_no_later_start():
    assert only(young(span(7, 17))).earliest is None


def test_more_than_forty_hours_in_a_week_are_too_many():
    week = [booked(8, 15, day=day) for day in (-2, -1, 1, 2)]

    assert breaches(young(span(8, 15), *week, booked(8, 14, day=3, pause=BREAK), booked(8, 12, day=6))) == ()
    breach = minor(young(span(8, 15), *week, booked(8, 14, day=3)))

    assert breach.words == "Under 18 år: blir {hours} i vecka {week}, högst {most}"
    assert breach.facts == {"hours": hours(40.5), "week": 20, "most": hours(40)}
    assert breach.earliest == span(6, 7, day=5).starts


def test_twelve_hours_of_rest_at_night_before_the_shift():
    breach = only(young(span(8, 12), booked(16, 21, day=-1)))

    assert breach.words == "Under 18 år: får bara {rest} nattvila, behöver {needed}"
    assert (breach.facts, breach.weight) == ({"rest": hours(11), "needed": hours(12)}, Weight.HARD)
    assert breach.earliest == span(9, 10).starts


def test_twelve_hours_of_rest_at_night_after_the_shift():
    assert only(young(span(16, 21), booked(8, 12, day=1))).facts["rest"] == hours(11)


def test_just_twelve_hours_at_night_are_lawful():
    assert breaches(young(span(8, 12), booked(16, 20, day=-1), booked(8, 12, day=-3), booked(0, 3, day=1))) == ()


def test_a_gap_within_the_day_is_no_night():
    assert breaches(young(span(13, 15), booked(8, 12))) == ()


def test_work_that_lies_over_the_shift_leaves_no_rest():
    assert minor(young(span(8, 12), booked(21, 9, day=-1, pause=hours(6)))).facts["rest"] == hours(0)


def test_a_night_of_rest_that_ends_within_working_hours_is_a_time_to_start():
    breach = minor(young(span(7, 10), booked(16, 22, day=-1)))

    assert breach.earliest == span(10, 11).starts
