"""When people are asked, for how long, and when they are called: by the hours in which they sleep."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given

from booking.offering import (
    OfferTerms,
    answer_by,
    asking_opens,
    earliest_start,
    is_quiet,
    is_urgent,
    to_be_phoned,
    wave_wait,
)
from booking.period import STOCKHOLM
from tests.booking.offering.anything import moments, policies, waits
from tests.cast import at

TERMS = OfferTerms()  # nobody is asked 21–06, unless the shift starts within 12 hours
A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)
NEVER_URGENT = OfferTerms(urgent_limit=timedelta())


def test_in_waking_time_people_are_asked_at_once():
    assert asking_opens(at("2026-05-12 14:00"), at("2026-05-14 07:00"), TERMS) == at("2026-05-12 14:00")


def test_in_quiet_hours_an_enquiry_waits_for_the_morning():
    assert asking_opens(at("2026-05-12 22:30"), at("2026-05-14 07:00"), TERMS) == at("2026-05-13 06:00")


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
    starts = now + left

    by_the_clock = answer_by(now.astimezone(STOCKHOLM), starts.astimezone(STOCKHOLM), NEVER_URGENT)

    assert by_the_clock == answer_by(now, starts, NEVER_URGENT)
