"""Whoever is erased is not left in a file that somebody has handed in."""

from people.importing import carrying_out
from people.importing.staff.wanted import Wanted
from people.models import StaffImport, SubstituteImport
from people.operations import erasure
from tests.cast import NOW
from tests.people.importing.files import csv_of, row


def test_her_rows_lose_their_words_and_the_others_stay(town, owner):
    her = town.substitute(employee_number="V-1")
    other = row(town.area, 3, employee_number="V-2", email="o@alvsunda.example")
    carrying_out.read("lista.csv", csv_of(row(town.area), other), by=town.planner, at=NOW)

    erasure.erase(her, by=owner, at=NOW)

    first, second = SubstituteImport.objects.get().rows
    assert first == {"number": "2"}
    assert second["employee_number"] == "V-2"


def test_her_row_in_a_reading_of_the_staff_goes_too(town):
    her = town.substitute()
    rows = [Wanted(1, "Emma", "Holm", email=her.user.email.upper()).as_row(), Wanted(2, "Karin", "Berg").as_row()]
    run = StaffImport.objects.create(read_at=NOW, filename="personal.csv", rows=rows)

    erasure.erase(her, by=None, at=NOW)

    run.refresh_from_db()
    assert [row["last_name"] for row in run.rows] == ["", "Berg"]
