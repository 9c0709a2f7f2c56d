"""When people are asked, for how long, and when they are called: by the hours in which they sleep."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.offering import (
    OfferTerms,
    after_waking,
    answer_by,
    asking_opens,
    earliest_start,
    is_quiet,
    is_urgent,
    to_be_phoned,
    wakes,
    waking_between,
    wave_wait,
)
from booking.period import STOCKHOLM
from tests.cast import at

TERMS = OfferTerms()  # nobody is asked 21–06, unless the shift starts within 12 hours
A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)
NEVER_URGENT = OfferTerms(urgent_limit=timedelta())
NIGHTS_THAT_CHANGE = [datetime(2027, 3, 27, tzinfo=UTC), datetime(2027, 10, 30, tzinfo=UTC)]

moments = st.tuples(st.sampled_from(NIGHTS_THAT_CHANGE), st.integers(0, 60 * 60)).map(
    lambda pair: pair[0] + pair[1] * A_MINUTE
)
waits = st.integers(0, 48 * 60).map(lambda n: n * A_MINUTE)
clocks = st.integers(0, 24 * 12 - 1).map(lambda n: time(n // 12, n % 12 * 5))
policies = st.builds(
    OfferTerms,
    quiet_from=clocks,
    quiet_to=clocks,
    urgent_limit=st.integers(0, 48).map(timedelta(hours=1).__mul__),
    phone_limit=st.integers(0, 300).map(A_MINUTE.__mul__),
    wave_wait=st.none() | st.integers(1, 600).map(A_MINUTE.__mul__),
)


def test_in_waking_time_people_are_asked_at_once():
    assert asking_opens(at("2026-05-12 14:00"), at("2026-05-14 07:00"), TERMS) == at("2026-05-12 14:00")


def test_in_quiet_hours_an_enquiry_waits_for_the_morning():
    assert asking_opens(at("2026-05-12 22:30"), at("2026-05-14 07:00"), TERMS) == at("2026-05-13 06:00")


def test_quiet_hours_begin_when_the_clock_strikes_and_end_so_too():
    assert not is_quiet(at("2026-05-12 20:59"), TERMS)
    assert is_quiet(at("2026-05-12 21:00"), TERMS)
    assert is_quiet(at("2026-05-13 05:59"), TERMS)
    assert not is_quiet(at("2026-05-13 06:00"), TERMS)


def test_an_urgent_shift_is_asked_about_in_the_night():
    assert asking_opens(at("2026-05-12 22:30"), at("2026-05-13 10:30"), TERMS) == at("2026-05-12 22:30")
    assert is_urgent(at("2026-05-12 22:30"), at("2026-05-13 10:30"), TERMS)
    assert not is_urgent(at("2026-05-12 22:29"), at("2026-05-13 10:30"), TERMS)


def test_when_the_morning_is_too_late_people_are_asked_as_soon_as_it_is_urgent():
    terms = OfferTerms(urgent_limit=timedelta(hours=3))

    assert asking_opens(at("2026-05-12 22:30"), at("2026-05-13 07:29"), terms) == at("2026-05-13 04:29")
    assert asking_opens(at("2026-05-12 22:30"), at("2026-05-13 07:30"), terms) == at("2026-05-13 06:00")


def test_nobody_can_be_asked_when_quiet_hours_last_until_the_start_and_nothing_is_urgent():
    terms = OfferTerms(quiet_to=time(7), urgent_limit=timedelta())

    assert asking_opens(at("2026-05-12 23:00"), at("2026-05-13 07:00"), terms) == at("2026-05-13 07:00")


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


def test_the_wait_for_a_wave_is_a_tenth_of_the_waking_time_left():
    assert wave_wait(at("2026-05-12 14:00"), at("2026-05-13 09:00"), TERMS) == timedelta(hours=1)  # 7 + 3 hours


def test_a_wave_that_leaves_in_the_morning_is_measured_from_there():
    assert wave_wait(at("2026-05-12 22:00"), at("2026-05-13 16:00"), TERMS) == timedelta(hours=1)  # 06–16


def test_the_wait_is_neither_shorter_than_five_minutes_nor_longer_than_two_hours():
    assert wave_wait(at("2026-05-12 14:00"), at("2026-05-12 14:30"), TERMS) == timedelta(minutes=5)
    assert wave_wait(at("2026-05-12 14:00"), at("2026-06-12 14:30"), TERMS) == timedelta(hours=2)


def test_an_urgent_shift_is_waited_for_in_real_time():
    night = at("2026-05-12 23:00"), at("2026-05-13 07:00")

    assert wave_wait(*night, TERMS) == timedelta(minutes=48)
    assert answer_by(*night, TERMS) == at("2026-05-12 23:48")


def test_the_policys_own_wait_is_not_scaled():
    terms = OfferTerms(wave_wait=timedelta(minutes=20))

    assert answer_by(at("2026-05-12 14:00"), at("2026-06-12 07:00"), terms) == at("2026-05-12 14:20")


def test_the_answer_to_an_enquiry_of_the_evening_is_due_in_the_morning():
    assert answer_by(at("2026-05-12 20:00"), at("2026-05-14 20:00"), TERMS) == at("2026-05-13 07:00")


def test_no_answer_is_due_after_the_start():
    assert answer_by(at("2026-05-12 14:00"), at("2026-05-12 14:03"), TERMS) == at("2026-05-12 14:03")


def test_people_are_called_when_less_is_left_than_the_limit():
    assert to_be_phoned(at("2026-05-12 05:31"), at("2026-05-12 07:00"), TERMS)
    assert not to_be_phoned(at("2026-05-12 05:30"), at("2026-05-12 07:00"), TERMS)


@pytest.mark.parametrize(
    ("now", "earliest"), [("07:00", "07:30"), ("07:01", "07:35"), ("07:04", "07:35"), ("07:05", "07:35")]
)
def test_the_earliest_start_is_rounded_up_to_the_next_five_minutes(now: str, earliest: str):
    assert earliest_start(at(f"2026-05-12 {now}"), TERMS) == at(f"2026-05-12 {earliest}")


def test_a_second_too_late_is_the_next_five_minutes():
    assert earliest_start(at("2026-05-12 07:00") + timedelta(seconds=1), TERMS) == at("2026-05-12 07:35")


@given(moments, waits, policies)
def test_waking_time_adds_up_in_real_time(moment: datetime, wait: timedelta, terms: OfferTerms):
    passed = after_waking(moment, wait, terms)

    assert waking_between(moment, passed, terms) == wait
    assert passed - wakes(moment, terms) >= wait


@given(moments, waits, waits, policies)
def test_waiting_in_two_steps_is_waiting_once(moment: datetime, one: timedelta, other: timedelta, terms: OfferTerms):
    at_once = after_waking(moment, one + other, terms)

    assert wakes(after_waking(after_waking(moment, one, terms), other, terms), terms) == wakes(at_once, terms)


@given(moments, waits, policies)
def test_nobody_is_asked_in_quiet_hours_or_after_the_start(now: datetime, left: timedelta, terms: OfferTerms):
    starts = now + left

    opens = asking_opens(now, starts, terms)

    assert now <= opens <= starts
    assert is_urgent(opens, starts, terms) or not is_quiet(opens, terms)


@given(moments, waits, policies)
def test_no_answer_is_due_in_quiet_hours_unless_it_is_urgent(now: datetime, left: timedelta, terms: OfferTerms):
    starts = now + left

    due = answer_by(now, starts, terms)

    opens = asking_opens(now, starts, terms)
    assert opens <= due <= starts
    waking = not is_quiet(due - timedelta(microseconds=1), terms)  # answering time is half-open
    assert waking or due == starts or is_urgent(opens, starts, terms)


@given(moments, waits)
def test_a_moment_by_the_local_clock_is_the_same_moment(now: datetime, left: timedelta):
    local = now.astimezone(STOCKHOLM)

    assert answer_by(local, local + left, NEVER_URGENT) == answer_by(now, now + left, NEVER_URGENT)
