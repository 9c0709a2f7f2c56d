"""A few orders at once say what each of them says alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import eligibility
from booking.eligibility.few import Few
from booking.models import Order
from booking.rules import Channel
from tests.booking.eligibility.world import a_world
from tests.cast import at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory


def said(verdicts):
    return {key: [(breach.code, breach.facts) for breach in verdict.breaches] for key, verdict in verdicts.items()}


def of(orders, channel=Channel.PLANNER):
    few = Few(orders, channel)
    return few.verdicts({order: hers.keys() for order, hers in few.within_reach.items()})


@pytest.mark.parametrize(("seed", "channel"), enumerate([*Channel, *Channel]))
def test_each_order_gets_the_answer_that_it_gets_alone(db, seed, channel):
    a_world(seed, substitutes=40, orders=30)
    orders = list(Order.objects.filter(status=Order.Status.OPEN).for_a_list())

    found = of(orders, channel)

    alone = {order.pk: said(eligibility.of_everybody(order, channel=channel)) for order in orders}
    assert {key: said(verdicts) for key, verdicts in found.items()} == alone
    assert sum(len(verdicts) for verdicts in found.values()) > 20


def test_work_that_is_cut_by_the_weeks_of_one_order_counts_once_for_another(town):
    substitute = town.substitute()
    for day in ("2026-01-18 22:00", "2026-01-25 22:00", "2026-02-01 22:00"):
        booked = town.order(day, f"{day[:8]}{int(day[8:10]) + 1:02} 07:00", status=Order.Status.COMPLETED)
        BookingFactory(order=booked, substitute=substitute)
    orders = [town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00") for day in (13, 20, 27)]

    found = of(orders)

    for order in orders:
        alone = eligibility.of_everybody(order, channel=Channel.PLANNER)[substitute.pk]
        assert found[order.pk][substitute.pk].case.worked == alone.case.worked


def test_the_agreement_that_began_first_is_the_one_that_counts(town):
    order, substitute = town.order(), town.substitute()
    AgreementFactory(
        substitute=substitute, area=None, workplace=town.workplace, occupation=town.occupation,
        starts=at("2020-01-01 00:00"), pay_form="monthly",
    )  # fmt: skip

    assert Few([order], Channel.PLANNER).within_reach[order.pk][substitute.pk].pay_form == "monthly"


def test_no_orders_reach_nobody(db):
    assert of([]) == {}


def test_ten_orders_take_as_many_queries_as_one(town):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert of(list(Order.objects.for_a_list()))
        return len(asked)

    town.order()
    town.substitute()
    one = queries()
    for hour in range(10):
        town.order("2026-05-13 07:00", f"2026-05-13 {8 + hour:02}:00")
        town.substitute()

    assert queries() == one
