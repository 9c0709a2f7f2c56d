"""Resurstid at the desk: who can be sent, what it is used for, and the orders that it would do for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Booking, Kind, Order, Origin
from tests.booking.banking import paid_by_the_month
from tests.booking.desk.conftest import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory, InterestFactory
from tests.page_checks import assert_valid_html

PAGE = "/admin/resurstid/"
OFFERED = "Inget öppet pass ryms i tiden."


@pytest.fixture
def maja(town):
    return paid_by_the_month(town).maja


def lay(substitute, hours="06:00-23:00", kind=Kind.ACUTE_RESOURCE, day="2026-05-14", **fields):
    starts, ends = (at(f"{day} {clock}") for clock in hours.split("-"))
    return AvailabilityFactory(substitute=substitute, kind=kind, starts=starts, ends=ends, **fields)


def order(town, hours="15:00-23:00", **fields):
    return town.order(*(f"2026-05-14 {clock}" for clock in hours.split("-")), **fields)


def test_a_planner_sees_whose_time_is_not_used_and_which_open_orders_it_would_do_for(town, maja, planner):
    lay(maja, shift_minutes=480, gives_time=True)
    order(town)

    shown = text(planner.get(PAGE))

    for words in ("Torsdag 14 maj", "Inte använd", "passet är högst 8 tim", "Ger tid i tidbanken.", "15.00–23.00"):
        assert words in shown
    assert "Akut resurstid 06–23, flyttas" in shown
    assert_valid_html(shown)


@pytest.mark.parametrize(
    ("hours", "kind", "words"),
    [
        ("15:00-23:00", Kind.RESOURCE, "Resurspass 15–23, samma tid"),
        ("14:00-24:00", Kind.RESOURCE, "Inom resurspass 14–24"),
        ("15:00-22:00", Kind.RESOURCE, OFFERED),
    ],
)
def test_how_an_order_lies_in_a_resource_shift_is_said(town, maja, planner, hours, kind, words):
    lay(maja, hours.replace("24:00", "23:30"), kind)
    order(town)

    assert words.replace("24", "23.30") in text(planner.get(PAGE))


def test_what_is_booked_is_used_and_no_longer_offered(town, maja, planner):
    lay(maja, shift_minutes=480)
    BookingFactory(order=order(town, "07:00-13:00"), substitute=maja)
    order(town)

    shown = text(planner.get(PAGE))

    assert "Bokad 07–13" in shown
    assert "Inget mer öppet pass ryms i tiden." in shown


def test_a_planner_books_from_the_list_and_an_interest_is_taken_up(town, maja, planner):
    lay(maja)
    wanted = order(town)
    InterestFactory(order=wanted, substitute=maja)
    page = text(planner.get(PAGE))
    assert "Har anmält intresse" in page
    assert f'action="{reverse("order:book", args=[wanted.pk])}"' in page

    planner.post(reverse("order:book", args=[wanted.pk]), {"substitute": maja.pk, "origin": "interest"})

    assert Booking.objects.get(order=wanted).origin == Origin.INTEREST
    assert Order.objects.get(pk=wanted.pk).status == Order.Status.BOOKED


def test_time_for_another_workplace_is_not_offered_here(town, elsewhere, maja, planner):
    lay(maja, limited=True).workplaces.add(elsewhere.workplace)
    order(town)

    assert OFFERED in text(planner.get(PAGE))


def test_nothing_of_another_area_is_seen(town, elsewhere, planner):
    lay(paid_by_the_month(elsewhere, "Fjärran").maja)

    assert "Fjärran" not in text(planner.get(PAGE))


@pytest.mark.parametrize("week", ["2026-W21", "hej", "9999-W99", "\x00"])
def test_another_week_is_asked_for_and_what_is_no_week_is_this_one(maja, planner, week):
    lay(maja, day="2026-05-20")

    shown = text(planner.get(PAGE, {"vecka": week}))

    assert ("Onsdag 20 maj" in shown) is (week == "2026-W21")


def test_as_many_questions_for_three_as_for_one(town, maja, planner):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            planner.get(PAGE)
        return len(queries)

    lay(maja)
    order(town)
    planner.get(PAGE)
    one = asked()
    for name in ("Nora", "Ola"):
        lay(paid_by_the_month(town, name).maja)
        order(town, "07:00-15:00")

    assert asked() == one
