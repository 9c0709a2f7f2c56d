"""Among many candidates one is found by name, and the page is as quick for thirty as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.views.desk import sections
from booking.views.desk.sections import Wanted
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory


def named(town, first: str, last: str):
    return town.substitute(user__first_name=first, user__last_name=last)


@pytest.fixture
def order(town):
    """An order with many who fit, and some who do not."""
    for n in range(26):
        named(town, f"Vikarie{n}", "Ek")
    return town.order()


def shown(order, planner, **asked):
    return text(planner.get(reverse("order:inspect", args=[order.pk]), asked))


@pytest.mark.parametrize("name", ["erik", "ERIK SU", "sundin", "Lars-Erik", "lars"])
def test_she_is_found_by_what_any_part_of_her_name_begins_with(town, order, planner, name):
    named(town, "Lars-Erik", "Sundin")

    page = shown(order, planner, namn=name)

    assert "Passar 1<" in page
    assert "Lars-Erik Sundin" in page
    assert "Vikarie1 Ek" not in page


def test_she_keeps_her_place_on_the_list(town, order):
    named(town, "Åsa", "Öman")

    (fits, _almost, _cannot) = sections.of(order, seen_by=town.planner, now=NOW, wanted=Wanted("åsa ö")).sections

    assert [row.rank for row in fits.rows] == [27]


def test_those_who_cannot_are_found_too(town, order, planner):
    for name in ("Åsa", "Berit"):
        BookingFactory(substitute=named(town, name, "Öman"), order__workplace=town.workplace)

    page = shown(order, planner, namn="ås öman")

    assert "Passar inte 1<" in page
    assert "Åsa Öman" in page


def test_nobody_by_the_name_is_said(order, planner):
    assert shown(order, planner, namn="Zäta").count("Ingen med det namnet.") == 3


def test_somebody_of_another_area_is_not_found(order, elsewhere, planner):
    named(elsewhere, "Zäta", "Främmande")

    assert "Främmande" not in shown(order, planner, namn="Zäta")


def test_a_short_list_has_nothing_to_search_with(town, planner):
    town.substitute()

    assert 'name="namn"' not in shown(town.order(), planner)


def test_the_rest_of_a_group_is_a_page_away(town, planner):
    order = town.order()
    for n in range(52):
        named(town, f"Vikarie{n}", "Ek")

    assert "Visa 32 till" in shown(order, planner)
    assert 'href="?visa=passar&amp;sida=2#passar"' in shown(order, planner, visa="passar")
    last = shown(order, planner, visa="passar", sida="2")
    assert last.count('class="vp-cand"') == 2
    assert 'href="?visa=passar#passar"' in last


def test_as_many_questions_for_thirty_candidates_as_for_one(town, planner):
    fits = town.order("2026-05-14 07:00", "2026-05-14 16:00")
    address = reverse("order:inspect", args=[fits.pk])
    BookingFactory(substitute=town.substitute(), order__workplace=town.workplace, order__starts=fits.starts)
    town.substitute()
    planner.get(address)

    with CaptureQueriesContext(connection) as one:
        planner.get(address)
    for _n in range(29):
        town.substitute()
        BookingFactory(substitute=town.substitute(), order__workplace=town.workplace, order__starts=fits.starts)
    planner.get(address)  # that they were looked at is written once a day

    with CaptureQueriesContext(connection) as thirty:
        planner.get(address)

    assert len(thirty) == len(one)
