"""How a block of time is told day by day."""

import pytest

from booking.agenda import day_by_day
from booking.holidays import red_days
from booking.period import Period
from booking.templatetags.shifts import exact, short, shortest
from portal.templatetags.phones import national
from tests.cast import at


def span(starts, ends):
    return Period(at(starts), at(ends))


def test_a_night_stays_with_its_evening():
    night = span("2026-05-15 21:00", "2026-05-16 07:00")

    assert list(day_by_day(night)) == [night]


def test_what_goes_on_past_noon_is_told_on_each_day():
    assert list(day_by_day(span("2026-05-15 21:00", "2026-05-17 16:00"))) == [
        span("2026-05-15 21:00", "2026-05-16 00:00"),
        span("2026-05-16 00:00", "2026-05-17 00:00"),
        span("2026-05-17 00:00", "2026-05-17 16:00"),
    ]


def test_what_is_more_than_a_day_by_the_clock_is_told_on_both():
    assert list(day_by_day(span("2026-05-15 00:00", "2026-05-16 12:00"))) == [
        span("2026-05-15 00:00", "2026-05-16 00:00"),
        span("2026-05-16 00:00", "2026-05-16 12:00"),
    ]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (span("2026-05-15 07:00", "2026-05-15 15:30"), ("07.00–15.30", "07–15.30", "07–15")),
        (span("2026-05-15 21:00", "2026-05-16 00:00"), ("21.00–24.00", "21–24", "21–24")),
        (span("2026-05-15 00:00", "2026-05-16 00:00"), ("Hela dygnet", "00–24", "00–24")),
        (span("2026-10-25 00:00", "2026-10-26 00:00"), ("Hela dygnet", "00–24", "00–24")),
    ],
)
def test_a_span_is_said_as_closely_as_there_is_room_for(period, words):
    assert (exact(period), short(period), shortest(period)) == words


def test_red_days_have_their_swedish_names_and_plain_sundays_none():
    assert red_days(2026)[at("2026-05-14 12:00").date()] == "Kristi himmelsfärdsdag"
    assert at("2026-05-17 12:00").date() not in red_days(2026)


@pytest.mark.parametrize(
    ("stored", "said"), [("+46701740605", "070-174 06 05"), ("0980-319 245", "0980-319 245"), ("+", "+")]
)
def test_a_number_is_written_as_at_home(stored, said):
    assert national(stored) == said
