"""The shift that introduces her at a new workplace, as it is planned."""

import uuid

import pytest

from booking.models import Booking, Order, OrderReason, PlannerTask, RestDebt
from booking.operations import (
    bookings,
    workplace_requests,
)
from booking.operations.refusals import CannotBook, Refused
from messaging.models import Message
from tests.booking.operations.introductions.conftest import ENDS, STARTS
from tests.cast import NOW
from tests.factories.people import OccupationFactory
from tests.factories.standing import BlockFactory


def test_a_planned_introduction_is_an_order_for_her_and_a_booking_at_once(plan, amira, elsewhere, reason):
    planned = plan()

    order, booking = planned.introduction, Booking.objects.get()
    assert (planned.status, planned.decided_by) == ("introduction", elsewhere.planner)
    assert (order.reason, order.wished, order.allow_direct, order.contact) == (reason, amira, False, "Eva Lind")
    assert (booking.order, booking.substitute, booking.starts, booking.ends) == (order, amira, STARTS, ENDS)
    assert Order.objects.get().status == "booked"
    assert not PlannerTask.objects.waiting().exists()


def test_she_is_told_once_and_that_it_is_an_introduction(plan, amira):
    plan()

    told = Message.objects.get()
    assert (told.kind, told.recipient) == ("booking.booked", amira.user)
    assert (told.subject, told.body[:19]) == ("Du är bokad för introduktion", "Introduktion bokad:")


def test_the_same_form_twice_is_one_introduction(plan):
    key = uuid.uuid4()

    assert plan(command=key).introduction == plan(command=key).introduction
    assert Order.objects.count() == Booking.objects.count() == 1


def test_the_second_planner_is_told_when_it_is(plan):
    plan()

    with pytest.raises(Refused, match=r"En introduktion är redan bokad, tisdag 19 maj 07\.00"):
        plan()


def test_a_rule_that_says_no_books_nothing_and_places_no_order(plan, amira, elsewhere, wish):
    BlockFactory(substitute=amira, workplace=elsewhere.workplace)

    with pytest.raises(CannotBook, match="Bokas inte på Förskola Solgården"):
        plan()

    assert not Order.objects.exists()
    wish.refresh_from_db()
    assert wish.status == "asked"


def test_a_named_role_may_let_it_be_with_a_reason(town, plan, amira):
    evening = town.order("2026-05-18 15:00", "2026-05-18 23:00")
    bookings.book(evening, amira, by=town.planner, at=NOW)

    with pytest.raises(CannotBook) as refused:
        plan()
    assert refused.value.overridable

    assert plan(override="Enda dagen").status == "introduction"
    assert RestDebt.objects.exists()


def test_without_an_agreement_for_the_occupation_the_planner_is_told_what_is_lacking(plan):
    with pytest.raises(Refused, match="Inget avtal som kock når Förskola Solgården"):
        plan(occupation=OccupationFactory(name="kock"))


def test_where_no_reason_introduces_the_planner_is_told_whom_to_ask(plan):
    OrderReason.objects.all().delete()

    with pytest.raises(Refused, match="Be systemförvaltaren"):
        plan()


def test_she_keeps_her_request_as_long_as_the_shift_is_booked(plan, amira):
    with pytest.raises(Refused, match="Avboka det först"):
        workplace_requests.withdraw(plan(), by=amira.user, at=NOW)
