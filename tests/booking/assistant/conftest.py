"""How a situation and a plan are made in these tests."""

from array import array

import pytest

from booking.assistant import situation
from booking.assistant.choosing import Selection
from booking.assistant.problem import Method, Plan
from booking.models import Order
from booking.rules import Channel
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory


@pytest.fixture
def read(db):
    """`read()`: all open orders, as the assistant reads them."""

    def of(selection=Selection(), channel=Channel.ASSISTANT, now=NOW, orders=None):  # noqa: B008 (frozen)
        rows = Order.objects.open(now=now) if orders is None else Order.objects.filter(pk__in=[o.pk for o in orders])
        return situation.of(rows, selection, channel=channel, now=now)

    return of


@pytest.fixture
def has_time():
    """`has_time(substitute, order)`: she has put in time that holds it."""

    def put_in(substitute, order, **word):
        return AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends, **word)

    return put_in


@pytest.fixture
def planned():
    """`planned(situation, {order: substitute})`: a plan that says so."""

    def of(read, chosen, prices=()):
        wanted = {order.pk: who.pk for order, who in chosen.items()}
        numbers = {person.pk: number for number, person in enumerate(read.people)}
        people = array("i", [numbers.get(wanted.get(order.pk), -1) for order in read.orders])
        return Plan(people=people, points=0, method=Method.WALK, prices=prices)

    return of
