"""How days under LAS come about: worked examples, each with its sum written out."""

from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.rules.las import VIKARIAT, VISSTID, Limit, days
from booking.rules.las_behind import Stretch, behind
from booking.rules.las_course import (
    Condensed,
    Engaged,
    chains,
    counted,
    counts_from,
    course,
    fewest,
    number,
)
from booking.weeks import Month
from tests.booking.rules.las_cases import fixed_term, standing_in

NO_CHAIN: list[date] = []


@pytest.mark.parametrize(
    ("engagements", "sum_of_days"),
    [
        (fixed_term("2026-04-03", "2026-04-10", "2026-04-17"), 15),  # 17 - 3 + 1, as Kommunal's own example
        (fixed_term("2026-04-03", "2026-04-17"), 2),  # two are two
        (standing_in("2026-04-03", "2026-04-10", "2026-04-17"), 3),  # vikariat is counted shift by shift
        (fixed_term("2026-04-03", "2026-04-03", "2026-04-17"), 15),  # two on a day are two: three in the month
        (fixed_term("2026-04-03") + standing_in("2026-04-10", "2026-04-17"), 3),  # one and two: no kind has three
        # Three in March: 31 - 10 + 1 = 22. Two in April: 2. The turn of the month is not between: 24.
        (fixed_term("2026-03-10", "2026-03-20", "2026-03-31", "2026-04-02", "2026-04-30"), 24),
        # Three in March, 22, and three in April: 30 - 2 + 1 = 29. The first of April is still not between: 51.
        (fixed_term("2026-03-10", "2026-03-20", "2026-03-31", "2026-04-02", "2026-04-09", "2026-04-30"), 51),
        (fixed_term("2028-02-01", "2028-02-10", "2028-02-29"), 29),  # the February of a leap year
        (fixed_term("2027-02-01", "2027-02-10", "2027-02-28"), 28),
    ],
)
def test_days_are_counted_by_kind_and_by_month(engagements, sum_of_days):
    assert len(counted(engagements)) == sum_of_days


def test_the_days_between_count_when_the_third_has_begun():
    steps = [(day, len(found)) for day, found in course(fixed_term("2026-04-03", "2026-04-10", "2026-04-17"))]

    assert steps == [(date(2026, 4, 3), 1), (date(2026, 4, 10), 2), (date(2026, 4, 17), 15)]


@pytest.mark.parametrize(
    ("until", "counts"),
    [
        # The 3rd to the 17th of April 2026 is 15 days. Five years that end on the 16th of April 2031 begin on the
        # 17th of April 2026: 1 day. A week earlier they begin on the 10th: 17 - 10 + 1 = 8, though the first is out.
        ("2031-04-16", 1),
        ("2031-04-09", 8),
        ("2031-04-02", 15),
        ("2031-04-17", 0),
    ],
)
def test_a_window_cuts_through_a_month_of_three(until, counts):
    found = counted(fixed_term("2026-04-03", "2026-04-10", "2026-04-17"))

    assert number(found, counts_from(Limit.FIXED_TERM, date.fromisoformat(until), NO_CHAIN)) == counts


def test_a_chain_goes_on_while_each_follows_within_six_months_whatever_its_kind():
    hers = fixed_term("2025-01-10", "2025-12-11") + standing_in("2025-06-10")  # 5 months on; then 6 months and a day

    assert chains(hers) == [date(2025, 1, 10), date(2025, 12, 11)]
    assert chains([*hers, Engaged(date(2025, 12, 10), VIKARIAT)]) == [date(2025, 1, 10)]  # six months on the day
    assert chains([]) == []


def test_six_months_from_the_end_of_august_are_the_end_of_february():
    assert chains(fixed_term("2026-08-31", "2027-02-28")) == [date(2026, 8, 31)]
    assert chains(fixed_term("2026-08-31", "2027-03-01")) == [date(2026, 8, 31), date(2027, 3, 1)]


