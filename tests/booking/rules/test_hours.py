"""How much work there may be."""

from datetime import timedelta

import pytest

from booking.period import Period
from booking.rules import Shift, Weight, Worked, breaches
from booking.rules.hours import days_in_row, month_cap, overtime, weekly_hours, weeks_of, worked_in
from tests.booking.rules.cases import BREAK, booked, case, hours, only, span, terms

MONDAY, SUNDAY = -2, 4  # in the Wednesday's week
FOUR_DAYS = [booked(7, 16, day=day) for day in (MONDAY, -1, 1, 2)]
FULL_MONTH = Worked(month=hours(160))


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


def test_the_cap_of_the_month_is_told_with_the_first_of_the_next():
    breach = only(case(worked=FULL_MONTH))

    assert (breach.code, breach.weight) == ("month_cap", Weight.OVERRIDABLE)
    assert breach.words == "Blir {hours} i månaden, högst {most}"
    assert breach.facts == {"hours": hours(168.5), "most": hours(165)}
    assert breach.earliest == span(0, 1, day=19).starts


@pytest.mark.parametrize(("month", "found"), [(156.5, False), (156.75, True)])
def test_just_the_cap_of_the_month_is_lawful(month: float, found: bool):
    assert (month_cap(case(worked=Worked(month=hours(month)))) is not None) == found


def test_an_agreement_without_a_cap_has_none():
    assert month_cap(case(worked=FULL_MONTH, terms=terms(month_cap=None))) is None


def test_the_cap_of_the_month_may_be_hard():
    assert month_cap(case(worked=FULL_MONTH, terms=terms(overridable=False))).weight is Weight.HARD


@pytest.mark.parametrize(("counted", "room"), [(156.5, True), (157, False)])
def test_the_next_month_is_offered_only_if_it_has_room(counted: float, room: bool):
    breach = month_cap(case(worked=Worked(month=hours(160), next_month=hours(counted))))

    assert (breach.earliest is not None) == room


def test_a_next_month_that_nobody_has_counted_is_known_by_her_commitments():
    june = booked(7, 16, day=19, pause=hours(1))
    full = {"worked": Worked(month=hours(20)), "terms": terms(month_cap=hours(16))}

    assert month_cap(case(None, june, **full)).earliest is None
    assert month_cap(case(None, booked(7, 16, day=18), **full)).earliest is not None


def test_twelve_days_in_a_row_are_too_many():
    breach = days_in_row(case(None, *(booked(8, 10, day=day) for day in (*range(-6, 0), *range(1, 6)))))

    assert (breach.code, breach.weight) == ("days_in_row", Weight.OVERRIDABLE)
    assert (breach.words, breach.facts) == ("Blir {days} dagar i rad, högst {most}", {"days": 12, "most": 11})
    assert breach.earliest == span(0, 1, day=6).starts


def test_eleven_days_in_a_row_are_lawful():
    apart = (booked(8, 10, day=-8), booked(8, 10, day=7))

    assert days_in_row(case(None, *(booked(8, 10, day=day) for day in (*range(-6, 0), *range(1, 5))), *apart)) is None


def test_who_has_worked_eleven_days_is_free_the_day_after_tomorrow():
    eleven = [booked(8, 10, day=day) for day in range(-11, 0)]

    breach = days_in_row(case(None, *eleven))

    assert (breach.facts["days"], breach.earliest) == (12, span(0, 1, day=1).starts)


def test_a_day_that_just_fills_the_cap_is_offered():
    around = [booked(8, 10, day=day) for day in (*range(-11, 0), *range(2, 12))]

    assert days_in_row(case(None, *around)).earliest == span(0, 1, day=1).starts


def test_a_day_that_she_works_anyhow_adds_none():
    assert days_in_row(case(span(12, 14), booked(8, 10), terms=terms(days_in_row=0))) is None
    twelve = [booked(8, 10, day=day) for day in range(-11, 1)]

    assert days_in_row(case(span(12, 14), *twelve)) is None


def test_a_night_belongs_to_the_day_on_which_it_starts():
    nights = [booked(22, 6, day=day) for day in range(-12, -1)]

    assert days_in_row(case(None, *nights)) is None
    assert days_in_row(case(span(22, 6, day=-1), *nights)).facts["days"] == 12


def test_days_in_a_row_are_as_many_as_the_agreement_says():
    two = (booked(8, 10, day=-2), booked(8, 10, day=-1))

    assert days_in_row(case(None, *two, terms=terms(days_in_row=2, overridable=False))).weight is Weight.HARD
    assert days_in_row(case(None, *two, terms=terms(days_in_row=3))) is None
    assert days_in_row(case(None, *FOUR_DAYS * 3, terms=terms(days_in_row=None))) is None


def test_a_free_day_is_looked_for_two_weeks_ahead():
    days = [booked(8, 10, day=day) for day in range(-11, 14) if day]

    assert days_in_row(case(None, *days, booked(8, 10, day=14))).earliest is None
    assert days_in_row(case(None, *days[:-1])).earliest == span(0, 1, day=14).starts


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


def test_a_break_is_spread_evenly_over_a_shift():
    night, evening = span(21, 6), span(21, 0)

    assert worked_in(night, hours(1), evening) == hours(3) - timedelta(minutes=20)
    assert worked_in(night, hours(1), night) == hours(8)
    assert worked_in(night, hours(1), span(6, 7, day=1)) == timedelta()
    assert worked_in(night, hours(1), Period(span(5, 6).starts, span(21, 22).starts)) == timedelta()


def test_hours_of_weeks_long_past_never_veto():
    assert breaches(case(None, *(booked(0, 12, day=day) for day in range(-13, -6)))) == ()
