"""Figures as files say what the pages say, hide what they hide, and are written down."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from booking.models import Order
from booking.views.desk.follow_up.files import TABLES
from people.models import HistoryEntry
from tests.booking.desk.following import asked_of_few, file, filled, lines, page, shift
from tests.factories.booking import BookingFactory


@pytest.fixture
def keeper(owner, signed_in):
    """The system owner's browser."""
    return signed_in(owner)


def test_another_areas_workplace_cannot_be_chosen(elsewhere, planner):
    assert "Inga siffror än" in page(planner, arbetsplats=elsewhere.workplace.pk)
    assert "Inga siffror än" in page(planner, omrade=elsewhere.area.pk)
    assert file(planner, "veckor", omrade=elsewhere.area.pk).status_code == 404


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
