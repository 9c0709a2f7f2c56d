"""The same form, the same tap, the same call, many times at the same moment: it has one effect."""

import uuid
from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking.models import Booking, Call, Interest, Order, OrderGroup
from booking.operations import answering, calls, interests, orders
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, a_town
from tests.factories.booking import AdvertFactory
from tests.races.conftest import LONG
from tests.races.world import asked

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

TEN = 10


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def form(town):
    """`form()`: an order as it comes out of a form, not yet placed."""
    like = town.order()
    Order.objects.all().delete()
    names = ("workplace", "occupation", "reason", "starts", "ends")
    return lambda: Order(**{name: getattr(like, name) for name in names})


@pytest.fixture
def without_hurry(at_once):
    """Nothing is locked where an order is placed, so that all come to have read, however long it takes."""
    at_once.patience = LONG


def actions() -> list[str]:
    return list(HistoryEntry.objects.order_by("pk").values_list("action", flat=True))


def test_scenario_24_the_same_order_form_is_one_order_and_the_constraint_is_what_holds_it(
    town, form, at_once, without_hurry
):
    command = uuid.uuid4()

    results = at_once(
        [lambda: orders.place(form(), command=command, by=town.manager, at=NOW)] * TEN, all_have_read=True
    )

    assert set(results) == {Order.objects.get()}
    assert actions() == ["order.place"]
    assert len([broken for broken in at_once.broken if "booking_order_command_key" in broken]) == TEN - 1


def test_the_same_form_of_three_seats_is_three_orders_and_the_constraint_is_what_holds_it(
    town, form, at_once, without_hurry
):
    command = uuid.uuid4()

    def place() -> list[Order]:
        return orders.place_group([form() for _ in range(3)], command=command, by=town.manager, at=NOW)

    results = at_once([place] * TEN, all_have_read=True)

    assert {frozenset(result) for result in results} == {frozenset(Order.objects.all())}
    assert (Order.objects.count(), OrderGroup.objects.count()) == (3, 1)
    assert len([broken for broken in at_once.broken if "booking_ordergroup_command_key" in broken]) == TEN - 1


def the_same_call(town, outcome) -> list[partial]:
    order, substitute = town.order(), town.substitute()
    return [partial(calls.note, order, substitute, outcome, by=town.planner, at=NOW)] * TEN


def test_the_same_call_noted_many_times_is_one_call_and_one_booking(town, at_once):
    results = at_once(the_same_call(town, Call.Outcome.YES), all_have_read=True)

    assert set(results) == {Booking.objects.get()}
    assert Call.objects.count() == 1
    assert (untrue(), at_once.broken) == ({}, [])


def test_without_locks_a_call_that_nobody_answered_is_many(town, at_once, without_locks):
    at_once(the_same_call(town, Call.Outcome.NO_ANSWER), all_have_read=True)

    assert Call.objects.count() == TEN


def the_same_yes(town) -> list[partial]:
    (enquiry,) = asked(town, town.order(), [town.substitute()])
    return [partial(answering.answer, enquiry, yes=True, by=enquiry.substitute.user, at=NOW)] * TEN


def test_scenario_29_the_same_yes_many_times_is_one_booking_with_one_confirmation(town, at_once):
    results = at_once(the_same_yes(town), all_have_read=True)

    assert {result.status for result in results} == {"won"}
    assert Message.objects.filter(kind="booking.booked").count() == 1
    assert (untrue(), at_once.broken) == ({}, [])


def test_without_locks_a_second_tap_of_her_yes_would_tell_her_that_she_lost(town, at_once, without_locks):
    results = at_once(the_same_yes(town), all_have_read=True)

    assert [result.status for result in results] == ["won"] + ["lost"] * (TEN - 1)
    assert at_once.broken


def the_same_wish(town) -> list[partial]:
    job, substitute = AdvertFactory(order=town.order()).order, town.substitute()
    return [partial(interests.register, job, substitute, by=substitute.user, at=NOW)] * TEN


def test_the_same_wish_many_times_is_one_interest(town, at_once):
    results = at_once(the_same_wish(town), all_have_read=True)

    assert set(results) == {Interest.objects.get()}
    assert actions() == ["interest.register"]
    assert at_once.broken == []


def test_without_locks_the_constraint_alone_keeps_a_wish_one(town, at_once, without_locks):
    at_once(the_same_wish(town), all_have_read=True)

    assert Interest.objects.count() == 1
    assert any("one_interest_per_order_substitute_and_round" in broken for broken in at_once.broken)
