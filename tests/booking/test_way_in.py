"""Codes and keys: for the one who is booked, from a day before until the shift is over. Nobody and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.conf import settings

from booking import way_in
from booking.models import EndReason
from booking.operations import bookings, lateness
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

SECRET = "Kod 4711#, nyckel i skåp B"
SECOND = timedelta(seconds=1)
READERS = {
    "booking/codes.py", "people/models/workplace.py",
    "people/viewsets/organisation.py", "home/demo/places.py",
    "templates/booking/substitute/booking.html", "templates/pages/workplace_page.html",
    "people/changes.py",  # which says that it changed, and nothing more
}  # fmt: skip


@pytest.fixture
def booking(town):
    town.workplace.way_in = SECRET
    town.workplace.save()
    return BookingFactory(order=town.order(workplace=town.workplace), substitute=town.substitute())


@pytest.mark.parametrize(
    ("when", "opens", "later"),
    [
        (at("2026-05-12 07:00") - SECOND, False, True),
        (at("2026-05-12 07:00"), True, False),
        (at("2026-05-13 16:00") - SECOND, True, False),
        (at("2026-05-13 16:00"), False, False),
    ],
)
def test_it_opens_a_day_before_and_closes_when_the_shift_ends(booking, when, opens, later):
    hers = {"reader": booking.substitute_id, "now": when}

    assert way_in.is_open(booking, **hers) == opens
    assert way_in.will_open(booking, **hers) == later


def test_a_day_is_twenty_four_hours_also_when_the_clock_changes(town):
    night = BookingFactory(order=town.order("2027-03-28 07:00", "2027-03-28 16:00"), substitute=town.substitute())

    assert way_in.opens(night) == at("2027-03-27 06:00")


def test_it_is_closed_to_everybody_else_and_to_her_when_it_is_no_longer_hers(booking, town):
    now = at("2026-05-13 08:00")
    assert not way_in.is_open(booking, reader=town.substitute().pk, now=now)
    assert not way_in.will_open(booking, reader=town.substitute().pk, now=NOW)

    booking.ended_at, booking.end_reason = NOW, EndReason.OTHER

    assert not way_in.is_open(booking, reader=booking.substitute_id, now=now)
    assert not way_in.will_open(booking, reader=booking.substitute_id, now=NOW)


def test_no_message_and_no_history_tells_it(town):
    town.workplace.way_in = SECRET
    town.workplace.save()
    booking = bookings.book(town.order(workplace=town.workplace), town.substitute(), by=town.planner, at=NOW)
    lateness.report(booking, at("2026-05-13 07:20"), by=booking.substitute.user, at=at("2026-05-13 06:00"))
    bookings.end(booking, by=town.planner, at=at("2026-05-13 06:30"), reason=EndReason.OTHER)

    said = [*Message.objects.values_list("subject", "body", "facts"), *HistoryEntry.objects.values_list("data")]
    assert said
    assert "4711" not in str(said)


def test_only_these_files_of_ours_speak_of_it():
    sources = [*settings.BASE_DIR.glob("[abhipmt]*/**/*.py"), *settings.BASE_DIR.glob("templates/**/*.*")]
    ours = [file for file in sources if "tests" not in file.parts and "migrations" not in file.parts]

    speaking = {str(file.relative_to(settings.BASE_DIR)) for file in ours if re.search(r"\bway_in\b", file.read_text())}

    assert speaking == READERS
