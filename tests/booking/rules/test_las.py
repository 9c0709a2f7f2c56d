"""Lagen om anställningsskydd: days, and what they amount to."""

from datetime import date

import pytest

from booking.rules import Employed, Weight, breaches
from booking.rules.las import VIKARIAT, VISSTID, days
from tests.booking.rules.cases import case, only

UNTIL = date(2026, 5, 13)


def shift(day: date) -> tuple[date, date]:
    return day, day


@pytest.mark.parametrize(
    ("kind", "passed", "words"),
    [
        (VISSTID, 274, "Över 9 månader särskild visstid ({days} dagar)"),
        (VISSTID, 365, "Över 12 månader särskild visstid ({days} dagar)"),
        (VIKARIAT, 548, "Över 18 månader vikariat ({days} dagar)"),
    ],
)
def test_a_limit_that_is_passed_is_noticed_and_vetoes_nothing(kind: str, passed: int, words: str):
    breach = only(case(employed=Employed(kind, passed + 1)))

    assert (breach.code, breach.weight) == ("las", Weight.NOTICE)
    assert (breach.words, breach.facts) == (words, {"days": passed + 1})


@pytest.mark.parametrize(("kind", "count"), [(VISSTID, 274), (VIKARIAT, 548), ("", 2000)])
def test_below_a_limit_nothing_is_said(kind: str, count: int):
    assert breaches(case(employed=Employed(kind, count))) == ()


def test_the_limit_of_nine_months_is_told_until_that_of_twelve_is_passed():
    assert only(case(employed=Employed(VISSTID, 365))).words.startswith("Över 9")


@pytest.mark.parametrize(
    ("count", "by_agreement", "words"),
    [(731, True, "Över 18 månader"), (731, False, "Över 2 år"), (730, False, None), (549, False, None)],
)
def test_vikariat_goes_by_the_agreement_or_by_the_law(count: int, *, by_agreement: bool, words: str | None):
    found = breaches(case(employed=Employed(VIKARIAT, count, by_agreement)))

    assert [breach.words.startswith(str(words)) for breach in found] == ([True] if words else [])


def test_shifts_count_day_by_day_and_each_day_once():
    two_in_may = [shift(date(2026, 5, 1)), shift(date(2026, 5, 1)), shift(date(2026, 4, 8))]

    assert days(two_in_may, VISSTID, until=UNTIL) == 2


def test_three_engagements_in_a_month_count_from_the_first_to_the_last():
    three = [shift(date(2026, 4, day)) for day in (15, 1, 8)]

    assert days(three, VISSTID, until=UNTIL) == 15


def test_a_substitute_for_somebody_is_counted_shift_by_shift():
    assert days([shift(date(2026, 4, day)) for day in (1, 8, 15)], VIKARIAT, until=UNTIL) == 3


def test_two_engagements_in_a_month_count_no_days_between_them():
    over_two_months = [shift(date(2026, 3, 30)), shift(date(2026, 4, 1)), shift(date(2026, 4, 20))]

    assert days(over_two_months, VISSTID, until=UNTIL) == 3


def test_an_engagement_over_a_turn_of_the_month_is_one_in_each():
    over = (date(2026, 3, 28), date(2026, 4, 2))
    april = [shift(date(2026, 4, 10)), shift(date(2026, 4, 20))]
    march = [shift(date(2026, 3, 1)), shift(date(2026, 3, 3))]

    assert days([over, *april], VISSTID, until=UNTIL) == 4 + 20
    assert days([over, *march], VISSTID, until=UNTIL) == 31 + 2
    assert days([(date(2026, 2, 27), date(2026, 4, 1)), *april], VISSTID, until=UNTIL) == 2 + 31 + 20


def test_the_longest_of_many_is_not_always_the_last():
    long = (date(2026, 4, 2), date(2026, 4, 20))

    assert days([long, shift(date(2026, 4, 5)), shift(date(2026, 4, 7))], VISSTID, until=UNTIL) == 19


def test_days_count_in_the_years_that_end_with_the_last():
    spread = [shift(date(2021, 5, 13)), shift(date(2021, 5, 14)), shift(UNTIL), shift(date(2026, 5, 14))]

    assert days(spread, VISSTID, until=UNTIL) == 2
    assert days(spread, VISSTID, until=UNTIL, years=3) == 1


def test_the_years_that_end_on_a_leap_day_begin_after_the_28th():
    around = [shift(date(2023, 2, 28)), shift(date(2023, 3, 1))]

    assert days(around, VISSTID, until=date(2028, 2, 29)) == 1
