"""A planner books directly, halts an order, sends it back, and books the same one again."""

import pytest

from booking.models import Advert, Booking, EndReason, Enquiry, Order, Origin, PlannerTask
from booking.operations import bookings, enquiries, returning, waves
from tests.booking.desk.conftest import text
from tests.cast import NOW, with_role
from tests.factories.booking import AdvertFactory, AvailabilityFactory


def with_time(town, order):
    substitute = town.substitute()
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)
    return substitute


def test_whoever_stands_first_and_has_time_is_booked_without_being_asked(town, does, page):
    order = town.order()
    town.substitute()
    first = with_time(town, order)
    assert "Direktboka den som står först" in page(order)

    answer = does("book_directly", order)

    assert answer.status_code == 302
    booking = Booking.objects.get()
    assert (booking.substitute, booking.origin, booking.booked_by) == (first, Origin.DIRECT, town.planner)


def test_a_double_click_books_directly_once(town, does):
    order = town.order()
    with_time(town, order)

    answers = [does("book_directly", order).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert Booking.objects.count() == 1


def test_why_nobody_is_booked_directly_is_the_policys_words(town, does, page):
    order = town.order(starts="2026-05-12 07:00", ends="2026-05-12 16:00")
    with_time(town, order)
    assert "Börjar om 1 tim 15 min, direktbokning kräver minst 3 tim" in page(order)

    answer = does("book_directly", order)

    assert answer.status_code == 409
    assert "Passet är samma dag" in text(answer)


def test_nobody_with_time_is_said_too(town, does, page):
    order = town.order()
    town.substitute()
    assert "Ingen som passar har lagt in tid för hela passet." in page(order)

    assert "kan bokas direkt" in text(does("book_directly", order))


def test_of_two_who_book_directly_the_second_sees_who_has_it(town, does):
    order, first = town.order(), town.substitute()
    bookings.book(order, first, by=with_role("planner", area=town.area), at=NOW)

    answer = does("book_directly", order)

    assert f"Passet är redan bokat: {first}." in text(answer)


def test_a_stopped_order_asks_nobody_and_can_be_started_again(town, does, page):
    order, substitute = town.order(), town.substitute()
    AdvertFactory(order=order)
    enquiries.ask(order, [substitute], by=town.planner, at=NOW, answer_by=order.starts)

    does("stop", order)

    shown = page(order)
    assert "Inget går ut och inget ja bokar." in shown
    assert "Fråga alla" not in shown
    assert Enquiry.objects.get().status == Enquiry.Status.WITHDRAWN
    assert not Advert.objects.filter(closed_at=None).exists()
    does("resume", order)
    order.refresh_from_db()
    assert (order.stopped_at, order.round) == (None, 2)


def test_an_order_goes_back_with_a_reason_and_is_taken_up_again(town, does, page):
    order = town.order()
    town.substitute()
    assert does("send_back", order, reason="").status_code == 409

    does("send_back", order, reason="Ingen kan den kvällen")

    shown = page(order)
    assert "Returnerad till beställaren" in shown
    assert "Ingen kan den kvällen" in shown
    assert "Fråga alla" not in shown
    assert ">Boka<" not in shown
    does("take_up", order)
    assert "Passar 1" in page(order)


def test_scenario_25_nobody_booked_a_second_ago_is_let_go_by_a_return_from_an_old_page(town, does):
    order, substitute = town.order(), town.substitute()
    booking = bookings.book(order, substitute, by=town.planner, at=NOW)

    told = does("send_back", order, reason="Behövs inte", seen_booking="")

    assert told.status_code == 409
    assert f"{substitute} har just fått passet." in text(told)
    assert Booking.objects.occupying().filter(pk=booking.pk).exists()


@pytest.fixture
def ended(town) -> Booking:
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)
    return booking


def test_the_one_who_had_the_shift_is_booked_again(ended, does, page):
    assert f"{ended.substitute} hade passet" in page(ended.order)

    answers = [does("rebook", ended.order).status_code for _click in range(2)]

    assert answers == [302, 302]
    again = Booking.objects.occupying().get()
    assert (again.substitute, again.origin) == (ended.substitute, Origin.REBOOKED)


def test_also_after_the_order_went_back(ended, town, does):
    returning.send_back(Order.objects.get(), by=town.planner, at=NOW, reason="Vi hittar ingen")

    does("rebook", ended.order)

    assert Booking.objects.occupying().get().substitute == ended.substitute


def test_if_she_no_longer_can_it_is_said_and_a_reason_asked_for(ended, town, does):
    late = town.order("2026-05-12 14:00", "2026-05-12 23:00")
    bookings.book(late, ended.substitute, by=town.planner, at=NOW)

    refused = does("rebook", ended.order)

    assert refused.status_code == 409
    assert "Får bara 8 tim vila, behöver 11 tim" in text(refused)
    assert "Varför går det ändå?" in text(refused)
    does("rebook", ended.order, reason="Hon vill")
    assert Booking.objects.occupying().get(order=ended.order).override_reason == "Hon vill"


def test_scenario_36_all_have_said_no_and_the_order_says_so(town, does, page):
    order = town.order(starts="2026-05-12 16:00", ends="2026-05-12 22:00")
    substitute = town.substitute()
    does("ask_in_waves", order, whom="all", size=3)
    does("called", order, substitute=substitute.pk, outcome="no")
    waves.go_on(order.askings.get(), at=NOW)

    assert "Frågat 1: 1 nej. Alla är tillfrågade." in page(order)
    order.refresh_from_db()
    assert order.status == Order.Status.OPEN
    assert PlannerTask.objects.filter(kind=PlannerTask.Kind.EXHAUSTED).count() == 1
