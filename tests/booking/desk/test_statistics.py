"""Statistik: four pages of figures, and who reads them of what."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Order
from tests.booking.desk.following import MAY, PAGES, asked_of_few, file, filled, lines, page, shift
from tests.cast import with_role
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory


@pytest.fixture
def keeper(owner, signed_in):
    """The system owner's browser."""
    return signed_in(owner)


def test_a_planner_reads_how_much_of_her_area_was_filled(town, elsewhere, planner):
    filled(town)
    shift(town, "08")
    shift(elsewhere)

    html = page(planner)

    assert "50,0 %" in html
    assert "1 pass" in html
    assert "45,0 procentenheter under målet" in html
    assert "Flest saknas på fredag kväll." in html
    assert town.workplace.name in html
    assert elsewhere.workplace.name not in html
    assert elsewhere.area.name not in html


def test_the_owner_reads_all_areas_and_no_names(town, elsewhere, keeper):
    name = str(filled(town).substitute)
    shift(elsewhere)

    html = "".join(page(keeper, each) for each in ("index", "people", "las"))

    assert town.workplace.name in html
    assert elsewhere.workplace.name in html
    assert name not in html
    assert "Timmar" not in html
    assert keeper.get(reverse("statistics:hours")).status_code == 404
    assert file(keeper, "timmar").status_code == 404


@pytest.mark.parametrize("code", ["certificate_officer", "editor", "ordering_manager", "identity_keeper"])
def test_others_find_no_figures(code, town, signed_in):
    place = {"ordering_manager": {"workplace": town.workplace}, "identity_keeper": {"area": town.area}}.get(code, {})
    browser = signed_in(with_role(code, **place))

    assert all(browser.get(reverse(f"statistics:{name}")).status_code in {302, 404} for name in PAGES)
    assert file(browser, "veckor").status_code in {302, 404}


def test_it_stands_in_the_menu_of_those_who_follow_up(planner, keeper, editor, signed_in):
    address = reverse("statistics:index")

    assert [address in browser.get("/admin/").content.decode() for browser in (planner, keeper, signed_in(editor))] == [
        True,
        True,
        False,
    ]


def test_what_was_chosen_narrows_the_figures_and_goes_with_her_to_the_next_page(town, planner):
    place = WorkplaceFactory(area=town.area, name="Ängen")
    shift(town)
    shift(town, "06", workplace=place)

    html = page(planner, **MAY, arbetsplats=place.pk)

    assert "av 1 pass" in html
    assert f"arbetsplats={place.pk}" in re.search(r'href="([^"]*vikarier/\?[^"]*)"', html)[1]
    assert "1 maj–11 maj 2026" in html


def test_people_at_a_chosen_workplace(town, planner):
    place = WorkplaceFactory(area=town.area, name="Ängen")
    for chosen in (place, town.workplace):
        BookingFactory(order=shift(town, "06", Order.Status.COMPLETED, workplace=chosen), substitute=town.substitute())

    html = page(planner, "people", arbetsplats=place.pk)

    assert "oavsett arbetsplats, yrke och orsak" in html
    assert f'<th scope="row">{place.name}' in html
    assert f'<th scope="row">{town.workplace.name}' not in html


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"period": "egna"}, "Välj en dag."),
        ({**MAY, "fran": "i går"}, "Skriv dagen som 2026-05-13."),
        ({**MAY, "till": "2026-04-01"}, "Välj en senare dag."),
        ({**MAY, "fran": "2024-01-01"}, "Välj högst ett år."),
        ({"period": "för länge sedan"}, "Välj ett giltigt alternativ."),
    ],
)
@pytest.mark.parametrize("name", PAGES)
def test_what_cannot_be_meant_is_told_beside_its_field(name, asked, said, planner):
    html = page(planner, name, **asked)

    assert said in html
    assert "Inga siffror än" in html


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_as_often_for_many_as_for_one(name, town, planner):
    def ask():
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            page(planner, name)
        return len(asked)

    asked_of_few(town)
    ask()
    one = ask()
    for _n in range(10):
        place = WorkplaceFactory(area=town.area)
        order = shift(town, "07", Order.Status.COMPLETED, workplace=place)
        BookingFactory(order=order, substitute=town.substitute())
        asked_of_few(town)

    assert ask() == one


def test_the_list_of_workplaces_has_pages(town, planner):
    for place in WorkplaceFactory.create_batch(51, area=town.area):
        shift(town, workplace=place)

    assert "Sida 1 av 2" in page(planner)
    assert len(lines(file(planner, "arbetsplatser"))) == 52
