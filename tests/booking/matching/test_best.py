"""The best for each of several orders, as each order's own page would have it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.matching import best, candidates
from booking.models import Call, EndReason, Order
from tests.booking.eligibility.world import a_world
from tests.cast import NOW, at, with_role
from tests.factories.booking import (
    AvailabilityFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
)
from tests.factories.people import RoleAssignmentFactory
from tests.factories.standing import FavouriteFactory


def of(town, *orders):
    return best.of(list(Order.objects.filter(pk__in=[order.pk for order in orders]).for_a_list()), seen_by=town.planner)


def alone(town, order):
    return of(town, order)[order.pk]


@pytest.mark.parametrize("seed", range(6))
def test_whoever_stands_first_here_does_so_on_the_orders_own_page(db, seed, monkeypatch):
    monkeypatch.setattr(best, "HEAD", [1, 3, 40][seed % 3])
    world = a_world(seed, substitutes=40, orders=20)
    planner = with_role("planner", area=world.places[0].area)
    RoleAssignmentFactory(user=planner, role="planner", area=world.places[3].area)
    for one in world.dice.sample(world.substitutes, 12):
        FavouriteFactory(substitute=one, workplace=world.dice.choice(world.places))
    orders = list(Order.objects.filter(status=Order.Status.OPEN).for_a_list())

    found = best.of(orders, seen_by=planner)

    for order in orders:
        fitting = [one for one in candidates.possible(order, seen_by=planner) if one.verdict.books_by_itself]
        first = found[order.pk].first
        assert (first and (first.substitute, first.merits)) == (
            (fitting[0].substitute, fitting[0].merits) if fitting else None
        )
        assert found[order.pk].fitting == len(fitting) or found[order.pk].more


def test_who_has_said_no_is_not_named_and_still_fits(town):
    order = town.order()
    no, called, regretted, left = (town.substitute() for _ in range(4))
    for one in (no, called, regretted):
        FavouriteFactory(substitute=one, workplace=town.workplace)
    EnquiryFactory(order=order, substitute=no, status="no")
    Call.objects.create(
        order=order, substitute=called, round=1, outcome=Call.Outcome.NO, made_by=town.planner, made_at=NOW
    )
    BookingFactory(order=order, substitute=regretted, ended_at=NOW, end_reason=EndReason.REGRETTED)

    known = alone(town, order)

    assert known.first.substitute == left
    assert (known.fitting, known.to_ask, known.with_a_reason, known.more) == (4, 3, 0, False)


def test_those_who_want_it_stand_in_their_order_wherever_they_are_in_the_line(town, monkeypatch):
    monkeypatch.setattr(best, "HEAD", 1)
    order = town.order()
    wanting, other, busy = town.substitute(), town.substitute(), town.substitute()
    FavouriteFactory(substitute=other, workplace=town.workplace)
    AvailabilityFactory(substitute=wanting, starts=order.starts, ends=order.ends)
    for one in (busy, wanting):
        InterestFactory(order=order, substitute=one)
    BookingFactory(order=town.order("2026-05-13 08:00", "2026-05-13 10:00"), substitute=busy)

    known = alone(town, order)

    assert [one.substitute for one in known.wanting] == [wanting]
    assert known.more


def test_where_nobody_at_the_head_of_the_line_fits_the_others_are_asked_of_too(town, monkeypatch):
    monkeypatch.setattr(best, "HEAD", 1)
    order = town.order()
    busy, free = town.substitute(), town.substitute()
    FavouriteFactory(substitute=busy, workplace=town.workplace)
    BookingFactory(order=town.order("2026-05-13 08:00", "2026-05-13 10:00"), substitute=busy)

    known = alone(town, order)

    assert (known.first.substitute, known.fitting, known.more) == (free, 1, False)


def test_who_would_need_a_reason_is_counted_apart(town):
    order, tired = town.order(), town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=tired)

    known = alone(town, order)

    assert (known.first, known.fitting, known.with_a_reason) == (None, 0, 1)


def test_what_happened_in_other_orders_months_and_years_ago_counts_for_each_as_it_should(town):
    early, late = town.order("2026-05-13 07:00", "2026-05-13 16:00"), town.order("2026-08-13 07:00", "2026-08-13 16:00")
    substitute = town.substitute()
    BookingFactory(order=town.order("2025-06-01 07:00", "2025-06-01 15:00"), substitute=substitute)
    asked = town.order("2026-05-20 07:00", "2026-05-20 15:00")
    EnquiryFactory(order=asked, substitute=substitute, status="expired", asked_at=at("2026-05-01 09:00"))

    found = of(town, early, late)

    told = {order: found[order.pk].first.merits for order in (early, late)}
    assert (told[early].shifts_here, told[late].shifts_here) == (1, 0)
    assert (told[early].last_asked, told[late].last_asked) == (at("2026-05-01 09:00"), None)


def test_no_orders_have_no_best(town):
    assert best.of([], seen_by=town.planner) == {}


def test_ten_orders_take_as_many_queries_as_one(town):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert of(town, *Order.objects.all())
        return len(asked)

    InterestFactory(order=town.order(), substitute=town.substitute())
    queries()  # her roles are asked for once
    one = queries()
    for hour in range(10):
        order = town.order("2026-05-13 07:00", f"2026-05-13 {8 + hour:02}:00")
        InterestFactory(order=order, substitute=town.substitute())

    assert queries() == one
