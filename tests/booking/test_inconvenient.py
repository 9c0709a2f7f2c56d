"""Inconvenient hours: which hours of a shift are evening, night, weekend and major holiday."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking.holidays import kind_of
from booking.inconvenient import DayKind, Ob, hours_of, spans
from booking.period import Period
from tests.cast import at

NONE, HOUR = timedelta(), timedelta(hours=1)
FIRST = datetime(2024, 1, 1, tzinfo=UTC)


def ob(starts: str, ends: str, pause: timedelta = NONE) -> dict[str, float]:
    found = hours_of(Period(at(starts), at(ends)), pause, kind_of)
    return {each.value: hours / HOUR for each, hours in found.items()}


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        ("2026-05-12 07:00", "2026-05-12 16:00", {}),
        ("2026-05-12 14:00", "2026-05-12 22:00", {"evening": 3}),
        ("2026-05-11 21:00", "2026-05-12 07:00", {"evening": 1, "night": 8}),
        ("2026-05-08 15:00", "2026-05-08 22:00", {"weekend": 3}),
        ("2026-05-10 21:00", "2026-05-11 08:00", {"weekend": 10}),
        ("2026-05-07 21:00", "2026-05-08 07:00", {"evening": 1, "night": 8}),
        # Ascension, a Thursday: from 16 on the day before, to 07 on the Friday.
        ("2026-05-13 13:00", "2026-05-13 21:00", {"weekend": 5}),
        ("2026-05-14 21:00", "2026-05-15 08:00", {"weekend": 10}),
        # Easter: from 18 on Maundy Thursday to 07 on the Tuesday.
        ("2026-04-02 15:00", "2026-04-02 22:00", {"major": 4}),
        ("2026-04-04 07:00", "2026-04-04 16:00", {"major": 9}),
        ("2026-04-06 21:00", "2026-04-07 08:00", {"major": 10}),
        # Midsummer's eve is a Friday, and the Sunday after has no weekday before it.
        ("2026-06-18 14:00", "2026-06-18 22:00", {"major": 4}),
        ("2026-06-21 21:00", "2026-06-22 07:00", {"major": 10}),
        # New Year's eve, at the turn of the year.
        ("2026-12-30 17:00", "2026-12-30 20:00", {"major": 2}),
        ("2026-12-31 07:00", "2026-12-31 16:00", {"major": 9}),
        # All Saints, a Saturday.
        ("2026-10-30 15:00", "2026-10-30 20:00", {"weekend": 4}),
        # Christmas eve after a Sunday: the weekend is major from 18.
        ("2029-12-23 12:00", "2029-12-23 20:00", {"weekend": 6, "major": 2}),
    ],
)
def test_each_hour_is_of_the_class_that_its_day_and_clock_say(starts, ends, hours):
    assert ob(starts, ends) == hours


def test_the_night_when_the_clock_goes_back_has_an_hour_more():
    assert ob("2026-10-24 22:00", "2026-10-25 06:00") == {"weekend": 9}


def test_the_night_when_it_goes_forward_has_one_less():
    assert ob("2026-03-28 22:00", "2026-03-29 06:00") == {"weekend": 7}


def test_a_break_is_spread_evenly_over_the_shift():
    assert ob("2026-05-12 14:00", "2026-05-12 22:00", HOUR / 2) == {"evening": 3 - 3 / 16}


def test_what_the_municipality_says_of_a_day_goes_before_its_weekday():
    wednesday = date(2026, 5, 20)
    calendar = {wednesday: DayKind.EVE, wednesday + timedelta(days=1): DayKind.RED}

    found = hours_of(
        Period(at("2026-05-20 15:00"), at("2026-05-20 20:00")), NONE, lambda day: calendar.get(day, DayKind.ORDINARY)
    )

    assert found == {Ob.WEEKEND: 4 * HOUR}


def test_an_eve_that_is_followed_by_a_weekday_ends_at_seven():
    calendar = {date(2026, 5, 19): DayKind.EVE}

    found = hours_of(
        Period(at("2026-05-19 22:00"), at("2026-05-20 08:00")), NONE, lambda day: calendar.get(day, DayKind.ORDINARY)
    )

    assert found == {Ob.WEEKEND: 9 * HOUR}


def test_an_eve_that_is_also_the_day_before_a_major_one_is_both():
    calendar = {date(2026, 5, 19): DayKind.EVE, date(2026, 5, 20): DayKind.MAJOR}

    found = hours_of(
        Period(at("2026-05-19 15:00"), at("2026-05-19 20:00")), NONE, lambda day: calendar.get(day, DayKind.ORDINARY)
    )

    assert found == {Ob.WEEKEND: 2 * HOUR, Ob.MAJOR: 2 * HOUR}


def total(hours: dict[Ob, timedelta]) -> timedelta:
    return sum(hours.values(), NONE)


def test_a_calendar_with_nothing_but_holidays_has_no_end_and_is_read_all_the_same():
    assert hours_of(Period(at("2026-05-12 07:00"), at("2026-05-12 16:00")), NONE, lambda _day: DayKind.RED) == {
        Ob.WEEKEND: 9 * HOUR
    }


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    starts=st.integers(0, 7 * 365 * 24 * 60).map(lambda n: FIRST + timedelta(minutes=n)),
    minutes=st.integers(1, 25 * 60),
    pause=st.integers(0, 180),
    kinds=st.tuples(*[st.sampled_from(DayKind)] * 5),
)
def test_the_classes_and_the_ordinary_hours_always_add_up_to_the_hours_of_work(starts, minutes, pause, kinds):
    shift = Period(starts, starts + timedelta(minutes=minutes))
    rest = min(timedelta(minutes=pause), shift.length)

    def calendar(day: date) -> DayKind:
        return kinds[day.toordinal() % 5]

    cut = list(spans(shift, calendar))
    ordinary = sum((span.length for span, each in cut if each is None), NONE)
    without_breaks = hours_of(shift, NONE, calendar)
    with_breaks = hours_of(shift, rest, calendar)

    assert [span.ends for span, _each in cut[:-1]] == [span.starts for span, _each in cut[1:]]
    assert total(without_breaks) + ordinary == shift.length
    assert all(NONE <= with_breaks.get(each, NONE) <= hours for each, hours in without_breaks.items())
    if not ordinary:
        assert total(with_breaks) == shift.length - rest
