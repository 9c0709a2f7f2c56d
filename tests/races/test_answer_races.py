"""A Ja, a Nej and their being taken back, from several hands at once. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking.models import Booking, EndReason, Enquiry, Order
from booking.operations import answering, bookings, regretting
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, a_town
from tests.races.world import asked

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def enquiry(town):
    (one,) = asked(town, town.order(), [town.substitute()])
    return one


@pytest.fixture
def won(enquiry):
    """Her yes has just given her the shift."""
    answering.answer(enquiry, yes=True, by=enquiry.substitute.user, at=NOW)
    return Booking.objects.with_places().get()


def regrets(booking) -> partial:
    return partial(regretting.regret, booking, by=booking.substitute.user, at=NOW)


def answers(enquiry, *, yes: bool) -> partial:
    return partial(answering.answer, enquiry, yes=yes, by=enquiry.substitute.user, at=NOW)


def test_a_regret_pressed_twice_at_once_is_one(won, at_once):
    assert {result.end_reason for result in at_once([regrets(won)] * 2, all_have_read=True)} == {EndReason.REGRETTED}

    assert Order.objects.get().round == 2
    assert HistoryEntry.objects.filter(action="booking.end").count() == 1
    assert Message.objects.filter(kind="booking.emptied").count() == 1
    assert (untrue(), at_once.broken) == ({}, [])


def test_a_regret_and_a_planners_ending_at_once_end_it_once(town, won, at_once):
    ends = partial(bookings.end, won, by=town.planner, at=NOW, reason=EndReason.OTHER)

    results = at_once([regrets(won), ends], all_have_read=True)

    assert len([result for result in results if isinstance(result, Refused)]) == 1
    assert Order.objects.get().round == 2
    assert untrue() == {}


def test_a_regret_and_anothers_booking_at_once_give_one_holder_or_none(town, won, at_once):
    other = town.substitute()
    books = partial(bookings.book, won.order, other, by=town.planner, at=NOW)

    at_once([regrets(won), books])

    assert Booking.objects.regretted(won.order).count() == 1
    assert {booking.substitute for booking in Booking.objects.occupying()} <= {other}
    assert untrue() == {}


def test_without_locks_a_regret_pressed_twice_opens_the_order_twice(won, at_once, without_locks):
    at_once([regrets(won)] * 2, all_have_read=True)

    assert HistoryEntry.objects.filter(action="booking.end").count() == 2


def test_a_no_taken_back_and_anothers_booking_at_once_leave_nobody_waiting(town, enquiry, at_once):
    answers(enquiry, yes=False)()
    takes_back = partial(answering.take_back_no, enquiry, by=enquiry.substitute.user, at=NOW)
    books = partial(bookings.book, enquiry.order, town.substitute(), by=town.planner, at=NOW)

    at_once([takes_back, books], all_have_read=True)

    assert Enquiry.objects.get().status in {Enquiry.Status.NO, Enquiry.Status.LOST}
    assert untrue() == {}


def test_ja_in_one_window_and_nej_in_another_leave_one_truth(enquiry, at_once):
    at_once([answers(enquiry, yes=True), answers(enquiry, yes=False)], all_have_read=True)

    now = Enquiry.objects.get().status
    assert now == (Enquiry.Status.WON if Booking.objects.occupying().exists() else Enquiry.Status.NO)
    assert untrue() == {}
