from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.period import STOCKHOLM
from portal.pages.opening_hours import Interval, Schedule, State, state
from tests.clock import at


def span(text: str) -> Interval:
    """`span("06:30-16:00")`"""
    opens, closes = (time.fromisoformat(part) for part in text.split("-"))
    return Interval(opens, closes)


WEEKDAY = (span("06:30-11:30"), span("12:30-16:00"))
WEEKEND = (span("06:30-14:00"),)
STAFFING = dict.fromkeys(range(5), WEEKDAY) | dict.fromkeys((5, 6), WEEKEND)
ASCENSION = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("now", "is_open", "changes"),
    [
        ("2026-05-12 05:45", False, "2026-05-12 06:30"),
        ("2026-05-12 06:30", True, "2026-05-12 11:30"),  # the first minute is open
        ("2026-05-12 11:29:59", True, "2026-05-12 11:30"),
        ("2026-05-12 11:30", False, "2026-05-12 12:30"),  # lunch
        ("2026-05-12 12:30", True, "2026-05-12 16:00"),
        ("2026-05-12 16:00", False, "2026-05-13 06:30"),  # the last minute is over
        ("2026-05-15 17:00", False, "2026-05-16 06:30"),  # Friday evening
        ("2026-05-16 11:45", True, "2026-05-16 14:00"),  # no lunch on Saturdays
        ("2026-05-17 14:00", False, "2026-05-18 06:30"),
    ],
)
def test_it_is_open_between_its_hours_and_closed_for_lunch(now, is_open, changes):
    assert state(Schedule(STAFFING), at(now)) == State(is_open, at(changes).astimezone(UTC))


def test_a_date_with_hours_of_its_own_takes_the_place_of_the_weekday():
    schedule = Schedule(STAFFING, {ASCENSION: WEEKEND})

    assert state(schedule, at("2026-05-14 11:45")) == State(is_open=True, changes=at("2026-05-14 14:00"))


def test_a_date_without_hours_is_closed_all_day():
    schedule = Schedule(STAFFING, {ASCENSION: ()})

    assert state(schedule, at("2026-05-13 16:30")) == State(is_open=False, changes=at("2026-05-15 06:30"))


def test_a_date_may_be_open_when_its_weekday_is_not():
    schedule = Schedule({}, {ASCENSION: WEEKEND})

    assert state(schedule, at("2026-05-12 12:00")) == State(is_open=False, changes=at("2026-05-14 06:30"))


def test_closed_all_week_is_closed_for_good():
    assert state(Schedule(), at("2026-05-12 12:00")) == State(is_open=False, changes=None)


def test_open_round_the_clock_never_closes():
    schedule = Schedule(dict.fromkeys(range(7), (span("00:00-00:00"),)))

    assert state(schedule, at("2026-05-12 23:59")) == State(is_open=True, changes=None)


def test_round_the_clock_closes_for_a_date_that_is_closed():
    schedule = Schedule(dict.fromkeys(range(7), (span("00:00-00:00"),)), {ASCENSION: ()})

    assert state(schedule, at("2026-05-12 12:00")).changes == at("2026-05-14 00:00")


def test_hours_that_meet_at_midnight_are_one_stretch():
    schedule = Schedule({1: (span("20:00-00:00"),), 2: (span("00:00-06:00"),)})

    assert state(schedule, at("2026-05-12 22:00")).changes == at("2026-05-13 06:00")


def test_overlapping_rows_are_one_stretch():
    schedule = Schedule({1: (span("08:00-12:00"), span("10:00-15:00"), span("11:00-12:00"))})

    assert state(schedule, at("2026-05-12 09:00")).changes == at("2026-05-12 15:00")


def test_the_wait_is_real_time_on_the_night_when_summer_time_begins():
    schedule = Schedule({6: (span("03:30-12:00"),)})
    now = at("2027-03-28 01:30")

    assert state(schedule, now).changes - now.astimezone(UTC) == timedelta(hours=1)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_hour_that_comes_twice_is_open_both_times(fold):
    schedule = Schedule({6: (span("02:00-03:00"),)})
    now = datetime(2027, 10, 31, 2, 30, fold=fold, tzinfo=STOCKHOLM)

    assert state(schedule, now) == State(is_open=True, changes=datetime(2027, 10, 31, 2, 0, tzinfo=UTC))


times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
intervals = st.lists(st.tuples(times, times).filter(lambda pair: pair[0] < pair[1]).map(lambda p: Interval(*p)))
schedules = st.builds(
    Schedule,
    st.dictionaries(st.integers(0, 6), intervals),
    st.dictionaries(st.dates(date(2027, 3, 20), date(2027, 4, 5)), intervals, max_size=3),
)
moments = st.datetimes(
    datetime(2027, 3, 22),  # noqa: DTZ001 (hypothesis adds the zone)
    datetime(2027, 4, 2),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(schedules, moments)
def test_the_change_is_ahead_and_turns_the_state_around(schedule, now):
    found = state(schedule, now)

    if found.changes:
        assert found.changes > now
        assert state(schedule, found.changes).is_open is not found.is_open
        assert state(schedule, found.changes - timedelta(seconds=1)).is_open is found.is_open


@given(schedules, moments)
def test_it_is_open_exactly_when_an_interval_of_the_day_holds_the_clock(schedule, now):
    local = now.astimezone(STOCKHOLM)
    clock = local.time()

    held = any(interval.opens <= clock < interval.closes for interval in schedule.on(local.date()))

    # Where the clock jumps an hour, what opens in the gap opens when the gap is over.
    if local.date() != date(2027, 3, 28):
        assert state(schedule, now).is_open is held
