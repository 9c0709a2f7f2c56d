from datetime import date

import pytest

from booking.weeks import Month, Week, local_day
from tests.cast import at


def test_a_week_is_known_by_its_name_also_over_new_year():
    assert Week.of(date(2026, 12, 31)) == Week.of(date(2027, 1, 3)) == Week.named("2026-W53")
    assert str(Week.named("2026-W53").after) == "2027-W01"


@pytest.mark.parametrize("name", ["", "20", "2026-W54", "0001-W01", "9999-W52", "2026-05"])
def test_what_is_no_week_is_refused(name):
    with pytest.raises(ValueError, match=r"."):
        Week.named(name)


@pytest.mark.parametrize("name", ["", "2026", "2026-13", "0001-01", "9999-12"])
def test_what_is_no_month_is_refused(name):
    with pytest.raises(ValueError, match=r"."):
        Month.named(name)


def test_a_month_has_the_weeks_that_touch_it():
    assert [week.number for week in Month.named("2026-05").weeks()] == [18, 19, 20, 21, 22]


def test_the_day_is_stockholms():
    assert local_day(at("2026-05-12 00:30")) == date(2026, 5, 12)


def test_a_week_is_an_hour_short_when_the_clock_goes_forward():
    assert Week.named("2026-W13").span.length.total_seconds() == (7 * 24 - 1) * 3600
