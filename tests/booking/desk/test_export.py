"""The lists of orders and of bookings as files."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from booking.models import Order
from people.models import HistoryEntry, RoleAssignment
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import WorkplaceFactory

ORDERS, BOOKINGS = "/admin/bestallningar/fil/", "/admin/bokningar/fil/"


@pytest.fixture
def fetched(planner):
    """`fetched("/admin/…/csv/")`: what the browser would save."""

    def content(address: str) -> bytes:
        answer = planner.post(address)
        assert answer.status_code == 200, address
        return b"".join(answer.streaming_content)

    return content


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_file_holds_what_the_filter_shows_and_nothing_else(town, fetched):
    wanted = town.order(status=Order.Status.BOOKED)
    town.order()
    town.order("2026-06-20 07:00", "2026-06-20 16:00", status=Order.Status.BOOKED)

    taken = rows(fetched(f"{ORDERS}csv/?status=booked&last=2026-05-31"))

    assert [row["order"] for row in taken] == [str(wanted.pk)]


def test_a_machine_reads_codes_that_stay_and_times_that_cannot_be_misread(town, fetched):
    booking = BookingFactory(
        order=town.order(status=Order.Status.BOOKED, break_minutes=60), substitute=town.substitute()
    )

    (row,) = rows(fetched(f"{ORDERS}csv/"))

    assert (row["starts"], row["starts_local"]) == ("2026-05-13T05:00:00Z", "2026-05-13T07:00:00+02:00")
    assert (row["status"], row["state"], row["hours"]) == ("booked", "Bokad", "8.0")
    assert row["substitute"] == str(booking.substitute)
    assert row["employee_number"] == booking.substitute.employee_number


def test_people_get_headings_in_their_language_and_no_codes(town, fetched):
    town.order()

    page = load_workbook(io.BytesIO(fetched(f"{ORDERS}xlsx/"))).active

    headings = [cell.value for cell in page[1]]
    assert headings[:5] == ["Börjar", "Slutar", "Rast, minuter", "Timmar", "Område"]
    assert "Beställning" not in headings
    assert page["A2"].value.isoformat() == "2026-05-13T07:00:00"


def test_a_workplace_that_is_called_a_formula_is_only_called_so(town, fetched):
    town.order(workplace=WorkplaceFactory(area=town.area, name='=HYPERLINK("http://x")'))

    assert rows(fetched(f"{ORDERS}csv/"))[0]["workplace"] == '\'=HYPERLINK("http://x")'
    page = load_workbook(io.BytesIO(fetched(f"{ORDERS}xlsx/"))).active
    assert {cell.data_type for cell in page[2]} <= {"s", "d", "n", "inlineStr"}


def test_who_took_what_stands_in_the_history_of_each_area_without_what_was_searched_for(town, elsewhere, fetched):
    RoleAssignment.objects.create(user=town.planner, role="planner", area=elsewhere.area)
    town.order(reference="Anna Ek"), town.order(reference="Anna Ek"), elsewhere.order(reference="Anna Ek")

    fetched(f"{ORDERS}csv/?q=Anna&status=open")

    noted = HistoryEntry.objects.filter(action="order.export")
    assert {entry.area_id: entry.data["rows"] for entry in noted} == {town.area.pk: 2, elsewhere.area.pk: 1}
    assert {entry.user for entry in noted} == {town.planner}
    assert noted[0].data["narrowed"] == {"q": True, "status": ["open"]}
    assert noted[0].message in {"Beställningar hämtade som fil, 1 rad", "Beställningar hämtade som fil, 2 rader"}


@pytest.mark.parametrize("address", [ORDERS, BOOKINGS])
def test_nothing_of_another_area_is_taken(address, town, elsewhere, fetched):
    BookingFactory(order=elsewhere.order(status=Order.Status.BOOKED), substitute=elsewhere.substitute())

    assert rows(fetched(f"{address}csv/")) == []


@pytest.mark.parametrize("address", [ORDERS, BOOKINGS])
def test_whoever_may_see_but_not_take_gets_no_file(address, officer, owner, editor, planner, signed_in):
    assert [signed_in(user).post(f"{address}csv/").status_code for user in (officer, owner, editor)] == [404] * 3
    assert planner.post(f"{address}pdf/").status_code == 404
    assert planner.get(f"{address}csv/").status_code == 405
    assert not HistoryEntry.objects.filter(action__endswith=".export").exists()


def test_what_she_may_see_as_an_ordering_manager_she_may_not_take(town, elsewhere, fetched):
    RoleAssignment.objects.create(user=town.planner, role="ordering_manager", workplace=elsewhere.workplace)
    elsewhere.order()

    assert rows(fetched(f"{ORDERS}csv/")) == []


def test_bookings_are_taken_with_how_they_came_about(town, fetched):
    booking = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    (row,) = rows(fetched(f"{BOOKINGS}csv/"))

    assert (row["booking"], row["origin"], row["state"]) == (str(booking.pk), booking.origin, "Bokad")
    assert row["substitute"] == str(booking.substitute)


def test_a_file_of_thirty_asks_as_much_of_the_database_as_one_of_one(town, fetched):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            fetched(f"{ORDERS}csv/")
        return len(asked)

    EnquiryFactory(order=town.order(), substitute=town.substitute())
    fetched(f"{ORDERS}csv/")
    one = cost()
    for _more in range(29):
        town.order(workplace=WorkplaceFactory(area=town.area))

    assert cost() == one
