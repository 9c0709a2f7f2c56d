"""A manager takes an order away."""

from django.urls import reverse

from booking.models import Booking, EndReason, Order
from booking.operations import bookings
from messaging.models import Message
from tests.booking.manager.reading import text
from tests.cast import NOW
from tests.page_checks import assert_valid_html


def cancel(order):
    return reverse("booking:cancel_order", args=[order.pk])


def test_the_need_is_gone(town, manager):
    order = town.order()

    answer = manager.post(cancel(order), {"note": "Ordinarie är tillbaka"})

    order.refresh_from_db()
    assert answer["Location"] == reverse("booking:order", args=[order.pk])
    assert order.status == Order.Status.CANCELLED
    assert "Ordinarie är tillbaka" in text(manager.get(answer["Location"]))


def test_she_is_told_who_is_booked_before_she_does_it(town, manager):
    order = town.order()
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    shown = text(manager.get(cancel(order)))

    assert f"{booking.substitute} har fått passet" in shown
    assert f'value="{booking.pk}"' in shown
    assert_valid_html(shown)


def test_the_booking_that_she_saw_ends_and_its_holder_is_told(town, manager):
    order = town.order()
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    manager.post(cancel(order), {"note": "Stängt", "seen_booking": booking.pk})

    booking.refresh_from_db()
    assert booking.end_reason == EndReason.ORDER_CANCELLED
    assert Message.objects.filter(recipient=booking.substitute.user, kind="booking.ended").exists()


def test_a_booking_that_she_had_not_seen_stops_it_and_keeps_what_she_wrote(town, manager):
    order = town.order()
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    shown = text(manager.post(cancel(order), {"note": "Stängt", "seen_booking": ""}))

    assert f"{booking.substitute} har just fått passet" in shown
    assert 'value="Stängt"' in shown
    assert f'value="{booking.pk}"' in shown
    assert Booking.objects.occupying().filter(order=order).exists()
    assert_valid_html(shown)


def test_a_reason_must_be_given(town, manager):
    order = town.order()

    manager.post(cancel(order), {"note": ""})

    order.refresh_from_db()
    assert order.status == Order.Status.OPEN


def test_sent_twice_it_is_done_once(town, manager):
    order = town.order()

    for _again in range(2):
        assert manager.post(cancel(order), {"note": "Stängt"}).status_code == 302


def test_what_is_over_cannot_be_taken_away(town, manager):
    order = town.order("2026-05-01 07:00", "2026-05-01 16:00", status=Order.Status.COMPLETED)

    assert manager.get(cancel(order)).status_code == 302
    assert "redan genomfört" in text(manager.post(cancel(order), {"note": "Stängt"}))


def test_another_managers_order_cannot_be_taken_away(elsewhere, manager):
    order = elsewhere.order()

    assert manager.post(cancel(order), {"note": "Stängt"}).status_code == 404
    order.refresh_from_db()
    assert order.status == Order.Status.OPEN
