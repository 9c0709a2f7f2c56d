"""The days of a proposal in words."""

from datetime import date

import pytest

from booking.views.desk import proposal_days


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 5, 11), date(2026, 5, 17), "vecka 20, 11–17 maj"),
        (date(2026, 5, 25), date(2026, 6, 7), "vecka 22–23, 25 maj–7 juni"),
        (date(2026, 5, 12), date(2026, 5, 14), "12–14 maj"),
        (date(2026, 5, 12), date(2026, 5, 12), "12 maj"),
    ],
)
def test_its_days_are_said_as_a_week_where_they_are_one(first, last, said):
    assert proposal_days.words(first, last) == said
