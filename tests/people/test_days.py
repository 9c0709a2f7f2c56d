"""Whole days in Sweden as half-open moments."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from people.days import begins, day_of, is_over

days = st.dates(date(1920, 1, 1), date(2100, 1, 1))


def test_a_day_is_over_when_the_next_begins_in_stockholm():
    assert is_over(date(2026, 9, 30)) == datetime(2026, 9, 30, 22, tzinfo=UTC)
    assert is_over(date(2026, 12, 31)) == datetime(2026, 12, 31, 23, tzinfo=UTC)


@given(days)
def test_a_day_is_from_its_first_moment_to_its_last(day):
    assert begins(day) < is_over(day) == begins(day + timedelta(days=1))
    assert day_of(begins(day)) == day_of(is_over(day) - timedelta(seconds=1)) == day
