"""An introduction is one person's shift: nobody else is offered it, nor booked on it."""

import uuid

import pytest

from booking.models import EndReason, Order
from booking.operations import (
    bookings,
    changing,
    direct,
    enquiries,
    orders,
    waves,
)
from booking.operations.refusals import AlreadyTaken, Refused
from tests.booking.operations.introductions.conftest import ENDS, STARTS, held
from tests.cast import NOW, at
from tests.factories.booking import OrderReasonFactory


@pytest.fixture
def empty(plan, elsewhere):
    """The introduction's order, whose booking has just ended."""
    plan()
    bookings.end(held(), by=elsewhere.planner, at=NOW, reason=EndReason.OTHER)
    return Order.objects.with_places().get()


def test_an_introduction_is_offered_to_nobody(empty, elsewhere, amira):
    told = {"by": elsewhere.planner, "at": NOW}
    for offer in (
        lambda: orders.advertise(empty, **told),
        lambda: enquiries.ask(empty, [amira], answer_by=STARTS, **told),
        lambda: waves.start(empty, **told),
    ):
        with pytest.raises(Refused, match="Passet är en introduktion"):
            offer()


def test_an_introduction_is_booked_on_nobody_else_nor_by_the_portal(empty, elsewhere, amira):
    with pytest.raises(AlreadyTaken, match="introduktion för någon annan"):
        bookings.book(empty, elsewhere.substitute(), by=elsewhere.planner, at=NOW)
    with pytest.raises(AlreadyTaken):
        bookings.book(empty, amira, by=None, at=NOW, origin="direct")

    assert direct.book_best(empty, by=None, at=NOW) is None
    assert bookings.book(empty, amira, by=elsewhere.planner, at=NOW)


@pytest.mark.parametrize("lacks", [{"wished": None}, {"allow_direct": True}, {"wished_until": STARTS}])
def test_an_introduction_is_placed_for_one_and_leaves_nothing_to_the_portal(lacks, elsewhere, amira, reason):
    said = {"workplace": elsewhere.workplace, "occupation": elsewhere.occupation, "reason": reason, "wished": amira}
    order = Order(starts=STARTS, ends=ENDS, **(said | lacks))

    with pytest.raises(Refused, match="planeras för en person"):
        orders.place(order, command=uuid.uuid4(), by=elsewhere.planner, at=NOW)


def test_a_shift_is_never_made_an_introduction_nor_another_of_one(empty, elsewhere, reason):
    told = {"by": elsewhere.planner, "at": NOW}

    with pytest.raises(Refused, match="kan inte bli"):
        changing.change(empty, {"reason": OrderReasonFactory()}, **told)
    with pytest.raises(Refused, match="kan inte bli"):
        changing.change(elsewhere.order(), {"reason": reason}, **told)


def test_an_introduction_is_where_she_is_to_be_introduced_and_never_the_portals_to_fill(empty, town, elsewhere):
    told = {"by": elsewhere.planner, "at": NOW}

    with pytest.raises(Refused, match="Introduktionen gäller en arbetsplats"):
        changing.change(empty, {"workplace": town.workplace}, **told)
    with pytest.raises(Refused, match="läggs inte ut"):
        changing.change(empty, {"allow_direct": True}, **told)
    assert changing.change(empty, {"ends": at("2026-05-19 13:00")}, **told).ends == at("2026-05-19 13:00")


def test_an_order_that_has_been_filled_is_not_dropped(plan):
    orders.drop(plan().introduction, at=NOW)

    assert Order.objects.get().status == "booked"
