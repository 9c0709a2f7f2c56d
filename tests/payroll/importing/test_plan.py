"""What would come of each row is told before anything is done."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from payroll.importing import plan
from payroll.importing.plan import What
from payroll.models import FactsLayout, MonthlyPay
from people import personnummer
from people.operations import identity
from tests.cast import NOW
from tests.factories.payroll import EmploymentFactsFactory, MonthlyPayFactory, PayLayoutFactory
from tests.factories.people import SubstituteFactory
from tests.payroll.importing.files import employment_file, pay_file

APRIL = date(2026, 4, 1)


@pytest.fixture
def her(town):
    return town.substitute(employee_number="V-1")


def what(*rows, **changed):
    return [(line.numbers, line.what.value) for line in plan.of(pay_file(*rows, **changed)).lines]


def faults(*rows, **changed):
    return [(line.numbers, dict(line.faults)) for line in plan.of(pay_file(*rows, **changed)).of(What.FAULTY)]


def test_a_month_is_new_changed_or_as_it_was(her):
    MonthlyPayFactory(substitute=her, month=APRIL, gross=Decimal(100))
    MonthlyPayFactory(substitute=her, month=date(2026, 3, 1), gross=Decimal(300))

    found = plan.of(pay_file(("v-1", "2026-04", "200", ""), ("V-1", "2026-03", "300", ""), ("V-1", "2026-02", "1", "")))

    assert found.counts == {"new": 1, "changed": 1, "alike": 1, "faulty": 0}
    assert found.of(What.CHANGED)[0].changes == {"gross": (Decimal(100), Decimal(200))}
    assert MonthlyPay.objects.get(month=APRIL).gross == 100


def test_whoever_is_not_in_the_portal_is_refused(her):
    assert faults(("V-2", "2026-04", "1", "")) == [((2,), {"person": "Personen finns inte i portalen."})]


def test_a_person_is_found_by_her_personnummer(her, settings):
    settings.PERSONNUMMER_KEYS = ["a key"]
    layout = PayLayoutFactory(person_by=FactsLayout.PersonBy.PERSONNUMMER)
    her.user.personnummer_hash = personnummer.keyed("198501019809", "a key")
    her.user.save()

    found = plan.of(pay_file(("19850101-9809", "2026-04", "1", ""), layout=layout)).lines[0]

    assert (found.what, found.substitute) == (What.NEW, her)


def test_whoever_is_protected_is_refused_by_either_number_and_is_nowhere_named(her, town, settings):
    settings.PERSONNUMMER_KEYS = ["a key"]
    her.user.personnummer_hash = personnummer.keyed("198501019809", "a key")
    her.user.save()
    identity.mark(her, by=town.planner, at=NOW)
    by_hash = PayLayoutFactory(name="P", person_by=FactsLayout.PersonBy.PERSONNUMMER)

    told = {"person": "Personen har skyddade uppgifter. Fyll i intyget för hand."}
    assert faults(("V-1", "2026-04", "1", "")) == [((2,), told)]
    lines = plan.of(pay_file(("19850101-9809", "2026-04", "1", ""), layout=by_hash)).lines
    assert [(dict(line.faults), line.substitute) for line in lines] == [(told, None)]


def test_two_rows_of_a_month_are_refused_both(her):
    twice = [("V-1", "2026-04", "1", ""), ("V-1", "2026-04-30", "2", "")]

    assert faults(*twice) == [((2, 3), {"month": "Samma person och månad står på flera rader."})]


def test_or_are_one_sum_if_the_layout_says_so(her):
    adds = PayLayoutFactory(twice=FactsLayout.Twice.ADD)
    line = plan.of(pay_file(("V-1", "2026-04", "1,50", "150"), ("V-1", "2026-04", "2", ""), layout=adds)).lines[0]

    assert (line.numbers, line.what) == ((2, 3), What.NEW)
    assert (line.values["gross"], line.values["hourly_pay"]) == (Decimal("3.50"), Decimal(150))


def test_rows_with_different_pay_by_the_hour_are_no_sum(her):
    adds = PayLayoutFactory(twice=FactsLayout.Twice.ADD)
    twice = [("V-1", "2026-04", "1", "150"), ("V-1", "2026-04", "2", "160")]

    told = {"hourly_pay": "Raderna för samma person och månad har olika timlön."}
    assert faults(*twice, layout=adds) == [((2, 3), told)]


def test_an_employment_on_two_rows_is_refused(her):
    row = ("V-1", "A1", "Timavlönad", "2026-01-01", "", "")

    line = plan.of(employment_file(row, row)).lines[0]

    assert line.faults == {"reference": "Samma anställning står på flera rader."}


def test_an_employment_that_has_ended_is_changed(her):
    EmploymentFactsFactory(substitute=her, reference="A1", form="Timavlönad", since=date(2026, 1, 1))

    line = plan.of(employment_file(("V-1", "A1", "Timavlönad", "2026-01-01", "2026-04-30", "Egen begäran"))).lines[0]

    assert line.changes == {"until": (None, date(2026, 4, 30)), "end_reason": ("", "Egen begäran")}


def test_its_mark_is_another_when_something_else_would_come_of_it(her):
    run = pay_file(("V-1", "2026-04", "1", ""))
    before = plan.of(run).mark
    assert plan.of(run).mark == before

    MonthlyPayFactory(substitute=her, month=APRIL, gross=Decimal(5))

    assert plan.of(run).mark != before


@pytest.mark.parametrize("number", [1, 3])
def test_however_many_rows_there_are_three_questions_are_asked(her, number):
    people = [SubstituteFactory() for _ in range(number)]
    run = pay_file(*[(one.employee_number, "2026-04", "1", "") for one in people])

    with CaptureQueriesContext(connection) as asked:
        plan.of(run)

    assert len(asked) == 3
