"""Worked time as a file: what the filter shows, and that it was taken."""

import csv
import io

import pytest
from openpyxl import load_workbook

from booking.operations import worked_time
from people.models import HistoryEntry
from tests.booking.desk.after import THEN, shift, told

FILE = "/admin/arbetad-tid/fil/"


@pytest.fixture
def fetched(after):
    """`fetched("csv/?state=alla")`: what the browser would save."""

    def content(address: str) -> bytes:
        answer = after.post(f"{FILE}{address}")
        assert answer.status_code == 200, address
        return b"".join(answer.streaming_content)

    return content


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_machine_reads_what_was_booked_and_what_stands(town, fetched):
    booking = shift(town)
    worked_time.say(booking, told(ends="17:15"), by=booking.substitute.user, at=THEN)

    (row,) = rows(fetched("csv/?state=annan-tid"))

    assert (row["booking"], row["day"], row["version"], row["state"]) == (
        str(booking.pk), "2026-05-12", "1", "annan-tid",
    )  # fmt: skip
    assert (row["booked_ends_local"], row["ends_local"]) == ("2026-05-12T16:00:00+02:00", "2026-05-12T17:15:00+02:00")
    assert (row["break_minutes"], row["hours"], row["difference"]) == ("30", "9.75", "1.25")


def test_people_get_headings_and_no_codes(town, fetched):
    shift(town)

    page = load_workbook(io.BytesIO(fetched("xlsx/"))).active

    headings = [cell.value for cell in page[1]]
    assert headings[:3] == ["Dag", "Vikarie", "Anställningsnummer"]
    assert headings.count("Läge") == 1


def test_who_took_it_is_written_down_for_each_area_that_is_hers(town, elsewhere, fetched):
    shift(town, substitute=town.substitute(user__first_name="Amira")), shift(elsewhere)

    assert len(rows(fetched("csv/?q=amira"))) == 1
    entry = HistoryEntry.objects.get(action="booking.export_time")
    assert (entry.data["rows"], entry.data["narrowed"], entry.area_id) == (1, {"q": True}, town.area.pk)


def test_payroll_takes_all_and_managers_nothing(town, elsewhere, officer, signed_in, after):
    shift(town), shift(elsewhere)

    taken = signed_in(officer).post(f"{FILE}csv/")

    assert len(rows(b"".join(taken.streaming_content))) == 2
    assert signed_in(town.manager).post(f"{FILE}csv/").status_code in {302, 403, 404}
    assert after.post(f"{FILE}pdf/").status_code == 404
