"""Two hands on the same shift. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from booking.models import Booking, Enquiry, Order
from booking.operations import answering, bookings, enquiries, orders
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from messaging.models import Message
from tests.cast import NOW, a_town, at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TWENTY = 20


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


def taken_by_each(town, order) -> list[partial]:
    return [
        partial(bookings.book, order, substitute, by=town.planner, at=NOW)
        for substitute in [town.substitute() for _ in range(TWENTY)]
    ]


def test_scenario_20_twenty_at_once_make_one_booking_and_nineteen_clear_answers(town, at_once):
    order = town.order()

    results = at_once(taken_by_each(town, order))

    assert Booking.objects.occupying().count() == 1
    assert sum(isinstance(result, Booking) for result in results) == 1
    assert sum(isinstance(result, AlreadyTaken) for result in results) == TWENTY - 1
    assert at_once.broken == []


def test_scenario_23_without_locks_the_constraint_alone_stops_a_double_booking(town, at_once, without_locks):
    order = town.order()

    results = at_once(taken_by_each(town, order))

    assert Booking.objects.occupying().count() == 1
    assert any("one_occupying_booking_per_order" in broken for broken in at_once.broken)
    assert sum(isinstance(result, AlreadyTaken) for result in results) == TWENTY - 1


def test_scenario_22_one_person_on_two_overlapping_orders_gets_one(town, at_once):
    substitute = town.substitute()
    shifts = [town.order("2026-05-13 07:00", "2026-05-13 16:00"), town.order("2026-05-13 12:00", "2026-05-13 20:00")]

    results = at_once([partial(bookings.book, shift, substitute, by=town.planner, at=NOW) for shift in shifts])

    assert Booking.objects.occupying().of(substitute).count() == 1
    assert sum(isinstance(result, CannotBook) for result in results) == 1


def test_without_locks_nobody_is_in_two_places_all_the_same(town, at_once, without_locks):
    substitute = town.substitute()
    shifts = [town.order("2026-05-13 07:00", f"2026-05-13 {hour}:00") for hour in range(10, 20)]

    at_once([partial(bookings.book, shift, substitute, by=town.planner, at=NOW) for shift in shifts])

    assert Booking.objects.occupying().of(substitute).count() == 1
    assert any("nobody_is_in_two_places" in broken for broken in at_once.broken)


def test_scenario_24_a_double_click_makes_one_booking_and_one_confirmation(town, at_once):
    order, substitute = town.order(), town.substitute()

    one, other = at_once([partial(bookings.book, order, substitute, by=town.planner, at=NOW)] * 2)

    assert one == other
    assert Message.objects.filter(kind="booking.booked").count() == 1


def test_twenty_yes_at_the_same_moment_have_one_winner(town, at_once):
    people = [town.substitute() for _ in range(TWENTY)]
    asked = enquiries.ask(town.order(), people, by=town.planner, at=NOW, answer_by=at("2026-05-12 06:15"))

    results = at_once([partial(answering.answer, one, yes=True, by=one.substitute.user, at=NOW) for one in asked])

    assert sorted(result.status for result in results) == ["lost"] * (TWENTY - 1) + [Enquiry.Status.WON]


def test_scenario_26_cancel_and_yes_never_leave_a_booking_on_a_cancelled_order(town, at_once):
    for day in range(13, 21):
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        (asked,) = enquiries.ask(order, [town.substitute()], by=town.planner, at=NOW, answer_by=at("2026-05-12 06:15"))

        at_once(
            [
                partial(orders.cancel, order, by=town.planner, at=NOW, note=""),
                partial(answering.answer, asked, yes=True, by=asked.substitute.user, at=NOW),
            ]
        )

        order.refresh_from_db()
        occupied = Booking.objects.occupying().filter(order=order).exists()
        assert (order.status, occupied) in {(Order.Status.BOOKED, True), (Order.Status.CANCELLED, False)}


def test_the_same_form_sent_many_times_at_once_is_one_order(town, at_once):
    first = town.order()
    command = first.command
    Order.objects.all().delete()

    def place() -> Order:
        order = Order(
            workplace=town.workplace,
            occupation=town.occupation,
            reason=first.reason,
            starts=first.starts,
            ends=first.ends,
        )
        return orders.place(order, command=command, by=town.manager, at=NOW)

    results = at_once([place] * 10)

    assert len(set(results)) == Order.objects.count() == 1
    assert not any(isinstance(result, Refused) for result in results)
