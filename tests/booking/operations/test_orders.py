"""An order's life."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError

from booking.models import Advert, Enquiry, Interest, Order
from booking.operations import bookings, orders
from booking.operations.refusals import Refused
from booking.tasks import tidy
from messaging.models import Message
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, BookingFactory, EnquiryFactory, InterestFactory, OrderFactory


def placed(town, **fields) -> Order:
    order = OrderFactory.build(workplace=town.workplace, occupation=town.occupation, reason=town.order().reason)
    for name, value in fields.items():
        setattr(order, name, value)
    return order


def test_a_placed_order_is_open_and_says_who_placed_it(town):
    order = orders.place(placed(town), command=uuid.uuid4(), by=town.manager, at=NOW)

    assert (order.status, order.placed_by, order.placed_at) == (Order.Status.OPEN, town.manager, NOW)


def test_the_same_form_twice_is_one_order(town):
    command = uuid.uuid4()

    first = orders.place(placed(town), command=command, by=town.manager, at=NOW)
    again = orders.place(placed(town), command=command, by=town.manager, at=NOW)

    assert first == again


def test_an_order_in_the_past_is_refused(town):
    with pytest.raises(Refused, match="senare än nu"):
        orders.place(placed(town, starts=NOW), command=uuid.uuid4(), by=town.manager, at=NOW)


@pytest.mark.parametrize("length", [timedelta(0), timedelta(hours=-1), timedelta(hours=25, minutes=1)])
def test_scenario_12_the_database_refuses_an_impossible_length(town, length):
    order = town.order()

    with pytest.raises(IntegrityError):
        Order.objects.filter(pk=order.pk).update(ends=order.starts + length)


def test_advertising_twice_is_one_advert(town):
    order = town.order()

    assert orders.advertise(order, by=town.planner, at=NOW) == orders.advertise(order, by=town.planner, at=NOW)


def test_a_booked_order_is_not_advertised(town):
    order = BookingFactory(order=town.order(status=Order.Status.BOOKED)).order

    with pytest.raises(Refused, match="saknar vikarie"):
        orders.advertise(order, by=town.planner, at=NOW)


def test_an_advert_taken_down_leaves_the_interests(town):
    interest = InterestFactory(order=town.order())
    AdvertFactory(order=interest.order)

    orders.stop_advertising(interest.order, by=town.planner, at=NOW)

    interest.refresh_from_db()
    assert interest.status == Interest.Status.REGISTERED
    assert not Advert.objects.filter(closed_at=None).exists()


def test_cancelling_an_open_order_closes_all_that_was_offered(town):
    order = town.order()
    interest, enquiry = InterestFactory(order=order), EnquiryFactory(order=order)

    orders.cancel(order, by=town.manager, at=NOW, note="Avdelningen stängs")

    interest.refresh_from_db()
    enquiry.refresh_from_db()
    assert (interest.status, enquiry.status) == (Interest.Status.LAPSED, Enquiry.Status.WITHDRAWN)
    assert Message.objects.get().kind == "interest.lapsed"


def test_cancelling_a_booked_order_ends_the_booking_and_tells_her(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    order = orders.cancel(booking.order, by=town.manager, at=NOW, note="", seen_booking=booking.pk)

    booking.refresh_from_db()
    assert order.status == Order.Status.CANCELLED
    assert booking.ended_at == NOW
    assert Message.objects.filter(kind="booking.ended", recipient=booking.substitute.user).exists()


def test_scenario_25_a_stale_page_is_told_who_got_the_shift_and_nothing_is_lost(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    with pytest.raises(Refused, match="har just fått passet"):
        orders.cancel(booking.order, by=town.manager, at=NOW, note="", seen_booking=None)

    booking.refresh_from_db()
    assert booking.ended_at is None


def test_cancelling_twice_is_once(town):
    order = town.order()
    orders.cancel(order, by=town.manager, at=NOW, note="")

    assert orders.cancel(order, by=town.manager, at=NOW, note="").status == Order.Status.CANCELLED


def test_time_closes_what_is_over(town, time_machine):
    empty, booked = town.order(), BookingFactory(order=town.order(status=Order.Status.BOOKED)).order
    waiting = EnquiryFactory(order=empty)
    time_machine.move_to(booked.ends)

    tidy()

    for row in (empty, booked, waiting):
        row.refresh_from_db()
    assert (empty.status, booked.status) == (Order.Status.LAPSED, Order.Status.COMPLETED)
    assert waiting.status == Enquiry.Status.EXPIRED
