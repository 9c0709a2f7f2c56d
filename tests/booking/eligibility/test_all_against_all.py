"""All open orders against everybody says what each of them says against each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import eligibility
from booking.models import Order
from booking.rules import Channel
from people.models import Substitute
from tests.booking.eligibility.world import a_world


def without_las(verdict):
    """The days under LAS are counted only where somebody reads of them."""
    return [breach for breach in verdict.breaches if breach.code != "las"]


def in_bulk(channel) -> dict[tuple[object, object], list[object]]:
    found = eligibility.of_all(Order.objects.filter(status=Order.Status.OPEN), channel=channel)
    return {(pair.order, pair.substitute): without_las(pair.verdict) for pair in found}


def order_by_order(channel) -> dict[tuple[object, object], list[object]]:
    people = list(Substitute.objects.select_related("user"))
    return {
        (order.pk, key): without_las(verdict)
        for order in Order.objects.filter(status=Order.Status.OPEN).for_a_list()
        for key, verdict in eligibility.of_page(order, people, channel=channel).items()
        if verdict.possible
    }


@pytest.mark.parametrize(("seed", "channel"), enumerate(Channel))
def test_everybody_against_every_order_gets_the_answer_that_each_gets_alone(db, seed, channel):
    world = a_world(seed, substitutes=40, orders=30)

    found = in_bulk(channel)

    assert found == order_by_order(channel)
    assert len(found) > 20
    for (order, substitute), breaches in world.dice.sample(sorted(found.items(), key=str), 15):
        alone = eligibility.of_one(Order.objects.get(pk=order), Substitute.objects.get(pk=substitute), channel=channel)
        assert breaches == without_las(alone)


@pytest.mark.parametrize(("seed", "channel"), enumerate(Channel, 3))
def test_one_order_against_everybody_finds_those_who_can(db, seed, channel):
    a_world(seed, substitutes=40, orders=30)
    people = list(Substitute.objects.select_related("user"))

    for order in Order.objects.filter(status=Order.Status.OPEN).for_a_list():
        found = eligibility.of_everybody(order, channel=channel)
        each = eligibility.of_many(order, people, channel=channel)
        assert set(found) == {key for key, verdict in each.items() if verdict.possible}
        assert {key: codes(verdict) for key, verdict in found.items()} == {key: codes(each[key]) for key in found}


def codes(verdict):
    """When somebody would have time instead is not looked for in everybody."""
    return [(breach.code, breach.facts) for breach in verdict.breaches]


def test_no_orders_are_nobody(db):
    assert in_bulk(Channel.PLANNER) == {}


def test_thirty_orders_against_thirty_substitutes_take_as_many_queries_as_one_against_one(town, elsewhere):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert in_bulk(Channel.PLANNER)
        return len(asked)

    town.order()
    town.substitute()
    one = queries()
    for hour in range(30):
        town.order("2026-05-13 07:00", f"2026-05-13 {8 + hour % 12:02}:00")
        elsewhere.order()
        elsewhere.substitute()
        town.substitute()

    assert queries() == one
