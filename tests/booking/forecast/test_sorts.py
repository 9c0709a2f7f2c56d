"""What sort of day it is."""

from datetime import date

import pytest

from booking.forecast.sorts import Calendar, Sort

ASCENSION, EVE, MIDSUMMER = date(2026, 5, 14), date(2026, 6, 19), date(2026, 6, 20)
CALENDAR = Calendar({ASCENSION, MIDSUMMER}, {EVE})


@pytest.mark.parametrize(
    ("day", "sort"),
    [
        (ASCENSION, Sort.RED),
        (EVE, Sort.EVE),
        (date(2026, 5, 15), Sort.BRIDGE),  # the Friday after Ascension day
        (date(2026, 5, 16), Sort.ORDINARY),  # a Saturday is what Saturdays are
        (date(2026, 7, 14), Sort.SUMMER),
        (date(2026, 12, 29), Sort.CHRISTMAS),
        (date(2026, 5, 13), Sort.ORDINARY),
    ],
)
def test_a_day_is_of_one_sort(day, sort):
    assert CALENDAR(day) is sort
