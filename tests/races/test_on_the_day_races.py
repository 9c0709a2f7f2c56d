"""What she says of her shift on the day, and her calendar's address, from many hands at once."""

from functools import partial

import pytest

from booking.models import Booking, CalendarFeed, EndReason, PlannerTask
from booking.operations import bookings, calendar_feeds, lateness
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, a_town, at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EIGHT = 8
SIX = at("2026-05-13 06:00")
TIMES = [at("2026-05-13 07:20"), at("2026-05-13 07:30")]


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def booking(town) -> Booking:
    return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)


def late(booking, expected):
    return partial(lateness.report, booking, expected, by=booking.substitute.user, at=SIX)


def test_the_same_time_said_many_times_at_once_is_said_once(booking, at_once):
    at_once([late(booking, TIMES[0])] * EIGHT)

    assert PlannerTask.objects.waiting().count() == 1
    assert Message.objects.filter(kind="booking.late").count() == 1
    assert HistoryEntry.objects.filter(action="booking.report_late").count() == 1


def test_of_two_times_at_once_the_planner_looks_for_her_at_the_one_that_stands(booking, at_once):
    at_once([late(booking, expected) for expected in TIMES])

    booking.refresh_from_db()
    assert PlannerTask.objects.waiting().get().facts == {"expected": booking.expected_at.isoformat()}


def test_she_is_not_waited_for_on_a_booking_that_was_ended_meanwhile(town, booking, at_once):
    end = partial(bookings.end, booking, by=town.planner, at=SIX, reason=EndReason.OTHER)

    results = at_once([late(booking, TIMES[0]), end])

    assert [type(result) for result in results if isinstance(result, Exception)] in ([], [Refused])
    assert Booking.objects.get().ended_at == SIX
    assert not PlannerTask.objects.waiting().exists()


def test_she_has_one_address_however_often_she_taps(town, at_once):
    amira = town.substitute()

    at_once([partial(calendar_feeds.open_to, amira, by=amira.user, at=NOW)] * EIGHT)

    feed = CalendarFeed.objects.get()
    at_once([partial(calendar_feeds.renew, amira, feed.key, by=amira.user, at=NOW)] * EIGHT)
    assert HistoryEntry.objects.filter(action="calendarfeed.renew").count() == 1
    assert CalendarFeed.objects.get().key != feed.key
