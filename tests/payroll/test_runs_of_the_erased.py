"""What becomes of what was sent, when a person is erased."""

import pytest

from payroll.models import RunShift
from payroll.operations import runs
from people.operations import erasure
from people.operations.refusals import Refused
from tests.clock import at
from tests.factories.payroll import attested
from tests.payroll.making import JUNE, made


def test_of_somebody_who_is_erased_the_hours_stay_without_her_number(town, amira, officer, owner, csv):
    attested(amira, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    run = made(csv, officer)
    amira.agreements.update(ends=JUNE)

    erasure.erase(amira, by=owner, at=JUNE)

    assert RunShift.objects.get().employee_number == ""
    assert run.lines.get().minutes == 540
    with pytest.raises(Refused, match="kan inte göras likadan"):
        runs.fetch(run, by=officer, at=JUNE)
