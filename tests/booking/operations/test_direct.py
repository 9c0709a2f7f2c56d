"""Direct booking: she has said that she can, and the policy lets it be so."""

from datetime import timedelta

import pytest

from booking import tasks
from booking.models import Booking, Enquiry, Kind, Order, Origin, Policy
from booking.operations import bookings, direct
from booking.operations.refusals import AlreadyTaken, CannotBook, Hindered
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.standing import FavouriteFactory

MORNING = at("2026-05-12 09:00")  # the shift is tomorrow at 07.00


@pytest.fixture
def free(town):
    """Somebody who has said that she can work all of tomorrow."""
    return with_time(town)


def with_time(town):
    substitute = town.substitute()
    AvailabilityFactory(
        substitute=substitute, kind=Kind.AVAILABLE, starts=at("2026-05-13 00:00"), ends=at("2026-05-14 00:00")
    )
    return substitute


def test_whoever_is_free_is_booked_at_once_and_told(town, free):
    booking = direct.book_best(town.order(), by=None, at=MORNING)

    assert (booking.substitute, booking.origin, booking.booked_by) == (free, Origin.DIRECT, None)
    assert Message.objects.filter(kind="booking.booked", recipient=free.user).exists()
    assert Message.objects.filter(kind="booking.filled", recipient=town.manager).exists()


def test_nobody_is_booked_who_has_not_said_that_she_can(town):
    town.substitute()

    assert direct.book_best(town.order(), by=None, at=MORNING) is None


def test_time_that_a_planner_laid_books_nobody_directly(town, free):
    free.availability.update(by_herself=False, entered_by=town.planner)

    assert direct.book_best(town.order(), by=None, at=MORNING) is None


def test_whoever_the_policy_hinders_is_passed_over_for_the_next(town, free):
    other = with_time(town)
    BookingFactory(order=town.order("2026-05-13 17:00", "2026-05-13 20:00"), substitute=free)
    BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00"), substitute=free)  # knows the place

    assert direct.book_best(town.order(), by=None, at=MORNING).substitute == other


def test_the_policy_says_why_not(town, free):
    with pytest.raises(Hindered, match="direktbokning kräver minst 3 tim"):
        direct.book(town.order(), free, by=free.user, at=at("2026-05-13 05:00"))


def test_she_may_take_a_shift_herself(town, free):
    order = town.order()

    direct.book(order, free, by=free.user, at=MORNING)

    assert Booking.objects.get(order=order).booked_by == free.user


def test_the_rules_are_asked_too(town, free):
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=free)

    with pytest.raises(CannotBook, match="vila"):
        direct.book(town.order(), free, by=free.user, at=MORNING)


@pytest.mark.parametrize("halted", [{"stopped_at": MORNING}, {"returned_at": MORNING, "return_reason": "Fel dag"}])
def test_an_order_that_is_halted_is_nobodys_to_take(town, free, halted):
    with pytest.raises(AlreadyTaken, match="stoppat"):
        direct.book(town.order(**halted), free, by=free.user, at=MORNING)


def test_an_order_that_is_kept_for_somebody_else_is_not_hers_to_take(town, free):
    order = town.order(wished=town.substitute(), wished_until=MORNING + timedelta(hours=1))

    with pytest.raises(AlreadyTaken, match="reserverat"):
        direct.book(order, free, by=free.user, at=MORNING)


def test_an_order_that_is_filled_meanwhile_is_left_alone(town, free):
    order = town.order()
    stale = Order.objects.for_a_list().get(pk=order.pk)
    bookings.book(order, town.substitute(), by=town.planner, at=MORNING)

    assert direct.book_best(stale, by=None, at=MORNING) is None
    stale.refresh_from_db()
    assert direct.book_best(stale, by=None, at=MORNING) is None


class TestWhenThePortalFills:
    @pytest.fixture(autouse=True)
    def _in_the_morning(self, time_machine):
        time_machine.move_to(MORNING, tick=False)

    def test_it_books_directly_when_somebody_is_free(self, town, free):
        order = town.order(allow_direct=True)

        tasks.fill(str(order.pk))

        assert Booking.objects.get(order=order).substitute == free
        assert not Enquiry.objects.exists()

    def test_it_asks_when_nobody_is(self, town):
        order, substitute = town.order(allow_direct=True), town.substitute()

        tasks.fill(str(order.pk))

        assert Enquiry.objects.get(order=order).substitute == substitute

    def test_it_asks_where_the_policy_has_no_direct_booking(self, town, free):
        Policy.objects.create(area=town.area, direct=False)
        order = town.order(allow_direct=True)

        tasks.fill(str(order.pk))

        assert Enquiry.objects.get(order=order).substitute == free

    def test_it_leaves_what_is_stopped_alone(self, town, free):
        order = town.order(allow_direct=True, stopped_at=MORNING)

        tasks.fill(str(order.pk))

        assert not Booking.objects.exists()


def test_scenario_37_who_was_thought_of_and_why_is_kept_with_the_decision(town, free):
    better = with_time(town)
    FavouriteFactory(substitute=better, workplace=town.workplace)
    BookingFactory(order=town.order("2026-05-13 17:00", "2026-05-13 20:00"), substitute=better)

    direct.book_best(town.order(), by=None, at=MORNING)

    kept = HistoryEntry.objects.get(action="booking.choose").data
    assert [one["substitute"] for one in kept["ranked"]] == [str(better.pk), str(free.pk)]
    assert [one["tier"] for one in kept["ranked"]] == ["favourite", "area"]
    assert kept["rules"]
