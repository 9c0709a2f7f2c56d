"""What a shift costs in hours: time beyond her week, and rest that she is then owed."""

import pytest

from booking.matching.costs import Cost, of
from tests.booking.rules.cases import booked, case, hours, span, terms

FOUR_DAYS = [booked(7, 16, day=day) for day in (-2, -1, 1, 2)]  # 36 hours of the Wednesday's week


def test_a_shift_in_an_empty_week_costs_nothing():
    assert of(case()).is_nothing


def test_beyond_forty_hours_is_overtime():
    cost = of(case(None, *FOUR_DAYS))

    assert cost == Cost(overtime=hours(4.5))
    assert not cost.is_nothing


def test_beyond_her_agreement_and_within_forty_hours_is_additional_time():
    assert of(case(None, *FOUR_DAYS[:3], terms=terms(weekly_hours=hours(30)))) == Cost(additional=hours(5.5))


def test_a_shift_may_be_both():
    cost = of(case(None, *FOUR_DAYS, terms=terms(weekly_hours=hours(37))))

    assert cost == Cost(additional=hours(3), overtime=hours(4.5))


def test_a_longer_week_by_her_agreement_is_her_full_one():
    assert of(case(None, *FOUR_DAYS, terms=terms(weekly_hours=hours(42)))) == Cost(overtime=hours(2.5))


def test_what_her_other_shifts_have_made_already_is_not_its_doing():
    assert of(case(None, *FOUR_DAYS, booked(7, 16, day=3))) == Cost(overtime=hours(8.5))


@pytest.mark.parametrize(("day", "overtime"), [(3, 3.5), (4, 1.75)])
def test_a_night_counts_with_its_part_in_each_week(day: int, overtime: float):
    """Saturday's ends on the Sunday; Sunday's is half in the week that comes."""
    days = [booked(7, 17, day=each) for each in (-2, -1, 0, 1)]

    assert of(case(span(22, 2, day=day), *days)) == Cost(overtime=hours(overtime))


def test_rest_that_it_takes_from_her_is_owed():
    assert of(case(None, booked(14, 23, day=-1))).rest_owed == hours(3)
