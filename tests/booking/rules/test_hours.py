"""How much work there may be."""

from datetime import timedelta

import pytest

from booking.period import Period
from booking.rules import Shift, Weight, Worked, breaches
from booking.rules.hours import weekly_hours, weeks_of, worked_in
from tests.booking.rules.cases import BREAK, booked, case, hours, span, terms

MONDAY, SUNDAY = -2, 4  # in the Wednesday's week
FOUR_DAYS = [booked(7, 16, day=day) for day in (MONDAY, -1, 1, 2)]


def without(pause: timedelta = BREAK, *, starts: int = 7, ends: int = 16) -> Shift:
    return Shift(span(starts, ends), pause=pause)


def test_more_than_forty_hours_in_a_week_says_which_week():
    breach = weekly_hours(case(None, *FOUR_DAYS))

    assert (breach.code, breach.weight) == ("weekly_hours", Weight.OVERRIDABLE)
    assert breach.words == "Blir {hours} i vecka {week}, högst {most}"
    assert breach.facts == {"hours": hours(44.5), "week": 20, "most": hours(40)}
    assert breach.earliest == span(0, 1, day=5).starts


@pytest.mark.parametrize(("pause", "found"), [(60, False), (59, True)])
def test_breaks_are_no_work(pause: int, found: bool):
    four_days = [booked(7, 16, day=day, pause=hours(1)) for day in (MONDAY, -1, 1, 2)]

    breach = weekly_hours(case(None, *four_days, shift=without(timedelta(minutes=pause))))

    assert (breach is not None) == found


def test_work_in_other_weeks_does_not_count():
    others = [booked(7, 16, day=day) for day in (*range(-8, MONDAY), *range(SUNDAY + 1, SUNDAY + 6))]

    assert weekly_hours(case(None, *others)) is None


def test_a_night_over_the_end_of_a_week_counts_with_its_part_in_each():
    five_days = [booked(7, 14, day=day) for day in range(MONDAY, 3)]
    sunday_night = Shift(span(20, 6, day=SUNDAY), pause=hours(1))

    assert weekly_hours(case(None, *five_days, shift=sunday_night)) is None
    assert weekly_hours(case(None, *five_days, booked(7, 9, day=3), shift=sunday_night)).facts["hours"] == hours(40.6)


def test_the_week_after_can_be_the_full_one():
    next_week = [booked(6, 14, day=day) for day in range(SUNDAY + 1, SUNDAY + 6)]

    breach = weekly_hours(case(span(22, 6, day=SUNDAY), *next_week))

    assert (breach.facts["week"], breach.facts["hours"]) == (21, hours(45.625))
    assert breach.earliest == span(0, 1, day=SUNDAY + 8).starts


def test_where_the_next_week_is_full_too_the_one_after_it_is_offered():
    full = [booked(7, 16, day=day) for day in (*range(MONDAY, 3), *range(5, 10)) if day]

    assert weekly_hours(case(None, *full)).earliest == span(0, 1, day=12).starts


def test_a_next_week_that_the_shift_just_fills_is_offered():
    next_week = [booked(7, 16, day=day) for day in range(6, 9)]

    breach = weekly_hours(case(None, *FOUR_DAYS, *next_week, booked(7, 11, day=9), booked(12, 13, day=10, pause=BREAK)))

    assert breach.earliest == span(0, 1, day=5).starts


def test_a_shift_that_ends_with_the_week_is_not_in_the_next():
    assert [week.number for week in weeks_of(span(15, 0, day=SUNDAY))] == [20]
    assert [week.number for week in weeks_of(span(22, 6, day=SUNDAY))] == [20, 21]


def test_where_no_week_within_two_has_room_none_is_offered():
    full = [booked(7, 16, day=day) for day in range(MONDAY, 18) if day]

    assert weekly_hours(case(None, *full)).earliest is None


def test_a_week_is_as_long_as_the_agreement_says():
    found = weekly_hours(case(None, *FOUR_DAYS, terms=terms(weekly_hours=hours(44), overridable=False)))

    assert (found.facts["most"], found.weight) == (hours(44), Weight.HARD)
    assert weekly_hours(case(None, *FOUR_DAYS, terms=terms(weekly_hours=hours(44.5)))) is None


def test_more_than_48_hours_a_week_on_average_is_too_much():
    worked = Worked(average_weeks=hours(816 - 8))

    breach = weekly_hours(case(worked=worked))

    assert (breach.code, breach.weight) == ("weekly_hours", Weight.OVERRIDABLE)
    assert breach.words == "Blir {hours} på {weeks} veckor, högst {most}"
    assert breach.facts == {"hours": hours(816.5), "weeks": 17, "most": hours(816)}
    assert breach.earliest is None


def test_just_48_hours_a_week_on_average_are_lawful():
    assert weekly_hours(case(worked=Worked(average_weeks=hours(816 - 8.5)))) is None


def test_a_full_week_in_too_full_a_season_has_no_later_start():
    assert weekly_hours(case(None, *FOUR_DAYS, worked=Worked(average_weeks=hours(816)))).earliest is None
    assert weekly_hours(case(None, *FOUR_DAYS, worked=Worked(average_weeks=hours(807.5)))).earliest is not None


def test_the_average_may_be_hard():
    full = Worked(average_weeks=hours(816))

    assert weekly_hours(case(worked=full, terms=terms(overridable=False))).weight is Weight.HARD


def test_a_break_is_spread_evenly_over_a_shift():
    night, evening = span(21, 6), span(21, 0)

    assert worked_in(night, hours(1), evening) == hours(3) - timedelta(minutes=20)
    assert worked_in(night, hours(1), night) == hours(8)
    assert worked_in(night, hours(1), span(6, 7, day=1)) == timedelta()
    assert worked_in(night, hours(1), Period(span(5, 6).starts, span(21, 22).starts)) == timedelta()


def test_hours_of_weeks_long_past_never_veto():
    assert breaches(case(None, *(booked(0, 12, day=day) for day in range(-13, -6)))) == ()
