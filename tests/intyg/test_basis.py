"""Which bookings the hours come from."""

from datetime import date, timedelta

import pytest

from booking.models import EndReason
from intyg import worked
from tests.clock import at
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory

HOUR = timedelta(hours=1)
NOW = at("2026-05-12 07:00")
APRIL = (date(2026, 4, 1), date(2026, 4, 30))


@pytest.fixture
def substitute(db):
    return SubstituteFactory()


def booked(substitute, starts: str, ends: str, **fields):
    return BookingFactory(substitute=substitute, order__starts=at(starts), order__ends=at(ends), **fields)


def ended(reason: EndReason, by) -> dict[str, object]:
    return {"ended_at": at("2026-04-01 08:00"), "ended_by": by, "end_reason": reason}


def test_a_worked_booking_counts_with_its_break(substitute):
    booked(substitute, "2026-04-13 07:00", "2026-04-13 16:00", break_minutes=60)

    assert worked.of(substitute, *APRIL, now=NOW).total.hours == 8 * HOUR


def test_an_ended_booking_does_not_count(substitute):
    booked(
        substitute,
        "2026-04-13 07:00",
        "2026-04-13 16:00",
        **ended(EndReason.CALLED_OFF, substitute.user),
    )

    assert worked.of(substitute, *APRIL, now=NOW).shifts == ()


def test_a_shift_she_did_not_come_to_does_not_count(substitute):
    booked(substitute, "2026-04-13 07:00", "2026-04-13 16:00", no_show=True)

    assert worked.of(substitute, *APRIL, now=NOW).shifts == ()


def test_a_shift_that_is_not_over_does_not_count(substitute):
    booked(substitute, "2026-04-13 07:00", "2026-04-13 16:00")

    assert worked.of(substitute, *APRIL, now=at("2026-04-13 15:59")).shifts == ()
    assert worked.of(substitute, *APRIL, now=at("2026-04-13 16:00")).total.days == 1


def test_another_persons_shift_does_not_count(substitute):
    booked(SubstituteFactory(), "2026-04-13 07:00", "2026-04-13 16:00")

    assert worked.of(substitute, *APRIL, now=NOW).shifts == ()


def test_the_night_into_the_period_counts_from_midnight(substitute):
    booked(substitute, "2026-03-31 22:00", "2026-04-01 06:00")

    assert worked.of(substitute, *APRIL, now=NOW).total.hours == 6 * HOUR


def test_only_shifts_given_up_by_herself_prove_lost_income(substitute):
    free = booked(
        substitute,
        "2026-04-13 07:00",
        "2026-04-13 16:00",
        **ended(EndReason.SUBSTITUTE_UNABLE, substitute.user),
    )
    booked(substitute, "2026-04-14 07:00", "2026-04-14 16:00", **ended(EndReason.CALLED_OFF, substitute.user))
    booked(substitute, "2026-04-15 07:00", "2026-04-15 16:00")

    assert [shift.key for shift in worked.given_up(substitute, *APRIL)] == [str(free.pk)]


@pytest.mark.parametrize("number", [1, 12])
def test_the_hours_take_two_queries_however_many_shifts(substitute, number, django_assert_num_queries):
    for day in range(1, number + 1):
        booked(substitute, f"2026-04-{day:02} 07:00", f"2026-04-{day:02} 16:00")

    with django_assert_num_queries(2):
        assert worked.of(substitute, *APRIL, now=NOW).total.days == number
