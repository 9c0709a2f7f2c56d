"""A file is carried out as it was shown, whole or not at all, and what it says twice is said once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from payroll.importing import carrying_out, plan
from payroll.models import EmploymentFacts, FactsImport, MonthlyPay
from people.models import HistoryEntry
from people.operations import erasure
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.payroll import MonthlyPayFactory
from tests.factories.people import SubstituteFactory
from tests.payroll.importing.files import carried_out, employment_file, pay_file

APRIL, LATER = date(2026, 4, 1), NOW + timedelta(hours=1)
ROW = ("V-1", "2026-04", "12 345,50", "152,40")


@pytest.fixture
def her(town):
    return town.substitute(employee_number="V-1")


def deeds(action):
    return list(HistoryEntry.objects.filter(action=action).order_by("pk"))


def test_what_was_shown_is_kept_and_the_rows_of_the_file_are_not(her, officer):
    run = carried_out(pay_file(ROW), by=officer)

    kept = MonthlyPay.objects.get()
    assert (kept.substitute, kept.month, kept.gross, kept.hourly_pay) == (
        her, APRIL, Decimal("12345.50"), Decimal("152.40"),
    )  # fmt: skip
    assert (kept.source, kept.read_at, kept.ob_pay) == (run, NOW, None)
    run.refresh_from_db()
    assert (run.rows, run.applied_at, run.applied_by) == ([], NOW, officer)
    assert run.counts == {"new": 1, "changed": 0, "alike": 0, "faulty": 0}


def test_how_many_they_were_stands_in_the_history(her, officer):
    carried_out(pay_file(ROW, ("V-2", "2026-04", "1", "")), by=officer)

    told = deeds("factsimport.carry_out")
    assert [(entry.user, entry.data) for entry in told] == [
        (officer, {"kind": "pay", "new": 1, "changed": 0, "alike": 0, "faulty": 1})
    ]


def test_the_same_file_again_changes_nothing_and_is_known_again(her):
    first = carried_out(pay_file(ROW))
    before = MonthlyPay.objects.values().get()

    run = pay_file(ROW, at=LATER)
    assert carrying_out.read_before(run) == first
    carried_out(run, at=LATER)

    assert run.counts == {}
    assert FactsImport.objects.get(pk=run.pk).counts == {"new": 0, "changed": 0, "alike": 1, "faulty": 0}
    assert MonthlyPay.objects.values().get() == before


def test_the_same_run_twice_is_once(her):
    run = pay_file(ROW)
    carried_out(run)
    carried_out(run, at=LATER)

    assert len(deeds("factsimport.carry_out")) == 1


def test_a_corrected_sum_keeps_what_it_was_in_the_history(her, officer):
    carried_out(pay_file(ROW))
    run = carried_out(pay_file(("V-1", "2026-04", "13 000", "152,40"), at=LATER), by=officer, at=LATER)

    kept = MonthlyPay.objects.get()
    (told,) = deeds("monthlypay.change")
    assert (kept.gross, kept.source) == (Decimal(13000), run)
    assert (told.object_id, told.user, told.timestamp) == (str(kept.pk), officer, LATER)
    assert told.data == {"changes": [{"name": "gross", "before": "12345.50", "after": "13000.00"}]}


def test_what_the_file_does_not_say_stays(her):
    MonthlyPayFactory(substitute=her, month=APRIL, gross=Decimal(1), ob_pay=Decimal(55))

    carried_out(pay_file(ROW))

    assert MonthlyPay.objects.get().ob_pay == 55


def test_one_faulty_row_is_enough_for_nothing_to_be_read(her):
    run = pay_file(ROW, ("V-2", "2026-04", "1", ""))

    with pytest.raises(Refused, match="Rätta dem, eller välj"):
        carrying_out.carry_out(run, seen="", leaves_out=False, by=None, at=NOW)

    assert not MonthlyPay.objects.exists()
    assert FactsImport.objects.get().applied_at is None


def test_faulty_rows_are_left_out_if_she_says_so(her):
    run = carried_out(pay_file(ROW, ("V-2", "2026-04", "1", "")))

    assert MonthlyPay.objects.count() == run.counts["faulty"] == 1


def test_what_has_changed_since_it_was_shown_is_not_done(her):
    run = pay_file(ROW)
    seen = plan.of(run).mark
    MonthlyPayFactory(substitute=her, month=APRIL, gross=Decimal(5))

    with pytest.raises(carrying_out.Moved):
        carrying_out.carry_out(run, seen=seen, leaves_out=False, by=None, at=NOW)

    assert MonthlyPay.objects.get().gross == 5


def test_a_process_that_dies_leaves_nothing(her, monkeypatch):
    run = pay_file(ROW)
    monkeypatch.setattr(carrying_out, "record", lambda *_args, **_facts: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        carried_out(run)

    assert not MonthlyPay.objects.exists()
    assert FactsImport.objects.get().applied_at is None


def test_an_employment_is_kept_by_its_reference(her):
    carried_out(employment_file(("V-1", "A1", "Timavlönad", "2026-01-01", "", "")))
    carried_out(employment_file(("V-1", "A1", "Timavlönad", "2026-01-01", "2026-04-30", "Egen begäran")))

    kept = EmploymentFacts.objects.get()
    assert (kept.until, kept.end_reason) == (date(2026, 4, 30), "Egen begäran")
    assert len(deeds("employmentfacts.change")) == 1


def test_what_nobody_carries_out_goes_after_a_day(her):
    waiting, done = pay_file(ROW), carried_out(pay_file(ROW, name="b.csv"))

    carrying_out.forget(at=NOW + timedelta(hours=23))
    assert FactsImport.objects.count() == 2
    carrying_out.forget(at=NOW + timedelta(hours=24))
    assert FactsImport.objects.get() == done
    assert waiting.pk != done.pk


def test_a_file_that_is_thrown_away_is_gone_and_one_that_is_carried_out_stays(her):
    assert carrying_out.throw_away(pay_file(ROW))
    assert not carrying_out.throw_away(carried_out(pay_file(ROW)))


def test_whoever_is_erased_meanwhile_is_in_no_file(her, owner):
    run = pay_file(ROW)
    erasure.erase(her, by=owner, at=NOW)

    carried_out(FactsImport.objects.get(pk=run.pk))

    assert not MonthlyPay.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_however_many_they_are_as_many_statements_do_it(her, number):
    people = [SubstituteFactory() for _ in range(number)]
    carried_out(pay_file(*[(one.employee_number, "2026-04", "1", "") for one in people]))
    run = pay_file(*[(one.employee_number, "2026-04", "2", "") for one in people])

    with CaptureQueriesContext(connection) as asked:
        carried_out(run)

    assert len(asked) <= 15
    assert len(deeds("monthlypay.change")) == number