def test_a_chain_reaches_further_back_than_five_years_and_for_one_limit_alone():
    """A shift each fourth month from January 2025 on: in 2032 five years hold 15 of them, the chain all 22."""
    hers = [Engaged(date(2025 + n // 3, 1 + n % 3 * 4, 1), VISSTID) for n in range(22)]
    until, found = hers[-1].day, counted(hers)

    assert until == date(2032, 1, 1)
    assert number(found, counts_from(Limit.FIXED_TERM, until, NO_CHAIN)) == 15
    assert number(found, counts_from(Limit.FIXED_TERM, until, chains(hers))) == 22
    assert number(found, counts_from(Limit.NEXT_ONE, until, chains(hers))) == 9


def test_the_days_behind_a_month_are_told_one_by_one_and_those_between_in_a_row():
    hers = fixed_term("2026-04-03", "2026-04-04", "2026-04-10") + standing_in("2026-03-05", "2026-03-09")

    april, march = behind(hers)

    assert (april.month, april.days, april.worked, april.between) == (Month(date(2026, 4, 1)), 8, 3, 5)
    between = Stretch(date(2026, 4, 5), date(2026, 4, 9), is_worked=False)
    assert [each.first.day for each in april.stretches if each.is_worked] == [3, 4, 10]
    assert april.stretches[2] == between
    assert (march.days, march.between, march.is_of_many, april.is_of_many) == (2, 0, False, True)


def test_three_in_a_month_of_which_two_are_on_one_day_are_of_many():
    (april,) = behind(fixed_term("2026-04-03", "2026-04-03", "2026-04-06"))

    assert (april.engagements, april.worked, april.between) == (3, 2, 2)


DAYS = st.dates(date(2026, 1, 1), date(2026, 8, 31))
HERS = st.lists(st.builds(Engaged, DAYS, st.sampled_from([VISSTID, VIKARIAT])), max_size=25)


@given(HERS, st.builds(Engaged, DAYS, st.sampled_from([VISSTID, VIKARIAT])))
def test_one_more_engagement_never_takes_a_day_away(hers, more):
    assert set(counted(hers)) <= set(counted([*hers, more]))


@given(HERS)
def test_no_day_counts_twice_and_none_outside_what_she_worked(hers):
    found = counted(hers)

    assert list(found) == sorted(set(found))
    assert all(min(hers).day <= day <= max(hers).day for day in found)


@given(HERS, st.sampled_from([VISSTID, VIKARIAT]), DAYS)
def test_both_ways_to_count_agree(hers, kind, until):
    own = [engaged for engaged in hers if engaged.kind == kind and engaged.day <= until]

    assert number(counted(own), until - timedelta(days=1826)) == days(
        [(day, day) for day, _kind in own], kind, until=until
    )


@given(HERS)
def test_the_days_behind_are_the_days_that_count(hers):
    for kind in (VISSTID, VIKARIAT):
        own = [engaged for engaged in hers if engaged.kind == kind]
        assert sum(each.days for each in behind(hers) if each.kind == kind) == len(counted(own))


@given(HERS, DAYS)
def test_months_in_short_tell_the_same(hers, first):
    own = sorted(engaged.day for engaged in hers if engaged.kind == VISSTID)
    by_month = [list(days) for _month, days in groupby(own, key=Month.of)]

    shortened = sum(Condensed(len(days), days[0], days[-1]).days(first) for days in by_month)

    assert shortened == number(counted(fixed for fixed in hers if fixed.kind == VISSTID), first)


@given(HERS)
def test_so_many_days_take_so_many_engagements_at_least(hers):
    fixed = [engaged for engaged in hers if engaged.kind == VISSTID]

    assert fewest(len(counted(fixed))) <= len(fixed)


@pytest.mark.parametrize(("days_in_all", "engagements"), [(0, 0), (2, 2), (15, 3), (31, 3), (32, 4), (244, 24)])
def test_the_fewest_engagements_are_three_for_each_whole_month(days_in_all, engagements):
    assert fewest(days_in_all) == engagements  # 244 = 7 × 31 + 27: 7 × 3, and 3
