"""The nights when the clock changes, and the weeks that may be chosen."""

from datetime import date

import pytest

from booking.forms.availability import AvailabilityForm, in_words, weeks_to_choose
from booking.weeks import Week
from tests.cast import at


def form(now, **changes):
    own = {"vecka": "2026-W13", "dag": ["7"], "tid": "egen", "fran": "02:30", "till": "10:00", "slag": "available"}
    return AvailabilityForm(own | changes, now=at(now))


def test_a_time_that_the_clock_jumps_over_is_refused_beside_its_field():
    spring = form("2026-03-20 12:00")

    assert spring.errors == {
        "fran": ["Klockan ställs om söndag 29 mars och 02.30 finns inte. Välj före 02.00 eller från 03.00."]
    }


def test_a_time_that_comes_twice_is_refused_beside_its_field():
    autumn = form("2026-10-20 12:00", vecka="2026-W43", dag=["6"], fran="18:00", till="02:30")

    assert autumn.errors == {
        "till": ["Klockan ställs om söndag 25 oktober och 02.30 kommer två gånger. Välj före 02.00 eller från 03.00."]
    }


@pytest.mark.parametrize(
    ("now", "week", "hours"), [("2026-03-20 12:00", "2026-W13", 9), ("2026-10-20 12:00", "2026-W43", 11)]
)
def test_a_night_across_the_change_is_as_long_as_it_is(now, week, hours):
    night = form(now, vecka=week, dag=["6"], tid="natt")

    assert night.is_valid()
    assert night.periods[0].length.total_seconds() == hours * 3600


def test_the_weeks_run_from_this_one_half_a_year_on():
    weeks = weeks_to_choose(date(2026, 5, 12))

    assert weeks[0] == ("2026-W20", "Vecka 20, 11–17 maj")
    assert len(weeks) == 26


def test_a_week_across_two_months_names_both():
    assert in_words(Week.named("2026-W27")) == "Vecka 27, 29 juni–5 juli"
