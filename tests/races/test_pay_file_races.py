"""The same file of pay, handed in twice at the same instant. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from payroll.importing import carrying_out, plan
from payroll.importing.carrying_out import Moved
from payroll.models import FactsImport, MonthlyPay
from people.models import HistoryEntry
from people.operations import erasure
from tests.cast import NOW
from tests.factories.people import SubstituteFactory
from tests.payroll.importing.files import pay_file

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def rows(transactional_db):
    people = [SubstituteFactory(employee_number=f"V-{number}") for number in range(5)]
    return [(one.employee_number, "2026-04", "100", "") for one in people]


def carry_out(run, **said):
    return carrying_out.carry_out(run, **({"seen": "", "leaves_out": False, "by": None, "at": NOW} | said))


@pytest.mark.parametrize("all_have_read", [False, True])
def test_two_files_at_once_are_one_after_the_other(rows, at_once, all_have_read):
    runs = [pay_file(*rows), pay_file(*reversed(rows))]

    results = at_once([partial(carry_out, run) for run in runs], all_have_read=all_have_read)

    assert [type(result) for result in results] == [FactsImport, FactsImport]
    assert sorted(result.counts["new"] for result in results) == [0, 5]
    assert MonthlyPay.objects.count() == 5
    assert at_once.broken == []


def test_what_both_saw_is_done_for_one_and_the_other_is_shown_it_anew(rows, at_once):
    runs = [pay_file(*rows), pay_file(*rows)]
    seen = plan.of(runs[0]).mark

    results = at_once([partial(carry_out, run, seen=seen) for run in runs])

    assert {type(result) for result in results} == {FactsImport, Moved}
    assert MonthlyPay.objects.count() == 5


def test_the_same_button_twice_is_once(rows, at_once):
    run = pay_file(*rows)

    at_once([partial(carry_out, run)] * 3)

    assert HistoryEntry.objects.filter(action="factsimport.carry_out").count() == 1


def test_whoever_is_erased_meanwhile_has_no_pay_afterwards(rows, at_once):
    run, her = pay_file(*rows), SubstituteFactory._meta.model.objects.get(employee_number="V-2")
    acts = [partial(carry_out, run, leaves_out=True), partial(erasure.erase, her, by=None, at=NOW)]

    first, second = at_once(acts)

    assert (type(first), type(second)) == (FactsImport, type(her))
    assert not MonthlyPay.objects.filter(substitute=her).exists()
    assert MonthlyPay.objects.count() == 4


def test_without_the_locks_the_races_would_be_seen(rows, at_once, without_locks):
    runs = [pay_file(*rows), pay_file(*rows)]

    results = at_once([partial(carry_out, run) for run in runs], all_have_read=True)

    assert [result.counts["new"] for result in results] == [5, 5]
