"""An order that is halted, and taken up again."""

import pytest

from booking.models import Advert, Booking, EndReason, Enquiry, Interest, Order, Origin
from booking.operations import answering, bookings, enquiries, orders, returning
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import at
from tests.factories.booking import AdvertFactory, BookingFactory, InterestFactory

MORNING = at("2026-05-12 09:00")
ANSWER_BY = at("2026-05-12 09:30")


def stop(town, order) -> Order:
    return returning.stop(order, by=town.planner, at=MORNING)


def send_back(town, order, reason="Ingen kan den tiden") -> Order:
    return returning.send_back(order, by=town.planner, at=MORNING, reason=reason)


def test_a_stop_takes_the_order_out_of_lediga_jobb_and_withdraws_what_is_asked(town):
    order = AdvertFactory(order=town.order()).order
    enquiries.ask(order, [town.substitute()], by=town.planner, at=MORNING, answer_by=ANSWER_BY)

    stop(town, order)

    assert not Advert.objects.filter(closed_at=None).exists()
    assert Enquiry.objects.get().status == Enquiry.Status.WITHDRAWN


def test_a_stop_leaves_interests_for_the_planner_to_book_on(town):
    interest = InterestFactory(order=town.order(), substitute=town.substitute())

    order = stop(town, interest.order)
    bookings.book(order, interest.substitute, by=town.planner, at=MORNING, origin=Origin.INTEREST)

    order.refresh_from_db()
    assert (order.status, order.stopped_at) == (Order.Status.BOOKED, None)


def test_a_stopped_order_is_not_advertised_nor_asked_about(town):
    order = stop(town, town.order())

    with pytest.raises(Refused, match="stoppat"):
        orders.advertise(order, by=town.planner, at=MORNING)
    with pytest.raises(Refused, match="stoppat"):
        enquiries.ask(order, [town.substitute()], by=town.planner, at=MORNING, answer_by=ANSWER_BY)


def test_a_stop_twice_is_one(town):
    order = stop(town, town.order())
    stop(town, order)

    assert HistoryEntry.objects.filter(action="order.stop").count() == 1


def test_what_is_started_again_may_be_asked_about_anew(town):
    order, substitute = town.order(), town.substitute()
    enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=ANSWER_BY)
    stop(town, order)

    order = returning.resume(order, by=town.planner, at=MORNING)

    assert order.stopped_at is None
    assert enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=ANSWER_BY)


def test_what_was_never_stopped_is_not_started_again(town):
    assert returning.resume(town.order(), by=town.planner, at=MORNING).round == 1
    assert returning.take_up(town.order(), by=town.planner, at=MORNING).round == 1


def test_a_booked_order_cannot_be_stopped(town):
    with pytest.raises(Refused, match="inte längre öppen: bokad"):
        stop(town, BookingFactory(order=town.order(status=Order.Status.BOOKED)).order)


def test_an_order_sent_back_is_the_orderers_again_with_the_reason(town):
    order = send_back(town, town.order())

    assert order not in Order.objects.to_fill(now=MORNING)
    assert order.return_reason == "Ingen kan den tiden"
    told = Message.objects.get()
    assert told.recipient == town.manager
    assert "Ingen kan den tiden" in told.body


def test_whoever_was_booked_is_let_go_when_it_is_sent_back(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=MORNING)

    order = send_back(town, booking.order)

    booking.refresh_from_db()
    assert (booking.end_reason, order.status) == (EndReason.RETURNED, Order.Status.OPEN)


def test_it_is_not_sent_back_without_a_reason_nor_when_it_is_over(town):
    with pytest.raises(Refused, match="varför"):
        send_back(town, town.order(), reason=" ")
    with pytest.raises(Refused, match="inte är genomfört"):
        send_back(town, town.order(status=Order.Status.COMPLETED))


def test_sent_back_twice_is_once(town):
    order = send_back(town, town.order())
    send_back(town, order)

    assert Message.objects.count() == 1


def test_an_interest_lapses_when_the_order_is_sent_back(town):
    interest = InterestFactory(order=town.order(), substitute=town.substitute())

    send_back(town, interest.order)

    interest.refresh_from_db()
    assert interest.status == Interest.Status.LAPSED


def test_the_orderer_may_want_it_all_the_same(town):
    order = returning.take_up(send_back(town, town.order()), by=town.manager, at=MORNING)

    assert order in Order.objects.to_fill(now=MORNING)
    assert (order.round, order.return_reason) == (2, "")


def test_what_has_begun_is_not_taken_up(town):
    order = send_back(town, town.order())

    with pytest.raises(Refused, match="börjat"):
        returning.take_up(order, by=town.manager, at=order.starts)


def test_the_same_may_be_booked_again_also_when_it_was_sent_back(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=MORNING)
    order = send_back(town, booking.order)

    again = returning.rebook_same(order, by=town.planner, at=MORNING)

    assert (again.substitute, again.origin) == (booking.substitute, Origin.REBOOKED)
    assert Booking.objects.occupying().count() == 1


def test_the_same_is_not_booked_again_if_she_no_longer_can(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=MORNING)
    order = send_back(town, booking.order)
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=booking.substitute)

    with pytest.raises(CannotBook, match="Redan bokad"):
        returning.rebook_same(order, by=town.planner, at=MORNING)


def test_nobody_is_the_same_when_nobody_has_had_it(town):
    with pytest.raises(Refused, match="Ingen har haft passet"):
        returning.rebook_same(town.order(), by=town.planner, at=MORNING)


def test_a_yes_to_an_order_that_was_sent_back_books_nothing_and_is_no_loss_to_another(town):
    order = town.order()
    (asked,) = enquiries.ask(order, [town.substitute()], by=town.planner, at=MORNING, answer_by=ANSWER_BY)
    Order.objects.filter(pk=order.pk).update(returned_at=MORNING, return_reason="Fel dag")

    assert answering.answer(asked, yes=True, by=asked.substitute.user, at=MORNING).status == Enquiry.Status.WITHDRAWN


def test_an_order_sent_back_is_not_the_portals_to_fill(town):
    with pytest.raises(AlreadyTaken):
        bookings.book(send_back(town, town.order()), town.substitute(), by=None, at=MORNING, origin=Origin.ASSISTANT)
