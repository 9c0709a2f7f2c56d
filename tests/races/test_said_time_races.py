"""What is said of a worked time, and its approval, from many hands at once. Proved on PostgreSQL."""

from functools import partial

import pytest

from booking.models import Booking, WorkedTime
from booking.operations import attendance, worked_time
from booking.operations.refusals import Refused
from booking.operations.worked_time import Told
from booking.period import Period
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import a_town, at
from tests.factories.booking import BookingFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EIGHT = 8
AFTER = at("2026-05-14 08:00")


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def booking(town) -> Booking:
    return BookingFactory(order=town.order(status="completed"), substitute=town.substitute())


def says(booking, ends="2026-05-13 17:15") -> partial:
    told = Told(Period(booking.starts, at(ends)))
    return partial(worked_time.say, booking, told, by=booking.substitute.user, at=AFTER, seen=0)


def test_the_same_time_said_many_times_at_once_is_said_once(booking, at_once):
    results = at_once([says(booking)] * EIGHT)

    assert WorkedTime.objects.count() == 1
    assert not [one for one in results if isinstance(one, Exception)]
    assert HistoryEntry.objects.filter(action="booking.say_time").count() == 1


def test_of_two_times_at_once_one_stands_and_the_other_is_told(booking, at_once):
    results = at_once([says(booking), says(booking, "2026-05-13 15:00")])

    assert WorkedTime.objects.count() == 1
    assert [type(one) for one in results if isinstance(one, Exception)] == [Refused]


def test_what_she_says_while_the_workplace_approves_is_never_approved_unseen(town, booking, at_once):
    approve = partial(attendance.attest, booking, by=town.manager, at=AFTER, seen_version=1, seen_said=0)

    for order in ([says(booking), approve], [approve, says(booking)]):
        results = at_once(order, all_have_read=True)

        booking.refresh_from_db()
        assert [type(one) for one in results if isinstance(one, Exception)] == [Refused]
        assert not WorkedTime.objects.approved().exists()
        assert bool(booking.attested_at) != WorkedTime.objects.exists()
        WorkedTime.objects.all().delete()
        Booking.objects.update(attested_at=None, attested_by=None)


def test_of_two_answers_at_once_one_is_approved_and_she_is_told_once(town, booking, at_once):
    told = Told(Period(booking.starts, at("2026-05-13 15:00")))
    answer = partial(worked_time.answer, booking, told, by=town.manager, at=AFTER, seen=0)

    at_once([answer] * EIGHT)

    assert WorkedTime.objects.get().attested_by == town.manager
    assert Message.objects.filter(kind="time.answered").count() == 1
