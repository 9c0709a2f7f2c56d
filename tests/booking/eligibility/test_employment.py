"""The days under LAS so far."""

from datetime import date, timedelta

import pytest

from booking.eligibility import employment
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory


@pytest.fixture
def emma(town):
    return town.substitute()


@pytest.fixture
def worked(emma, town):
    """`worked("2026-04-01", kind)`: a shift on that day, agreed on as that kind."""

    def one(day, kind="sarskild_visstid", **fields):
        order = town.order(f"{day} 07:00", f"{day} 16:00")
        fields = {"terms": {"employment": kind}} | fields
        return BookingFactory(order=order, substitute=emma, starts=order.starts, ends=order.ends, **fields)

    return one


def test_nobody_has_days_without_shifts(emma):
    counted = employment.of(emma, now=NOW)

    assert (counted.fixed_term.days, counted.fixed_term.left, counted.standing_in.left) == (0, 365, 548)
    assert not counted.fixed_term.is_passed


def test_each_kind_is_counted_by_itself_and_each_day_once(emma, worked):
    for day in ("2026-03-03", "2026-04-07"):
        worked(day)
    worked("2026-04-08", "vikariat")

    counted = employment.of(emma, now=NOW)

    assert (counted.fixed_term.days, counted.next_one.days, counted.standing_in.days) == (2, 2, 1)
    assert counted.fixed_term.left == 363


def test_three_in_a_month_make_the_days_between_count_but_not_of_vikariat(emma, worked):
    for day in ("2026-04-01", "2026-04-10", "2026-04-20"):
        worked(day)
        worked(day.replace("04", "03"), "vikariat")

    counted = employment.of(emma, now=NOW)

    assert (counted.fixed_term.days, counted.fixed_term.between) == (20, 17)
    assert (counted.standing_in.days, counted.standing_in.between) == (3, 0)


def test_the_windows_are_five_years_and_three(emma, worked):
    for day in ("2021-05-12", "2021-05-13", "2023-05-12", "2023-05-13"):
        worked(day)

    counted = employment.of(emma, now=NOW)

    assert (counted.fixed_term.first, counted.fixed_term.last) == (date(2021, 5, 13), date(2026, 5, 12))
    assert (counted.fixed_term.days, counted.next_one.days) == (3, 1)


@pytest.mark.parametrize(
    "fields", [{"no_show": True}, {"ended_at": NOW, "end_reason": "called_off"}], ids=["missed", "ended"]
)
def test_what_was_not_worked_does_not_count(emma, worked, fields):
    worked("2026-04-01", **fields)

    assert employment.of(emma, now=NOW).fixed_term.days == 0


def test_a_shift_counts_when_it_is_over(emma, worked):
    worked("2026-05-12")

    assert employment.of(emma, now=at("2026-05-12 15:59")).fixed_term.days == 0
    assert employment.of(emma, now=at("2026-05-12 16:00")).fixed_term.days == 1


def test_the_limit_is_passed_by_one_day_more(emma, worked, django_assert_num_queries):
    first = date(2025, 5, 1)
    for number in range(366):
        worked((first + timedelta(days=number)).isoformat())

    with django_assert_num_queries(1):
        counted = employment.of(emma, now=NOW)

    assert (counted.fixed_term.days, counted.fixed_term.left, counted.fixed_term.is_passed) == (366, 0, True)
