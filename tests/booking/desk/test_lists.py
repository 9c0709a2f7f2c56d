"""The planners' lists: what they hold, how they are narrowed, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order
from tests.booking.desk.conftest import text
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory, WorkplaceFactory

EVERY_DAY = {"first": ""}


def cost(browser, address):
    """How many questions to the database, once what is asked once a process has been asked."""
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def a_busy_order(town):
    order = town.order()
    InterestFactory(order=order, substitute=town.substitute())
    EnquiryFactory(order=order, substitute=town.substitute())
    BookingFactory(order__workplace=town.workplace, substitute=town.substitute())


@pytest.mark.parametrize("list_name", ["wagtailadmin_home", "order:index", "booking_desk:index", "substitute:index"])
def test_a_list_asks_as_much_for_one_row_as_for_thirty(list_name, town, planner):
    a_busy_order(town)
    one = cost(planner, reverse(list_name))

    for _more in range(10):
        a_busy_order(town)

    assert cost(planner, reverse(list_name)) == one


def test_an_order_page_asks_as_much_for_one_candidate_as_for_thirty(town, planner):
    order, delegation = town.order(), CompetenceFactory()
    order.competences.add(delegation)
    address = reverse("order:inspect", args=[order.pk])

    def candidate():
        substitute = town.substitute()
        SubstituteCompetenceFactory(substitute=substitute, competence=delegation)
        InterestFactory(order=order, substitute=substitute)
        EnquiryFactory(order=order, substitute=substitute)
        BookingFactory(order__workplace=town.workplace, order__starts=order.ends, substitute=substitute)

    candidate()
    one = cost(planner, address)
    for _more in range(29):
        candidate()

    assert cost(planner, address) == one


def test_a_substitutes_page_asks_as_much_for_one_shift_as_for_many(town, planner):
    substitute = town.substitute()
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=substitute)
    address = reverse("substitute:inspect", args=[substitute.pk])
    one = cost(planner, address)

    for day in range(14, 24):
        BookingFactory(
            order=town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00", status=Order.Status.BOOKED),
            substitute=substitute,
        )

    assert cost(planner, address) == one


def test_orders_come_the_soonest_first_and_those_that_are_over_not_at_all(town, planner):
    later = town.order("2026-05-20 07:00", "2026-05-20 16:00")
    over = town.order("2026-05-11 07:00", "2026-05-11 16:00")
    soon = town.order("2026-05-12 07:00", "2026-05-12 16:00")

    shown = text(planner.get(reverse("order:index")))

    assert shown.index(str(soon.pk)) < shown.index(str(later.pk))
    assert str(over.pk) not in shown
    assert str(over.pk) in text(planner.get(reverse("order:index"), EVERY_DAY))


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"status": "booked"}, ["booked"]),
        ({"first": "2026-05-14"}, ["later"]),
        ({"last": "2026-05-13"}, ["here", "booked"]),
        ({"q": "björkgården"}, ["later"]),
        ({"q": "Ek9999"}, []),
        ({"q": "'\"%"}, []),
        ({"q": "\x00"}, ["here", "booked", "later"]),  # no letter: not a search
    ],
)
def test_orders_are_narrowed(narrowed, found, town, planner):
    other_place = WorkplaceFactory(area=town.area, name="Björkgården")
    orders = {
        "here": town.order(),
        "booked": town.order(status=Order.Status.BOOKED),
        "later": town.order("2026-05-20 07:00", "2026-05-20 16:00", workplace=other_place),
    }

    shown = text(planner.get(reverse("order:index"), narrowed))

    assert [name for name, order in orders.items() if str(order.pk) in shown] == found


def test_orders_of_one_workplace(town, planner):
    other = town.order(workplace=WorkplaceFactory(area=town.area))
    here = town.order()

    shown = text(planner.get(reverse("order:index"), {"workplace": town.workplace.pk}))

    assert str(here.pk) in shown
    assert str(other.pk) not in shown


def test_a_substitute_is_found_by_her_whole_name(town, planner):
    wanted = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    town.substitute(user__first_name="Amira", user__last_name="Back")

    shown = text(planner.get(reverse("substitute:index"), {"q": "amira hassan"}))

    assert str(wanted.pk) in shown
    assert "Back" not in shown


def test_bookings_that_ended_can_be_looked_for(town, planner):
    stands = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())
    ended = BookingFactory(
        order=town.order(), substitute=town.substitute(), ended_at=stands.booked_at, end_reason="mistake"
    )

    shown = text(planner.get(reverse("booking_desk:index"), {"standing": "avbokad"}))

    assert str(ended.pk) in shown
    assert str(stands.pk) not in shown
