"""Whether she came, and that what she worked is approved."""

import pytest

from booking.models import EndReason
from booking.operations import attendance, bookings
from booking.operations.refusals import Refused
from people.models import HistoryEntry
from tests.cast import NOW, at

AFTER = at("2026-05-13 16:00")


@pytest.fixture
def booking(town):
    return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)


def test_scenario_46_a_no_show_marked_by_mistake_is_corrected_and_both_remain_in_the_history(town, booking):
    attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)
    booking = attendance.did_not_come(booking, missed=False, by=town.planner, at=AFTER)

    assert not booking.no_show
    assert set(HistoryEntry.objects.values_list("action", flat=True)) >= {"booking.no_show", "booking.came"}


def test_the_same_mark_twice_is_one(town, booking):
    for _time in range(2):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)

    assert HistoryEntry.objects.filter(action="booking.no_show").count() == 1


def test_nobody_has_failed_to_come_before_it_begins(town, booking):
    with pytest.raises(Refused, match="inte börjat"):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=NOW)


def test_a_shift_that_is_over_is_attested_once(town, booking):
    attendance.attest(booking, by=town.planner, at=AFTER)
    booking = attendance.attest(booking, by=town.manager, at=AFTER)

    assert booking.attested_by == town.planner


def test_what_is_not_over_or_was_missed_is_not_attested(town, booking):
    with pytest.raises(Refused, match="inte slut"):
        attendance.attest(booking, by=town.planner, at=NOW)
    attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)
    with pytest.raises(Refused, match="uteblivet"):
        attendance.attest(booking, by=town.planner, at=AFTER)


def test_what_is_attested_is_not_marked_as_missed(town, booking):
    attendance.attest(booking, by=town.planner, at=AFTER)

    with pytest.raises(Refused, match="attesterat"):
        attendance.did_not_come(booking, missed=True, by=town.planner, at=AFTER)


def test_a_booking_that_ended_is_neither(town, booking):
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)

    with pytest.raises(Refused, match="avslutad"):
        attendance.attest(booking, by=town.planner, at=AFTER)
