"""Her own shifts, by the day as people write it."""

from datetime import date

import pytest

from portal.pages.search import shifts
from portal.pages.search.days_named import days
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

TUESDAY = date(2026, 5, 12)


@pytest.fixture
def me(town):
    """Somebody with shifts on Friday 8, Friday 15 and Wednesday 20 May."""
    me = town.substitute()
    for day in ("2026-05-08", "2026-05-15", "2026-05-20"):
        BookingFactory(order=town.order(f"{day} 07:00", f"{day} 16:00", status="booked"), substitute=me)
    return me


def found(me, typed: str) -> list[int]:
    return [booking.starts.day for booking in shifts.found(me, typed, now=NOW)]


@pytest.mark.parametrize(
    "typed", ["20 maj", "den 20:e maj", "20/5", "2026-05-20", "vecka 21", "v. 21", "20 may", "May 20"]
)
def test_a_date_finds_the_shift_of_that_day(me, typed):
    assert found(me, typed) == [20]


@pytest.mark.parametrize("typed", ["fredag", "FREDAGAR", "fre", "pass på fredag", "friday", "solgården fredag"])
def test_a_weekday_finds_those_to_come_and_then_those_that_were(me, typed):
    assert found(me, typed) == [15, 8]


@pytest.mark.parametrize("typed", ["maj", "mina pass", "bokningar", "solgarden", "hemtjänst"])
def test_a_month_a_place_or_the_word_itself_finds_all(me, typed):
    assert found(me, typed) == [15, 20, 8]


@pytest.mark.parametrize("typed", ["juni", "13 maj", "31/2", "99/99", "fredag norrgården", "intyg", "", "den", "0"])
def test_what_is_true_of_none_finds_none(me, typed):
    assert found(me, typed) == []


@pytest.mark.parametrize(
    ("typed", "day"), [("i dag", 12), ("idag", 12), ("i morgon", 13), ("i övermorgon", 14), ("igår", 11), ("today", 12)]
)
def test_near_days_are_counted_from_today(typed, day):
    [on_day], rest = days(typed, today=TUESDAY)

    assert on_day(date(2026, 5, day))
    assert not on_day(date(2026, 5, day + 1))
    assert rest == []


@pytest.mark.parametrize("typed", ["måndag", "mandag", "mån", "monday", "måndagar"])
def test_a_weekday_is_known_without_its_dots_too(typed):
    [on_day], rest = days(typed, today=TUESDAY)

    assert on_day(date(2026, 5, 11))
    assert rest == []


def test_an_ended_booking_is_no_shift_of_hers(me, town):
    me.bookings.filter(starts=at("2026-05-20 07:00")).update(ended_at=NOW, end_reason="other")

    assert found(me, "maj") == [15, 8]


def test_thirty_shifts_are_one_question(me, town, django_assert_num_queries):
    for day in range(1, 31):
        order = town.order(f"2026-06-{day:02} 07:00", f"2026-06-{day:02} 16:00", status="booked")
        BookingFactory(order=order, substitute=me)

    with django_assert_num_queries(2):  # her roles, and her shifts
        assert len(found(me, "juni")) == 30
