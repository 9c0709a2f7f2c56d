"""Rest between shifts, in real hours."""

from datetime import date, time, timedelta

import pytest

from booking.period import local_span
from booking.rules import Commitment, Weight, breaches, rest_debt
from booking.rules.rest import breaks, daily_rest, shift_span, weekly_rest
from tests.booking.rules.cases import booked, case, codes, hours, only, span, terms


@pytest.mark.parametrize(("ends", "rested"), [(20, True), (21, False)])
def test_eleven_hours_of_rest_before_the_shift(ends: int, rested: bool):
    assert (breaches(case(None, booked(15, ends, day=-1))) == ()) == rested


def test_short_rest_says_how_much_it_is_and_may_be_overridden():
    breach = only(case(None, booked(14, 23, day=-1)))

    assert (breach.code, breach.weight) == ("daily_rest", Weight.OVERRIDABLE)
    assert breach.words == "Får bara {rest} vila, behöver {needed}"
    assert breach.facts == {"rest": hours(8), "needed": hours(11)}
    assert breach.earliest == span(10, 11).starts


def test_work_is_followed_by_rest_even_when_the_next_shift_was_there_first():
    breach = only(case(span(14, 23), booked(7, 16, day=1)))

    assert (breach.code, breach.earliest) == ("daily_rest", span(3, 4, day=2).starts)


def test_the_shortest_of_two_short_rests_is_told():
    breach = daily_rest(case(span(10, 22), booked(14, 0, day=-1), booked(7, 10, day=1)))

    assert breach.facts["rest"] == hours(9)


def test_a_short_gap_between_two_shifts_of_a_day_is_not_a_breach_when_the_night_is_long():
    assert breaches(case(span(12, 18), booked(7, 10))) == ()


def test_an_old_breach_that_the_shift_does_not_touch_never_vetoes():
    assert breaches(case(None, booked(14, 23, day=-4), booked(7, 16, day=-3))) == ()
    assert breaches(case(None, booked(14, 23, day=3), booked(7, 16, day=4))) == ()


def test_a_breach_in_the_24_hours_that_end_as_the_shift_begins_is_not_its_own():
    assert daily_rest(case(span(20, 22), booked(20, 6, day=-1), booked(8, 9))) is None


def test_the_24_hours_that_begin_with_the_shift_are_asked_of_after_days_of_work_without_a_gap():
    found = daily_rest(case(span(0, 14), booked(0, 0, day=-2), booked(0, 0, day=-1)))

    assert found.facts["rest"] == hours(10)


def test_rest_is_as_long_as_the_terms_say():
    assert daily_rest(case(None, booked(14, 22, day=-1), terms=terms(daily_rest=hours(9)))) is None


@pytest.mark.parametrize("rule", [daily_rest, shift_span, weekly_rest])
def test_rest_that_may_not_be_overridden_is_hard(rule):
    week = [booked(7, 22, day=day) for day in range(-3, 4) if day]

    assert rule(case(span(7, 22), *week, terms=terms(overridable=False))).weight is Weight.HARD
    assert rule(case(span(7, 22), *week)).weight is Weight.OVERRIDABLE


def test_scenario_13_booked_until_eleven_and_from_seven_is_warned_of():
    assert only(case(None, booked(15, 23, day=-1))).facts["rest"] == hours(8)


def test_scenario_13_rest_is_counted_in_real_hours_the_night_the_clocks_go_back():
    evening = Commitment(local_span(date(2027, 10, 30), time(15), time(23)))
    always = (local_span(date(2027, 10, 25), time(), time(1)).widened(timedelta(days=90)),)
    morning = local_span(date(2027, 10, 31), time(7), time(16))

    breach = only(case(morning, evening, agreements=always, availability=always))

    assert breach.facts["rest"] == hours(9)


def test_a_booking_against_the_rest_owes_what_is_missing():
    assert rest_debt(case(None, booked(14, 23, day=-1))) == hours(3)


@pytest.mark.parametrize("ends", [19, 20])
def test_a_booking_with_rest_enough_owes_nothing(ends: int):
    assert rest_debt(case(None, booked(14, ends, day=-1))) == timedelta()


@pytest.mark.parametrize(("ends", "found"), [(20, False), (21, True)])
def test_a_split_day_is_at_most_thirteen_hours_from_first_to_last(ends: int, found: bool):
    assert (shift_span(case(span(16, ends), booked(7, 10))) is not None) == found


def test_a_split_day_that_is_too_long_says_how_long():
    breach = shift_span(case(span(17, 22), booked(7, 10), booked(12, 14)))

    assert (breach.code, breach.weight) == ("shift_span", Weight.OVERRIDABLE)
    assert breach.words == "Blir {span} från första start till sista slut, högst {most}"
    assert breach.facts == {"span": hours(15), "most": hours(13)}
    assert breach.earliest == span(1, 2, day=1).starts


