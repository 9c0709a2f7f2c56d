"""Prognos: the coming weeks of her areas, a day of one, and the line on the board."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Forecast, ForecastDay
from booking.operations import forecasting
from tests.booking.desk.conftest import text
from tests.booking.forecast.ordered import a_past
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory
from tests.page_checks import assert_valid_html

INDEX = "/admin/prognos/"
QUERIES = {INDEX: 21, "day": 30}


@pytest.fixture
def told(town):
    """Two orders each day, which are always placed the same morning."""
    a_past(town)
    return forecasting.count(town.area, at=NOW)


def of_day(town, name="2026-05-13"):
    return reverse("forecast:day", args=[town.area.pk, name])


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.usefixtures("told")
def test_each_day_says_what_is_expected_and_what_there_is(planner):
    page = text(planner.get(INDEX))

    assert "13 maj Hemtjänst Fattas 2 Väntas 2 Beställda 0, bokade 0 0 har tid" in plain(page)
    assert "slog prognosen fel med i snitt" in page
    assert "Kristi himmelsfärdsdag" in page
    assert_valid_html(page)


def test_before_the_first_night_it_says_so_and_shows_what_is_placed(town, planner):
    town.order()

    page = plain(text(planner.get(INDEX)))

    assert "Prognosen räknas ut i natt" in page
    assert "Beställda 1, bokade 0" in page
    assert "Prognosen räknas ut i natt" in plain(text(planner.get(of_day(town))))


def test_with_little_history_it_says_that(town, planner):
    a_past(town, weeks=3)
    forecasting.count(town.area, at=NOW)

    assert "För lite underlag" in text(planner.get(INDEX))
    assert "tolv veckors beställningar" in text(planner.get(of_day(town)))


def test_a_planner_counts_without_waiting_for_the_night(town, elsewhere, planner):
    a_past(town)

    answer = planner.post(INDEX + "rakna/", follow=True)

    assert "Prognosen är räknad." in text(answer)
    assert [row.area for row in Forecast.objects.all()] == [town.area]


@pytest.mark.usefixtures("told")
def test_the_day_says_why_and_who_has_time(town, planner):
    her = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    AvailabilityFactory(substitute=her, starts=at("2026-05-13 07:00"), ends=at("2026-05-13 16:00"))

    page = text(planner.get(of_day(town)))

    assert "Fattas 1 för dagen" in page
    assert "En sådan onsdag brukar ha 2 i allt" in page
    assert "den äldsta först: 2, 2, 2, 2" in page
    assert "Amira Hassan" in page
    assert_valid_html(page)


@pytest.mark.usefixtures("told")
def test_a_red_day_says_that_it_is_one(town, planner):
    assert "Den räknas som en söndag" in text(planner.get(of_day(town, "2026-05-14")))


@pytest.mark.parametrize("name", ["2026-05-11", "2026-06-09", "i-morgon", "9999-99-99"])
def test_a_day_that_is_not_foreseen_is_no_page(town, planner, name):
    assert planner.get(of_day(town, name)).status_code == 404


@pytest.mark.usefixtures("told")
def test_another_areas_planner_finds_nothing_of_it(town, elsewhere, signed_in):
    browser = signed_in(elsewhere.planner)

    assert browser.get(of_day(town)).status_code == 404
    assert browser.post(reverse("forecast:ask", args=[town.area.pk, "2026-05-13"])).status_code == 404
    assert "Fattas" not in plain(text(browser.get(INDEX))).split("Kan fattas: om det blir som mest")[1]
    assert "Här väntas folk fattas" not in text(browser.get("/admin/"))


def test_managers_and_substitutes_do_not_come_in(town, signed_in):
    for user in (town.manager, town.substitute().user):
        browser = signed_in(user)
        assert {browser.get(url).status_code for url in (INDEX, of_day(town))} <= {302, 404}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("address", ["/admin/", "/admin/tavla/vecka/2026-20/", "/admin/tavla/dag/2026-05-13/"])
def test_the_board_says_where_it_will_be_short(town, planner, address):
    page = text(planner.get(address))

    assert "Här väntas folk fattas" in page
    assert of_day(town) in page
    assert_valid_html(page)


@pytest.mark.usefixtures("told")
def test_the_board_names_the_first_days_and_how_many_more(planner):
    ForecastDay.objects.update(short=0, may_be_short=0)
    assert "Här väntas folk fattas" not in text(planner.get("/admin/tavla/vecka/2026-21/"))

    ForecastDay.objects.update(short=1)
    page = text(planner.get("/admin/tavla/vecka/2026-21/"))

    assert page.count("fattas 1</a>") == 6
    assert "1 till i prognosen" in page


def test_the_line_costs_the_board_one_query(town, planner):
    planner.get("/admin/tavla/vecka/2026-20/")
    with CaptureQueriesContext(connection) as before:
        planner.get("/admin/tavla/vecka/2026-20/")
    a_past(town)
    forecasting.count(town.area, at=NOW)
    with CaptureQueriesContext(connection) as after:
        planner.get("/admin/tavla/vecka/2026-20/")

    assert len(after) == len(before)
    assert sum("forecastday" in query["sql"] for query in after) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_for_three_as_for_one(town, planner, number, django_assert_num_queries):
    for _each in range(number):
        AvailabilityFactory(
            substitute=town.substitute(), starts=at("2026-05-13 07:00"), ends=at("2026-05-13 16:00")
        )  # fmt: skip
        town.order()
    planner.get(INDEX)

    with django_assert_num_queries(QUERIES[INDEX]):
        planner.get(INDEX)
    with django_assert_num_queries(QUERIES["day"]):
        planner.get(of_day(town))
