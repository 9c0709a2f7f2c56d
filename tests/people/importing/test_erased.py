"""Whoever is erased is not left in a file that somebody has handed in."""

from people.importing import carrying_out
from people.importing.staff import plan
from people.importing.staff.wanted import Wanted
from people.models import RegisteredPerson, StaffImport, SubstituteImport
from people.operations import erasure, identity
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
    first, second = run.rows
    assert first == {"number": 1}
    assert second["last_name"] == "Berg"


def test_her_row_goes_by_the_registers_key_where_it_has_another_address_of_hers(town):
    her = town.substitute()
    RegisteredPerson.objects.create(key="p1", user=her.user, seen_at=NOW)
    rows = [Wanted(1, "Emma", "Holm", email="emma@privat.example", key="p1").as_row()]
    run = StaffImport.objects.create(read_at=NOW, filename="personal.csv", rows=rows)

    erasure.erase(her, by=None, at=NOW)

    run.refresh_from_db()
    assert run.rows == [{"number": 1}]
    assert [line.what for line in plan.of(run.rows, now=NOW)] == [plan.What.FAULTY]
    assert plan.absent(run.rows) == []


def test_somebody_is_erased_though_another_in_the_same_reading_was_protected(town):
    hidden, her = town.substitute(), town.substitute()
    rows = [Wanted(n, email=each.user.email).as_row() for n, each in enumerate((hidden, her), 1)]
    run = StaffImport.objects.create(read_at=NOW, filename="personal.csv", rows=rows)
    identity.mark(hidden, by=town.planner, at=NOW)

    erasure.erase(her, by=None, at=NOW)

    run.refresh_from_db()
    assert run.rows == [{"number": 1, "key": ""}, {"number": 2}]


def test_a_row_of_one_who_is_protected_goes_however_her_address_was_written(town):
    her = town.substitute()
    rows = csv_of(row(town.area, email=her.user.email.upper(), employee_number="v-77"))
    carrying_out.read("lista.csv", rows, by=town.planner, at=NOW)

    identity.mark(her, by=town.planner, at=NOW)

    assert SubstituteImport.objects.get().rows == [{"number": "2"}]
