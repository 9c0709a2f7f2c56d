"""Whoever is erased is not left in a file that somebody has handed in."""

from people.importing import carrying_out
from people.models import SubstituteImport
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
