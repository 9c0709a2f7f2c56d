"""What payroll has said of somebody goes with her, and names her no more when she is hidden."""

from datetime import date
from decimal import Decimal

import pytest

from payroll.models import EmploymentFacts, FactsImport, MonthlyPay
from people import access, data_map
from people.models import HistoryEntry
from people.operations import erasure, identity
from tests.cast import NOW, with_role
from tests.factories.payroll import EmploymentFactsFactory, MonthlyPayFactory
from tests.payroll.importing.files import carried_out, pay_file


@pytest.fixture
def her(town):
    return town.substitute(employee_number="V-1001")


def test_whoever_is_erased_leaves_no_pay_and_no_sum_of_before(her, owner):
    EmploymentFactsFactory(substitute=her)
    carried_out(pay_file(("V-1001", "2026-04", "1", "")))
    carried_out(pay_file(("V-1001", "2026-04", "2", "")))

    erasure.erase(her, by=owner, at=NOW)

    assert not MonthlyPay.objects.exists()
    assert not EmploymentFacts.objects.exists()
    assert HistoryEntry.objects.get(action="monthlypay.change").data == {}


def test_her_rows_go_out_of_the_files_that_wait_and_the_others_stay(her, town, owner):
    town.substitute(employee_number="V-1002")
    pay_file(("V-1001", "2026-04", "1", ""), ("V-1002", "2026-04", "1", ""))

    erasure.erase(her, by=owner, at=NOW)

    assert [row["person"] for row in FactsImport.objects.get().rows] == [["v-1002"]]


def test_whoever_is_hidden_is_in_no_file_and_her_number_in_no_reference(her, town):
    EmploymentFactsFactory(substitute=her, reference="V-1001 2", title="Undersköterska")
    MonthlyPayFactory(substitute=her, reference="V-1001")
    pay_file(("V-1001", "2026-04", "1", ""))

    identity.mark(her, by=town.planner, at=NOW)

    her.refresh_from_db()
    assert FactsImport.objects.get(applied_at=None).rows == []
    said = EmploymentFacts.objects.get()
    assert "V-1001" not in said.reference + MonthlyPay.objects.get().reference
    assert said.title == "Undersköterska"


def test_her_number_goes_also_from_a_file_that_was_read_while_she_was_hidden(her, town, owner):
    identity.mark(her, by=town.planner, at=NOW)
    pay_file(("V-1001", "2026-04", "1", ""))
    her.refresh_from_db()

    erasure.erase(her, by=owner, at=NOW)

    assert FactsImport.objects.get().rows == []


def test_pay_is_for_officers_and_herself_and_hidden_ones_for_who_keeps_them_too(her, town, officer, elsewhere):
    mine, hers = MonthlyPayFactory(), MonthlyPayFactory(substitute=her)
    keeper = with_role("identity_keeper", area=town.area)
    both = with_role("identity_keeper", area=town.area)
    both.role_assignments.create(role="certificate_officer")
    identity.mark(her, by=town.planner, at=NOW)
    rows = MonthlyPay.objects.all()

    assert set(access.scope(officer, rows)) == {mine}
    assert set(access.scope(both, rows)) == {mine, hers}
    assert list(access.scope(mine.substitute.user, rows)) == [mine]
    for nobody in (keeper, town.planner, town.manager, elsewhere.planner, with_role("system_owner")):
        assert not access.scope(nobody, rows).exists()


def test_her_own_copy_has_her_pay(her):
    row = MonthlyPayFactory(substitute=her, month=date(2026, 4, 1), gross=Decimal(5))
    MonthlyPayFactory()

    assert list(data_map.rows_of(MonthlyPay, her.user)) == [row]
    assert {"month", "gross"} <= {field.name for field in data_map.fields_of(MonthlyPay)}
