"""Orders placed together, as drafts, for somebody by name, or for the portal to fill."""

import uuid

import pytest
from django.db import IntegrityError, transaction
from django_q.models import OrmQ

from booking.models import Booking, Enquiry, Order, OrderGroup
from booking.operations import answering, bookings, orders, wishes
from booking.operations.refusals import Refused
from messaging.models import Message
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, BookingFactory, OrderFactory

MORNING = at("2026-05-12 09:00")
UNTIL = at("2026-05-12 10:00")


def unplaced(town, day=13, **fields) -> Order:
    return OrderFactory.build(
        workplace=town.workplace,
        occupation=town.occupation,
        reason=town.order().reason,
        placed_by=None,
        starts=at(f"2026-05-{day} 07:00"),
        ends=at(f"2026-05-{day} 16:00"),
        **fields,
    )


def place(town, order, **said) -> Order:
    return orders.place(order, command=uuid.uuid4(), by=town.manager, at=MORNING, **said)


def tasks_of(order) -> list[str]:
    return [row.task["func"] for row in OrmQ.objects.all() if str(order.pk) in map(str, row.task["args"])]


def test_several_days_are_several_seats_of_one_group(town):
    placed = orders.place_group(
        [unplaced(town, day) for day in (13, 14, 15)], command=uuid.uuid4(), by=town.manager, at=MORNING
    )

    assert len(placed) == 3
    assert {order.group for order in placed} == {OrderGroup.objects.get()}
    assert {order.status for order in placed} == {Order.Status.OPEN}


def test_the_same_form_twice_is_one_group(town):
    key = uuid.uuid4()
    first = orders.place_group([unplaced(town), unplaced(town)], command=key, by=town.manager, at=MORNING)
    again = orders.place_group([unplaced(town), unplaced(town)], command=key, by=town.manager, at=MORNING)

    assert {order.pk for order in again} == {order.pk for order in first}
    assert Order.objects.filter(group__command=key).count() == 2


def test_all_of_a_group_are_placed_or_none(town):
    with pytest.raises(Refused, match="senare än nu"):
        orders.place_group([unplaced(town), unplaced(town, 11)], command=uuid.uuid4(), by=town.manager, at=MORNING)

    assert not OrderGroup.objects.exists()


def test_a_draft_is_nobodys_to_fill_until_it_is_sent_in(town):
    order = place(town, unplaced(town), draft=True, advertised=True)
    assert order not in Order.objects.open(now=MORNING)

    orders.publish(order, by=town.manager, at=MORNING)
    orders.publish(order, by=town.manager, at=MORNING)

    assert order in Order.objects.open(now=MORNING)


def test_a_draft_whose_time_has_come_is_not_sent_in_nor_is_what_is_no_draft(town):
    order = place(town, unplaced(town), draft=True)
    with pytest.raises(Refused, match="senare än nu"):
        orders.publish(order, by=town.manager, at=order.starts)
    with pytest.raises(Refused, match="utkast"):
        orders.publish(town.order(status=Order.Status.LAPSED), by=town.manager, at=MORNING)


def test_what_the_portal_may_fill_is_queued_for_it(town):
    assert tasks_of(place(town, unplaced(town, allow_direct=True))) == ["booking.tasks.fill"]
    assert tasks_of(place(town, unplaced(town))) == []


class TestSomebodyByName:
    @pytest.fixture
    def wished(self, town):
        return town.substitute()

    @pytest.fixture
    def order(self, town, wished) -> Order:
        order = unplaced(town, wished=wished, wished_until=UNTIL, allow_direct=True)
        return place(town, order, advertised=True)

    def test_she_is_asked_alone(self, order, wished):
        assert Enquiry.objects.get(order=order).substitute == wished
        assert tasks_of(order) == []

    def test_nobody_else_gets_it_while_she_has_the_word(self, town, order):
        assert order.wished_until == UNTIL
        assert Message.objects.filter(recipient=order.wished.user).exists()

    def test_her_yes_books(self, order, wished):
        answering.answer(Enquiry.objects.get(order=order), yes=True, by=wished.user, at=MORNING)

        order.refresh_from_db()
        assert (Booking.objects.get(order=order).substitute, order.wished_until) == (wished, None)

    def test_her_no_makes_it_everybodys_and_the_portals_to_fill(self, order, wished):
        answering.answer(Enquiry.objects.get(order=order), yes=False, by=wished.user, at=MORNING)

        order.refresh_from_db()
        assert order.wished_until is None
        assert tasks_of(order) == ["booking.tasks.fill"]

    def test_so_does_the_time(self, order):
        assert order in Order.objects.reserved_past(now=UNTIL)

        assert wishes.release(order, at=UNTIL).wished_until is None

    def test_until_then_she_is_waited_for(self, order):
        assert wishes.release(order, at=MORNING).wished_until == UNTIL

    def test_a_planner_may_book_another_by_hand(self, town, order):
        assert bookings.book(order, town.substitute(), by=town.planner, at=MORNING)


def test_one_who_cannot_take_it_is_not_waited_for(town):
    wished = town.substitute()
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=wished)

    order = place(town, unplaced(town, wished=wished, wished_until=UNTIL))

    order.refresh_from_db()
    assert order.wished_until is None


def test_a_wish_without_a_time_reserves_nothing(town):
    order = town.order(wished=town.substitute())

    assert wishes.ask_first(order, by=town.manager, at=NOW) == order
    assert not Enquiry.objects.exists()


def test_what_is_kept_for_one_is_seen_by_nobody_else(town, signed_in, time_machine):
    time_machine.move_to(MORNING, tick=False)
    wished, other = town.substitute(), town.substitute()
    order = town.order(wished=wished, wished_until=at("2026-05-13 05:00"))
    AdvertFactory(order=order)

    seen = {who: signed_in(who.user).get(f"/lediga-jobb/{order.pk}/").status_code for who in (wished, other)}

    assert seen == {wished: 200, other: 404}


@pytest.mark.parametrize("ends", ["2026-05-13 07:00", "2026-05-13 06:00", "2026-05-14 09:00"])
def test_scenario_12_the_database_refuses_an_order_of_no_length_or_of_too_much(town, ends):
    order = unplaced(town)
    order.ends = at(ends)

    with pytest.raises(IntegrityError), transaction.atomic():
        place(town, order)
