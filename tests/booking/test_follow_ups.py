"""What waits for a planner: for as long as it asks for something, and no longer."""

from datetime import timedelta

import pytest

from booking.models import Asking, Booking, EndReason, Enquiry, Order, PlannerTask
from booking.operations import bookings, follow_ups, orders, returning
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.booking import BookingFactory, EnquiryFactory

Kind = PlannerTask.Kind
TO_FILL = [Kind.LATE_YES, Kind.EXHAUSTED, Kind.ASKING_WAITS, Kind.NO_SMS, Kind.CALL, Kind.REGRETTED]
OF_A_BOOKING = [
    Kind.NO_AFTER_WON,
    Kind.PAPER_ENDED,
    Kind.ABSENT_YET_BOOKED,
    Kind.BLOCKED_YET_BOOKED,
    Kind.SCHEDULE_CHANGED,
    Kind.LATE,
]
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def found(town, amira):
    """`found(Kind.CALL)`: the task of that kind, about Amira, with what it is found of."""

    def task(kind) -> PlannerTask:
        if kind in TO_FILL:
            order, booking = town.order(), None
            EnquiryFactory(order=order, substitute=amira, status="undeliverable", asked_at=NOW)
        else:
            order = town.order(status=Order.Status.BOOKED)
            late = order.starts + timedelta(minutes=20) if kind == Kind.LATE else None
            booking = BookingFactory(order=order, substitute=amira, expected_at=late)
        about = None if kind == Kind.NO_AFTER_WON else booking
        return follow_ups.found(kind, order, at=NOW, substitute=amira, booking=about)

    return task


def waits(task) -> bool:
    return PlannerTask.objects.waiting().filter(pk=task.pk).exists()


def test_every_kind_is_one_or_the_other():
    others = {Kind.WISHED_WORKPLACE, Kind.WORKED_OTHERWISE, Kind.TIME_DISPUTED}
    assert {*TO_FILL, *OF_A_BOOKING} == set(Kind) - others
    # The first waits as long as its request does, the second until the time is approved, the third until it is done.


@pytest.mark.parametrize("kind", [*TO_FILL, *OF_A_BOOKING])
def test_what_is_found_waits_until_somebody_has_done_it(kind, town, found):
    task = found(kind)
    assert waits(task)

    follow_ups.done(task, by=town.planner, at=LATER)

    assert not waits(task)
    assert list(PlannerTask.objects.done_since(LATER)) == [task]


@pytest.mark.parametrize("kind", TO_FILL)
@pytest.mark.parametrize("deed", ["fill", "cancel", "lapse", "return", "stop"])
def test_a_shift_that_is_no_longer_to_be_filled_asks_for_nothing(kind, deed, town, found):
    task, by = found(kind), {"by": town.planner, "at": LATER}
    {
        "fill": lambda: bookings.book(task.order, town.substitute(), **by),
        "cancel": lambda: orders.cancel(task.order, note="", **by),
        "lapse": lambda: Order.objects.update(status=Order.Status.LAPSED),
        "return": lambda: returning.send_back(task.order, reason="Vem kan det vara?", **by),
        "stop": lambda: returning.stop(task.order, **by),
    }[deed]()

    assert not waits(task)


@pytest.mark.parametrize("kind", TO_FILL)
def test_a_shift_that_is_to_be_filled_anew_asks_for_nothing_of_the_round_before(kind, town, found):
    task, substitute = found(kind), town.substitute()
    booking = bookings.book(task.order, substitute, by=town.planner, at=LATER)
    bookings.end(booking, by=town.planner, at=LATER, reason=EndReason.CALLED_OFF)

    assert not waits(task)


@pytest.mark.parametrize("status", ["won", "no", "expired", "withdrawn"])
def test_whoever_gets_no_sms_and_is_no_longer_waited_for_need_not_be_called(status, found):
    task = found(Kind.NO_SMS)

    Enquiry.objects.update(status=status)

    assert not waits(task)


def test_asking_that_has_begun_waits_no_more(town, found):
    task = found(Kind.ASKING_WAITS)
    EnquiryFactory(order=task.order, substitute=town.substitute(), asked_at=LATER, wave=0)
    assert waits(task)

    EnquiryFactory(order=task.order, substitute=town.substitute(), asked_at=LATER)

    assert not waits(task)


def test_all_are_not_asked_while_asking_goes_on_anew(town, found):
    task = found(Kind.EXHAUSTED)
    asking = Asking.objects.create(order=task.order, round=1, mode="first_yes", wave_size=3, started_at=LATER)
    assert not waits(task)

    Asking.objects.filter(pk=asking.pk).update(ended_at=LATER)

    assert waits(task)


@pytest.mark.parametrize("kind", OF_A_BOOKING)
@pytest.mark.parametrize("again", [False, True])
def test_a_booking_that_has_ended_asks_for_nothing_also_when_she_gets_the_shift_again(kind, again, town, found):
    task = found(kind)
    booking = Booking.objects.get()
    bookings.end(booking, by=town.planner, at=LATER, reason=EndReason.OTHER)
    if again:
        bookings.book(task.order, task.substitute, by=town.planner, at=LATER)

    assert not waits(task)


@pytest.mark.parametrize("kind", OF_A_BOOKING)
def test_a_shift_that_is_over_asks_for_nothing(kind, found):
    task = found(kind)

    Order.objects.update(status=Order.Status.COMPLETED)

    assert not waits(task)


def test_done_twice_is_done_once_by_the_first(town, elsewhere, found):
    task = found(Kind.CALL)

    follow_ups.done(task, by=town.planner, at=NOW)
    follow_ups.done(task, by=elsewhere.planner, at=LATER)

    assert (task.done_by, task.done_at) == (town.planner, NOW)
    assert HistoryEntry.objects.for_instance(task).get().user == town.planner
    assert not PlannerTask.objects.done_since(LATER).exists()
