"""The hours in which people sleep: when they begin and end, and how waiting stands still in them."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given

from booking.offering import OfferTerms, after_waking, is_quiet, wakes, waking_between
from tests.booking.offering.anything import moments, policies, waits
from tests.cast import at

TERMS = OfferTerms()  # nobody is asked 21–06
AN_HOUR = timedelta(hours=1)


def test_quiet_hours_begin_when_the_clock_strikes_and_end_so_too():
    assert not is_quiet(at("2026-05-12 20:59"), TERMS)
    assert is_quiet(at("2026-05-12 21:00"), TERMS)
    assert is_quiet(at("2026-05-13 05:59"), TERMS)
    assert not is_quiet(at("2026-05-13 06:00"), TERMS)


def test_the_same_clock_twice_means_no_quiet_hours():
    terms = OfferTerms(quiet_from=time(22), quiet_to=time(22))

    assert not is_quiet(at("2026-05-12 23:00"), terms)
    assert after_waking(at("2026-05-12 23:00"), 3 * AN_HOUR, terms) == at("2026-05-13 02:00")
    assert waking_between(at("2026-05-12 23:00"), at("2026-05-13 02:00"), terms) == 3 * AN_HOUR


def test_quiet_hours_may_lie_within_a_day():
    siesta = OfferTerms(quiet_from=time(12), quiet_to=time(13))

    assert wakes(at("2026-05-12 12:20"), siesta) == at("2026-05-12 13:00")
    assert after_waking(at("2026-05-12 11:30"), AN_HOUR, siesta) == at("2026-05-12 13:30")


def test_waiting_stands_still_in_quiet_hours():
    assert after_waking(at("2026-05-12 20:30"), AN_HOUR, TERMS) == at("2026-05-13 06:30")
    assert after_waking(at("2026-05-12 23:30"), AN_HOUR, TERMS) == at("2026-05-13 07:00")


def test_a_wait_may_end_as_the_quiet_hours_begin():
    assert after_waking(at("2026-05-12 20:00"), AN_HOUR, TERMS) == at("2026-05-12 21:00")


@pytest.mark.parametrize(
    ("night", "hours"), [("2027-03-27", 8), ("2027-10-30", 10), ("2027-05-11", 9)], ids=["spring", "autumn", "usual"]
)
def test_a_night_when_the_clock_is_changed_is_as_long_as_it_is(night: str, hours: int):
    asleep = at(f"{night} 21:00")

    assert wakes(asleep, TERMS) - asleep == timedelta(hours=hours)


def test_a_clock_time_that_comes_twice_or_never_makes_the_quiet_hours_long():
    early = OfferTerms(quiet_from=time(2, 30), quiet_to=time(6))
    late = OfferTerms(quiet_from=time(21), quiet_to=time(2, 30))

    assert is_quiet(datetime(2027, 10, 31, 0, 30, tzinfo=UTC), early)  # 02.30, the first time
    assert wakes(at("2027-10-30 22:00"), late) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)  # the second
    assert is_quiet(datetime(2027, 3, 28, 0, 30, tzinfo=UTC), early)  # 01.30; an hour later the clock says 03.30
    assert wakes(at("2027-03-27 22:00"), late) == at("2027-03-28 03:30")


@given(moments, waits, policies)
def test_waking_time_adds_up_in_real_time(moment: datetime, wait: timedelta, terms: OfferTerms):
    passed = after_waking(moment, wait, terms)

    assert waking_between(moment, passed, terms) == wait
    assert passed - wakes(moment, terms) >= wait


@given(moments, waits, waits, policies)
def test_waiting_in_two_steps_is_waiting_once(moment: datetime, one: timedelta, other: timedelta, terms: OfferTerms):
    at_once = after_waking(moment, one + other, terms)

    assert wakes(after_waking(after_waking(moment, one, terms), other, terms), terms) == wakes(at_once, terms)
