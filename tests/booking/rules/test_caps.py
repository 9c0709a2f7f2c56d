"""The agreement's caps: hours in a month, days in a row."""

import pytest

from booking.rules import Weight, Worked
from booking.rules.hours import days_in_row, month_cap
from tests.booking.rules.cases import booked, case, hours, only, span, terms

FULL_MONTH = Worked(month=hours(160))
FOUR_DAYS = [booked(7, 16, day=day) for day in (-2, -1, 1, 2)]


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
