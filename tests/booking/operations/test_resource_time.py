"""Acute resource time with a length of its own: put in, cut, copied, undone, and booked on."""

from datetime import time

import pytest
from django.db import IntegrityError

from booking.models import Availability, EndReason, Kind, Origin
from booking.operations import availability, bookings, copying, patterns, rewording, said_for_her, undoing
from booking.operations.refusals import CannotBook
from booking.period import Period, Weekly
from booking.weeks import Week
from tests.booking.banking import paid_by_the_month
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory

EIGHT_HOURS = 480
ACUTE = {"kind": Kind.ACUTE_RESOURCE, "shift_minutes": EIGHT_HOURS}


@pytest.fixture
def bank(town):
    return paid_by_the_month(town)


def span(day, starts="06:00", ends="23:00"):
    return Period(at(f"2026-05-{day} {starts}"), at(f"2026-05-{day} {ends}"))


def say(bank, *periods, **more):
    return availability.put_in(bank.maja, periods, by=bank.maja.user, at=NOW, **(ACUTE | more))


def said(bank):
    rows = Availability.objects.filter(substitute=bank.maja).order_by("starts")
    return [(row.period, row.shift_minutes) for row in rows]


def test_only_acute_time_has_a_length(bank):
    with pytest.raises(IntegrityError):
        AvailabilityFactory(
            substitute=bank.maja,
            kind=Kind.RESOURCE,
            shift_minutes=60,
            starts=at("2026-05-13 07:00"),
            ends=NOW.replace(day=14),
        )


def test_two_days_that_meet_stay_two_shifts(bank):
    days = [
        Period(at("2026-05-13 00:00"), at("2026-05-14 00:00")),
        Period(at("2026-05-14 00:00"), at("2026-05-15 00:00")),
    ]

    say(bank, *days)

    assert said(bank) == [(days[0], EIGHT_HOURS), (days[1], EIGHT_HOURS)]


def test_the_same_said_twice_is_said_once(bank):
    say(bank, span(13))
    say(bank, span(13))

    assert said(bank) == [(span(13), EIGHT_HOURS)]


def test_what_is_left_of_time_that_is_cut_keeps_the_length(bank):
    say(bank, span(13))

    availability.take_away(bank.maja, span(13, "06:00", "08:00"), by=bank.maja.user, at=NOW)

    assert said(bank) == [(span(13, "08:00"), EIGHT_HOURS)]


def test_a_week_that_recurs_lays_out_the_length(bank):
    weekly = Weekly(frozenset({2}), time(6), time(23), at("2026-05-13 07:00").date(), at("2026-05-20 07:00").date())

    patterns.lay_out(bank.maja, weekly, by=bank.maja.user, at=NOW, **ACUTE)

    assert said(bank) == [(span(13), EIGHT_HOURS), (span(20), EIGHT_HOURS)]


def test_a_copied_week_has_the_length_too(bank):
    say(bank, span(13))
    week = Week.of(at("2026-05-13 07:00").date())

    copying.copy_week(bank.maja, week, week.after, by=bank.maja.user, at=NOW)

    assert said(bank)[1] == (span(20), EIGHT_HOURS)


def test_what_is_undone_gets_its_length_back(bank):
    say(bank, span(13))
    instead = lambda: say(bank, span(13), kind=Kind.RESOURCE, shift_minutes=None)  # noqa: E731 (to be handed over)
    _made, change = undoing.remembered(bank.maja, instead, at=NOW)

    undoing.undo(change, by=bank.maja.user, at=NOW)

    assert said(bank) == [(span(13), EIGHT_HOURS)]


def test_another_length_is_said_of_a_day(bank):
    say(bank, span(13))

    rewording.of_a_day(
        bank.maja, span(13), [span(13)], kind=Kind.ACUTE_RESOURCE, shift_minutes=360, by=bank.maja.user, at=NOW
    )

    assert said(bank) == [(span(13), 360)]


def test_a_planner_puts_in_the_length_for_her(bank):
    said_for_her.put_in(bank.maja, span(13), by=bank.town.planner, at=NOW, **ACUTE)

    assert said(bank) == [(span(13), EIGHT_HOURS)]


def book(bank, hours, origin=Origin.ASSISTANT):
    starts, ends = hours.split("-")
    order = bank.town.order(f"2026-05-13 {starts}", f"2026-05-13 {ends}")
    by = None if origin is Origin.ASSISTANT else bank.town.planner
    return bookings.book(order, bank.maja, by=by, at=NOW, origin=origin, reason="" if by is None else "Behövs")


def test_the_assistant_books_no_longer_shift_than_she_gives(bank):
    say(bank, span(13))

    with pytest.raises(CannotBook):
        book(bank, "06:00-15:00")

    assert book(bank, "15:00-23:00").substitute == bank.maja


def test_when_the_length_is_used_up_the_rest_of_the_span_matches_nothing(bank):
    say(bank, span(13))
    book(bank, "07:00-13:00")

    with pytest.raises(CannotBook):
        book(bank, "14:00-17:00")

    assert book(bank, "14:00-16:00").substitute == bank.maja


def test_a_booking_that_ends_gives_the_resource_time_back_as_it_was(bank):
    say(bank, span(13))
    before, booking = said(bank), book(bank, "07:00-15:00")

    bookings.end(booking, by=bank.town.planner, at=NOW, reason=EndReason.MISTAKE)

    assert said(bank) == before
    assert book(bank, "15:00-23:00").substitute == bank.maja


@pytest.mark.parametrize("kind", [Kind.RESOURCE, Kind.ACUTE_RESOURCE])
@pytest.mark.parametrize(("hours", "gives"), [("06:00-14:00", True), ("08:00-12:00", True), ("12:00-15:00", False)])
def test_the_contract_gives_time_only_if_all_of_the_shift_lies_within(bank, kind, hours, gives):
    say(bank, span(13, "06:00", "14:00"), kind=kind, shift_minutes=None, gives_time=True)

    assert book(bank, hours, Origin.PLANNER).terms["gives_time"] is gives


def test_a_shift_longer_than_she_gives_or_beyond_what_is_left_gives_no_time(bank):
    say(bank, span(13), gives_time=True)

    assert book(bank, "07:00-13:00", Origin.PLANNER).terms["gives_time"]
    assert not book(bank, "13:00-19:00", Origin.PLANNER).terms["gives_time"]
