"""Statistik: four pages of figures, who reads them of what, and the same figures as files."""

import csv
import io
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from booking.models import Enquiry, Order
from booking.statistics.figures import Share
from booking.templatetags.charts import fill_chart, number, percent, stack
from booking.views.desk.follow_up.files import TABLES
from booking.views.desk.follow_up.tables import Line
from people.models import HistoryEntry
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import WorkplaceFactory

PAGES = ("index", "people", "hours", "las")
MAY = {"period": "egna", "fran": "2026-05-01", "till": "2026-05-11"}


@pytest.fixture
def planner(town, signed_in):
    return signed_in(town.planner)


@pytest.fixture
def keeper(owner, signed_in):
    """The system owner's browser."""
    return signed_in(owner)


def page(browser, name="index", **query):
    """What is read there, with spaces as spaces."""
    answer = browser.get(reverse(f"statistics:{name}"), query)
    assert answer.status_code == 200
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def file(browser, code, kind="csv", **query):
    """The answer with the table."""
    address = reverse("statistics:file", args=[code, kind])
    return browser.post(address + "?" + "&".join(f"{name}={value}" for name, value in query.items()))


def lines(answer):
    body = b"".join(answer.streaming_content).decode()
    return list(csv.reader(io.StringIO(body)))


def shift(town, day="05", status=Order.Status.LAPSED, **fields):
    return town.order(f"2026-05-{day} 14:00", f"2026-05-{day} 21:30", status=status, **fields)


def filled(town, day="05", **booking):
    order = shift(town, day, Order.Status.COMPLETED)
    return BookingFactory(order=order, substitute=town.substitute(**booking))


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


def test_a_month_is_compared_with_the_month_before(town, planner):
    html = page(planner, period="2026-04")

    assert "1 april–30 april 2026" in html
    assert "Perioden före är 1 mars–31 mars 2026." in html


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period": "egna"}, "Välj en dag."),
        ({**MAY, "fran": "i går"}, "Skriv dagen som 2026-05-13."),
        ({**MAY, "till": "2026-04-01"}, "Välj en senare dag."),
        ({**MAY, "fran": "2024-01-01"}, "Välj högst ett år."),
        ({"period": "för länge sedan"}, "Välj ett giltigt alternativ."),
    ],
)
@pytest.mark.parametrize("name", PAGES)
def test_what_cannot_be_meant_is_told_beside_its_field(name, asked, words, planner):
    html = page(planner, name, **asked)

    assert words in html
    assert "Inga siffror än" in html


def test_another_areas_workplace_cannot_be_chosen(elsewhere, planner):
    assert "Inga siffror än" in page(planner, arbetsplats=elsewhere.workplace.pk)
    assert "Inga siffror än" in page(planner, omrade=elsewhere.area.pk)
    assert file(planner, "veckor", omrade=elsewhere.area.pk).status_code == 404


def asked_of_few(town):
    """Four people said no to a shift that nobody came to."""
    order = shift(town)
    people = [town.substitute() for _n in range(4)]
    for person in people:
        EnquiryFactory(order=order, substitute=person, status=Enquiry.Status.NO, answered_at=NOW)
        BookingFactory(order=shift(town, "06", Order.Status.COMPLETED), substitute=person)
    return people


def test_few_people_are_hidden_on_the_page_and_in_the_file_alike(town, keeper):
    asked_of_few(town)

    assert "Färre än 5 personer tillfrågade" in page(keeper)
    assert page(keeper, "people").count("döljs") >= 12
    assert "färre än 5" in page(keeper, "people")
    assert {cell for row in lines(file(keeper, "svar"))[1:] for cell in row[1:]} == {"döljs"}
    assert lines(file(keeper, "kontinuitet"))[1][1:] == ["4", "färre än 5", "färre än 5", "färre än 5"]
    assert ["Alla tillfrågade sade nej", "döljs"] in lines(file(keeper, "varfor"))


def test_hours_are_listed_by_person_and_workplace(town, planner):
    person = filled(town, user__last_name="Åkesson").substitute
    BookingFactory(order=shift(town, "06", Order.Status.COMPLETED, break_minutes=30), substitute=person)
    BookingFactory(order=shift(town, "07", Order.Status.COMPLETED), substitute=person, no_show=True)

    assert "Åkesson" in page(planner, "hours")
    row = lines(file(planner, "timmar"))[1]
    assert row == [str(person), person.employee_number, town.workplace.name, "2", "14.5"]


