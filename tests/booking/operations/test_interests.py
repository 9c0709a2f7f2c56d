"""A substitute would like a shift."""

import pytest

from booking.models import Interest, Origin
from booking.operations import bookings, interests
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory, InterestFactory
from tests.factories.people import SubstituteFactory


def register(order, substitute) -> Interest:
    return interests.register(order, substitute, by=substitute.user, at=NOW)


@pytest.fixture
def job(town):
    """An order out in Lediga jobb."""
    return AdvertFactory(order=town.order()).order


def test_interest_in_an_advertised_shift_is_registered(town, job):
    interest = register(job, town.substitute())

    assert (interest.status, interest.registered_at) == (Interest.Status.REGISTERED, NOW)


def test_registering_twice_is_once(town, job):
    substitute = town.substitute()

    assert register(job, substitute) == register(job, substitute)


def test_a_shift_that_is_not_advertised_takes_no_interest(town):
    with pytest.raises(AlreadyTaken, match="inte längre i Lediga jobb"):
        register(town.order(), town.substitute())


def test_a_shift_that_has_been_filled_takes_no_interest(town, job):
    BookingFactory(order=job)
    job.status = "booked"
    job.save()

    with pytest.raises(AlreadyTaken, match="inte längre ledigt"):
        register(job, town.substitute())


def test_who_cannot_take_it_is_told_why(job):
    with pytest.raises(CannotBook, match="Saknar avtal"):
        register(job, SubstituteFactory())


def test_an_interest_is_withdrawn_and_taken_up_again(town, job):
    substitute = town.substitute()
    interest = register(job, substitute)

    withdrawn = interests.withdraw(interest, by=substitute.user, at=NOW)
    again = register(job, substitute)

    assert withdrawn.status == Interest.Status.WITHDRAWN
    assert (again.pk, again.status) == (interest.pk, Interest.Status.REGISTERED)


def test_a_decided_interest_is_not_withdrawn(town, job):
    interest = InterestFactory(order=job, status=Interest.Status.NOT_SELECTED)

    with pytest.raises(Refused, match="Det går inte att ångra"):
        interests.withdraw(interest, by=interest.substitute.user, at=NOW)


def test_nobody_is_booked_on_an_interest_that_was_never_registered(town):
    with pytest.raises(Refused, match="inget intresse"):
        bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW, origin=Origin.INTEREST)


def test_an_interest_twice_taken_back_is_taken_back_once(town):
    order = AdvertFactory(order=town.order()).order
    substitute = town.substitute()
    interest = interests.register(order, substitute, by=substitute.user, at=NOW)

    for _time in range(2):
        assert interests.withdraw(interest, by=substitute.user, at=NOW).status == Interest.Status.WITHDRAWN

    assert HistoryEntry.objects.filter(action="interest.withdraw").count() == 1
