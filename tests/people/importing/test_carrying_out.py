"""A file of substitutes is carried out a few rows at a time, each person whole, and never twice."""

from datetime import timedelta

import pytest

from people.importing import carrying_out
from people.importing.tables import Unreadable
from people.models import Agreement, HistoryEntry, Substitute, SubstituteImport
from people.tasks import carry_out
from tests.cast import NOW, at
from tests.factories.people import CompetenceFactory, OccupationFactory, UserFactory
from tests.people.importing.files import csv_of, one_of_many, row


@pytest.fixture(autouse=True)
def _words(db):
    OccupationFactory(name="Barnskötare")
    CompetenceFactory(name="Lyft")


def read(town, *rows):
    return carrying_out.read("lista.csv", csv_of(*rows), by=town.planner, at=NOW)


def carried_out(town, *rows):
    run = carrying_out.order(read(town, *rows), at=NOW)
    while carrying_out.go_on(run, at=NOW):
        pass
    run.refresh_from_db()
    return run


def people(town, number, **changed):
    told = {"first_name": "Mira", **changed}
    return [row(town.area, n, **(one_of_many(n) | told)) for n in range(number)]


def counts(run):
    return {key: value for key, value in run.outcome.items() if isinstance(value, int) and key != "next"}


def test_a_row_becomes_a_person_with_an_agreement_and_a_competence(town):
    run = carried_out(town, row(town.area, competence="Lyft", ends="2026-12-31", pay_form="Månadslön"))

    hers = Substitute.objects.get(employee_number="V-1")
    paper = hers.agreements.get()
    assert (str(hers), hers.user.username, hers.user.phone) == ("Mira Lindgren", "lima9617", "+46701740605")
    assert (paper.area, paper.pay_form, paper.ends) == (town.area, "monthly", at("2027-01-01 00:00"))
    assert hers.competences.get().starts == at("2026-06-01 00:00")
    assert counts(run) == {"new": 1, "changed": 0, "added": 0, "alike": 0}


def test_the_same_file_again_changes_nothing(town):
    rows = [row(town.area, competence="Lyft"), row(town.workplace, 3)]
    carried_out(town, *rows)
    before = HistoryEntry.objects.exclude(action__startswith="substituteimport").count()

    run = carried_out(town, *rows)

    assert counts(run) == {"new": 0, "changed": 0, "added": 0, "alike": 2}
    assert HistoryEntry.objects.exclude(action__startswith="substituteimport").count() == before


def test_faulty_rows_are_kept_to_be_mended_and_the_others_are_carried_out(town):
    good, bad = people(town, 3), row(town.area, 9, employee_number="V-9", phone="12", email="v9@alvsunda.example")

    run = carried_out(town, *good, bad)

    assert Substitute.objects.count() == 3
    assert [fault["number"] for fault in run.outcome["faulty"]] == [5]
    assert [kept["employee_number"] for kept in run.rows] == ["V-9"]


def test_what_changes_of_a_person_is_changed(town):
    carried_out(town, row(town.area))

    run = carried_out(town, row(town.area, phone="070-174 06 06"))

    assert counts(run)["changed"] == 1
    assert Substitute.objects.get().user.phone == "+46701740606"


def test_a_person_whom_another_registered_meanwhile_is_refused_and_nothing_of_hers_is_half_done(town, elsewhere):
    run = carrying_out.order(read(town, row(town.area, competence="Lyft")), at=NOW)
    UserFactory(email="mira@alvsunda.example")

    carrying_out.go_on(run, at=NOW)

    run.refresh_from_db()
    assert "används redan" in run.outcome["faulty"][0]["faults"]["email"]
    assert not Substitute.objects.exists()


def test_rows_below_one_that_failed_say_so(town, monkeypatch):
    def fails(*_args, **_kwargs):
        raise carrying_out.Refused(email="x")

    monkeypatch.setattr(carrying_out.substitutes, "take_on", fails)

    run = carried_out(town, row(town.area), row(town.workplace, 3))

    assert "Raden ovanför" in run.outcome["faulty"][1]["faults"]["employee_number"]


def test_it_goes_on_where_a_process_that_died_had_come(town):
    run = carrying_out.order(read(town, *people(town, carrying_out.AT_A_TIME + 5)), at=NOW)
    assert carrying_out.go_on(run, at=NOW)

    carry_out(str(run.pk))

    run.refresh_from_db()
    assert counts(run)["new"] == Substitute.objects.count() == carrying_out.AT_A_TIME + 5


def test_it_is_carried_out_once_however_often_it_is_queued(town):
    run = carried_out(town, *people(town, 2))

    carry_out(str(run.pk))
    carrying_out.order(run, at=NOW)
    carry_out(str(run.pk))

    assert Agreement.objects.count() == 2
    assert HistoryEntry.objects.filter(action="substituteimport.carry_out").count() == 1


def test_one_that_nobody_ordered_is_not_carried_out(town):
    run = read(town, row(town.area))

    carry_out(str(run.pk))

    assert not Substitute.objects.exists()


def test_a_task_for_what_is_gone_does_nothing(town):
    run = read(town, row(town.area))
    carrying_out.throw_away(run)

    carry_out(str(run.pk))

    assert not SubstituteImport.objects.exists()


def test_what_is_being_carried_out_is_not_thrown_away(town):
    run = carrying_out.order(read(town, row(town.area)), at=NOW)

    carrying_out.throw_away(run)

    assert SubstituteImport.objects.filter(pk=run.pk).exists()


def test_people_in_files_are_forgotten_after_a_day(town):
    left, failed = read(town, row(town.area)), carried_out(town, row(town.area, phone="12"))

    carrying_out.forget(at=NOW + timedelta(hours=23))
    assert SubstituteImport.objects.exclude(rows=[]).count() == 2

    carrying_out.forget(at=NOW + timedelta(hours=24))
    assert list(SubstituteImport.objects.filter(pk__in=[left.pk, failed.pk]).values_list("rows", flat=True)) == [[], []]


def test_what_is_under_way_is_queued_again_and_keeps_its_rows(town, django_capture_on_commit_callbacks):
    run = carrying_out.order(read(town, row(town.area)), at=NOW)

    carrying_out.forget(at=NOW + timedelta(days=2))
    carrying_out.resume()

    assert list(SubstituteImport.objects.under_way()) == [run]
    assert SubstituteImport.objects.get().rows


def test_the_history_says_how_many_and_nothing_of_whom(town):
    carried_out(town, row(town.area))

    entry = HistoryEntry.objects.get(action="substituteimport.carry_out")
    assert (entry.user, entry.data["new"], entry.data["faulty"]) == (town.planner, 1, 0)
    assert "Mira" not in f"{entry.label} {entry.data}"


def test_what_is_no_table_of_substitutes_is_not_kept(town):
    with pytest.raises(Unreadable, match="saknar kolumner"):
        carrying_out.read("x.csv", b"a;b\n1;2\n", by=town.planner, at=NOW)

    assert not SubstituteImport.objects.exists()


def test_a_planner_who_lost_her_area_meanwhile_imports_nobody(town):
    run = carrying_out.order(read(town, row(town.workplace)), at=NOW)
    town.planner.role_assignments.all().delete()

    carrying_out.go_on(run, at=NOW)

    assert not Substitute.objects.exists()