def test_hours_in_another_area_are_not_hers_to_read(elsewhere, planner):
    filled(elsewhere, user__last_name="Hemligsson")

    assert "Hemligsson" not in page(planner, "hours")
    assert len(lines(file(planner, "timmar"))) == 1


@pytest.mark.parametrize("code", TABLES)
def test_every_table_leaves_as_a_file_and_is_written_down(code, town, planner):
    filled(town)
    shift(town, "08")

    head, *_rows = lines(file(planner, code))
    workbook = load_workbook(io.BytesIO(b"".join(file(planner, code, "xlsx").streaming_content)))

    assert len(head) == workbook.active.max_column > 1
    entries = HistoryEntry.objects.filter(action="area.export_figures", area=town.area, user=town.planner)
    assert [entry.data["kind"] for entry in entries.order_by("timestamp", "id")] == ["csv", "xlsx"]
    assert entries.first().data["narrowed"]["table"] == code
    assert "Statistik hämtad som fil" in entries.first().message


def test_a_file_says_what_the_page_says(town, planner):
    filled(town)
    shift(town, "08")

    assert lines(file(planner, "veckor"))[-1] == ["19", "2", "1", "50.0"]
    assert lines(file(planner, "nar"))[2] == ["Kväll", "0", "0", "0", "0", "1", "0", "0"]
    assert lines(file(planner, "arbetsplatser"))[1][:4] == [town.workplace.name, "2", "1", "50.0"]
    assert lines(file(planner, "omraden"))[1] == [town.area.name, "2", "1", "50.0"]


def test_there_is_no_other_file_and_none_for_a_link(planner):
    assert file(planner, "hemligt").status_code == 404
    assert file(planner, "veckor", "pdf").status_code == 404
    assert planner.get(reverse("statistics:file", args=["veckor", "csv"])).status_code == 405


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_as_often_for_many_as_for_one(name, town, planner):
    def ask():
        with CaptureQueriesContext(
            connection,
        ) as asked:
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


def points(*shares):
    return [Line(str(week), share) for week, share in enumerate(shares, start=9)]


def test_the_drawing_is_named_and_described_and_holds_no_style():
    svg = fill_chart(points(Share(9, 10), Share(0, 0), Share(19, 20)), 95)

    assert '<title id="chart-title">' in svg
    assert "Från 90,0\N{NO-BREAK SPACE}% vecka 9 till 95,0\N{NO-BREAK SPACE}% vecka 11." in svg
    assert svg.count("<polyline") == 2  # a week without shifts is a gap
    assert svg.count("<circle") == 2
    assert "style=" not in svg


def test_a_drawing_of_nothing_is_nothing():
    assert fill_chart(points(Share(0, 0)), 95) == ""


@pytest.mark.parametrize(("lowest", "axis"), [(93, 90), (81, 75), (62, 50), (35, 20), (0, 0)])
def test_the_axis_reaches_below_the_lowest(lowest, axis):
    svg = fill_chart(points(Share(lowest, 100), Share(100, 100)), 95)

    assert re.search(r'text-anchor="end">(\d+)</text>', svg)[1] == str(axis)


def test_many_weeks_are_named_now_and_then():
    svg = fill_chart(points(*[Share(1, 1)] * 53), 95)

    assert svg.count('text-anchor="middle">') == 18 + 1  # every third, and the lowest by its figure


def test_parts_stand_beside_each_other_as_wide_as_they_are():
    svg = stack([3, 0, 1])

    assert 'class="k1" x="0.0" width="746.0"' in svg
    assert 'class="k3" x="750.0" width="246.0"' in svg
    assert "k2" not in svg
    assert stack([0, 0]).count("<rect") == 0


def test_numbers_are_written_as_in_swedish():
    assert number(1704) == "1\N{NO-BREAK SPACE}704"
    assert percent(93.8) == "93,8\N{NO-BREAK SPACE}%"
    assert percent(None) == "–"