def test_a_shift_at_the_start_of_a_day_makes_it_too_long_as_well():
    breach = shift_span(case(span(7, 10), booked(17, 22)))

    assert (breach.facts["span"], breach.earliest) == (hours(15), span(9, 10).starts)


def test_touching_shifts_are_one_span():
    assert shift_span(case(span(15, 22), booked(7, 15))).facts["span"] == hours(15)


def test_one_shift_can_be_too_long_by_itself():
    breach = shift_span(case(span(7, 22)))

    assert (breach.facts["span"], breach.earliest) == (hours(15), None)


def test_a_span_without_a_gap_is_longer_than_a_day():
    assert shift_span(case(span(0, 8), booked(0, 0, day=-1))).facts["span"] == hours(32)


def test_a_short_night_is_no_gap_within_a_day():
    assert shift_span(case(None, booked(14, 23, day=-1))) is None
    assert shift_span(case(span(14, 23), booked(7, 16, day=1))) is None


def test_of_two_rests_as_long_the_later_ends_the_day():
    assert shift_span(case(span(19, 22), booked(7, 10))).facts["span"] == hours(15)


def test_a_double_shift_over_midnight_is_one_day():
    assert shift_span(case(span(0, 8, day=1), booked(15, 23))).facts["span"] == hours(17)


def test_a_long_day_that_the_shift_is_not_in_is_not_its_own():
    assert shift_span(case(None, booked(7, 22, day=-2), booked(7, 22, day=1))) is None


def test_a_span_is_as_long_as_the_terms_say():
    assert shift_span(case(span(17, 22), booked(7, 10), terms=terms(longest_span=hours(15)))) is None


WEEK_OF_WORK = [booked(7, 16, day=day) for day in range(-6, 0)]


def test_seven_days_of_work_leave_no_weekly_rest():
    breach = weekly_rest(case(None, *WEEK_OF_WORK))

    assert (breach.code, breach.weight) == ("weekly_rest", Weight.OVERRIDABLE)
    assert breach.words == "Får bara {rest} veckovila, behöver {needed}"
    assert breach.facts == {"rest": hours(15), "needed": hours(36)}
    assert breach.earliest == span(4, 5, day=1).starts


@pytest.mark.parametrize(("starts", "rested"), [(4, True), (3, False)])
def test_36_hours_between_two_weeks_of_work_are_enough(starts: int, rested: bool):
    found = weekly_rest(case(span(starts, 12, day=1), *WEEK_OF_WORK))

    assert (found is None) == rested


def test_six_days_of_work_and_one_free_are_lawful_week_after_week():
    weeks = [booked(7, 16, day=day) for day in range(-13, 14) if day % 7 != 4 and day]

    assert weekly_rest(case(None, *weeks)) is None


def test_work_after_the_shift_takes_the_rest_as_well():
    assert weekly_rest(case(None, *(booked(7, 16, day=day) for day in range(1, 7)))).facts["rest"] == hours(15)


def test_the_shift_in_the_middle_of_a_week_takes_the_rest():
    around = [booked(7, 16, day=day) for day in (-3, -2, -1, 1, 2, 3)]

    breach = weekly_rest(case(None, *around))

    assert breach.earliest == span(16, 17, day=1).starts


def test_a_week_without_rest_that_the_shift_shortens_no_further_is_not_its_own():
    week = [booked(7, 16, day=day) for day in range(-6, 0)]

    assert weekly_rest(case(span(11, 12), *week, booked(7, 10), booked(13, 16))) is None


def test_a_week_without_rest_long_before_or_after_is_not_its_own():
    before, after = range(-13, -6), range(9, 14)

    assert weekly_rest(case(None, *(booked(7, 16, day=day) for day in (*before, *after)))) is None


def test_weekly_rest_is_as_long_as_the_terms_say():
    assert weekly_rest(case(None, *WEEK_OF_WORK, terms=terms(weekly_rest=hours(15)))) is None


@pytest.mark.parametrize(("period", "pause", "found"), [(span(7, 13), 0, 1), (span(7, 12), 0, 0), (span(7, 13), 15, 0)])
def test_more_than_five_hours_without_a_break_is_noticed(period, pause: int, found: int):
    shift = case(period).shift.__class__(period, pause=timedelta(minutes=pause))

    assert codes(case(shift=shift)) == ["break"] * found


def test_work_without_a_break_stops_nothing():
    breach = breaks(case(shift=case().shift.__class__(span(7, 16))))

    assert (breach.weight, breach.words, breach.facts) == (
        Weight.NOTICE,
        "Mer än {most} utan rast",
        {"most": hours(5)},
    )
