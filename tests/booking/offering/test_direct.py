"""What the policy has against a direct booking: every reason, each with its facts."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest

from booking.offering import Days, Hindrance, OfferTerms, is_red, why_not_direct
from booking.period import Period
from tests.cast import at

TERMS = OfferTerms()  # three hours' notice, longer than four hours, not the same day, no second shift
ASCENSION = date(2026, 5, 14)


def shift(starts: str = "2026-05-13 07:00", ends: str = "2026-05-13 16:00") -> Period:
    return Period(at(starts), at(ends))


def against(
    asked: Period, terms: OfferTerms = TERMS, *, now: str = "2026-05-12 12:00", booked: Collection[Period] = ()
) -> tuple[Hindrance, ...]:
    return why_not_direct(asked, now=at(now), terms=terms, red_days={ASCENSION}, booked=booked)


def codes(hindrances: Collection[Hindrance]) -> list[str]:
    return [hindrance.code for hindrance in hindrances]


def test_nothing_speaks_against_a_long_shift_tomorrow():
    assert against(shift()) == ()


def test_where_it_is_not_used_that_is_the_only_reason():
    assert codes(against(shift(), replace(TERMS, direct=False), now="2026-05-13 06:59")) == ["direct_off"]


def test_the_notice_is_at_least_so_long():
    morning = replace(TERMS, direct_same_day=True)

    assert against(shift(), morning, now="2026-05-13 04:00") == ()
    (short,) = against(shift(), morning, now="2026-05-13 04:50")
    assert (short.code, short.facts) == (
        "short_notice",
        {"left": timedelta(hours=2, minutes=10), "limit": timedelta(hours=3)},
    )


def test_the_shift_is_longer_than_so_long():
    assert codes(against(shift(ends="2026-05-13 11:00"))) == ["short_shift"]
    assert against(shift(ends="2026-05-13 11:01")) == ()


def test_the_night_when_the_clock_is_changed_is_measured_in_real_hours():
    spring = Period(at("2027-03-28 00:00"), at("2027-03-28 05:00"))  # four hours

    assert codes(against(spring)) == ["short_shift"]


@pytest.mark.parametrize(
    ("days", "monday", "ascension", "saturday", "sunday"),
    [
        (Days.EVERY, [], [], [], []),
        (Days.WEEKDAYS, [], ["day"], ["day"], ["day"]),
        (Days.NOT_RED, [], ["day"], [], ["day"]),
    ],
)
def test_the_shift_begins_on_a_day_that_the_policy_allows(days, monday, ascension, saturday, sunday):
    terms = replace(TERMS, direct_days=days)

    def on(day: int) -> list[str]:
        return codes(against(shift(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"), terms))

    assert (on(18), on(14), on(16), on(17)) == (monday, ascension, saturday, sunday)


def test_a_day_is_red_by_the_calendar_or_by_being_sunday():
    assert is_red(ASCENSION, {ASCENSION})
    assert is_red(date(2026, 5, 17), ())
    assert not is_red(date(2026, 5, 16), {ASCENSION})


def test_the_same_day_is_that_of_stockholm():
    late = shift("2026-05-13 00:30", "2026-05-13 08:00")  # still the 12th in UTC

    assert codes(against(late, now="2026-05-12 20:00")) == []
    assert codes(against(late, now="2026-05-12 23:00")) == ["short_notice"]
    assert codes(against(shift(), now="2026-05-13 00:00")) == ["same_day"]


def test_a_second_shift_of_the_same_day_is_asked_about():
    earlier = shift("2026-05-13 01:00", "2026-05-13 05:00")

    (second,) = against(shift(), booked=[shift("2026-05-13 17:00", "2026-05-13 21:00"), earlier])

    assert (second.code, second.facts) == ("second_shift", {"other": earlier})
    assert against(shift(), replace(TERMS, direct_second_shift_same_day=True), booked=[earlier]) == ()


def test_a_night_shift_belongs_to_the_day_on_which_it_begins():
    assert against(shift("2026-05-13 15:00", "2026-05-13 22:00"), booked=[shift("2026-05-12 21:00")]) == ()


def test_the_shift_itself_is_no_second_shift():
    assert against(shift(), booked=[shift()]) == ()


def test_every_reason_is_told_and_not_the_first_alone():
    holiday = shift("2026-05-14 07:00", "2026-05-14 10:00")
    evening = shift("2026-05-14 18:00", "2026-05-14 22:00")

    found = against(holiday, replace(TERMS, direct_days=Days.NOT_RED), now="2026-05-14 06:00", booked=[evening])

    assert codes(found) == ["short_notice", "short_shift", "day", "same_day", "second_shift"]
