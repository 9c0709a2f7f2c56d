"""A run that is killed on the way leaves nothing; made again it is whole."""

import pytest

from tests.clock import at
from tests.factories.payroll import CsvFactory, attested
from tests.processes import KILL_ME, killed

MAKE = """
import uuid
from datetime import date
from django.db.models import Max
from payroll import files
from payroll.models import Layout, LeftOut, PayRun, RunLine, RunSeries, RunShift
from payroll.operations import runs
from payroll.operations.asked import Asked
from people.models import User
from tests.clock import at

asked = Asked(date(2026, 5, 1), date(2026, 5, 31), None, Layout.objects.get())
told = {"by": User.objects.first(), "at": at("2026-06-02 09:00")}
"""
HALFWAY = """
checked = files.checked

def killed_on_the_way(run):
    assert RunLine.objects.count() == 1
    %(kill)s

files.checked = killed_on_the_way
"""
COUNT = """
counts = [model.objects.count() for model in (PayRun, RunShift, RunLine, LeftOut)]
print(counts, RunSeries.objects.aggregate(n=Max('last'))['n'])
"""


@pytest.mark.django_db(transaction=True)
def test_a_run_that_is_killed_leaves_nothing_and_the_next_has_its_number(town, run):
    attested(town.substitute(), at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    CsvFactory()
    make = "run = runs.make(asked, command=uuid.uuid4(), **told)"

    assert killed(run(MAKE + HALFWAY % {"kill": KILL_ME} + make))

    assert run(MAKE + COUNT).stdout.strip() in {"[0, 0, 0, 0] None", "[0, 0, 0, 0] 0"}
    assert run(f"{MAKE}{make}\nprint(run.number)").stdout.strip() == "1"
    assert run(MAKE + COUNT).stdout.strip() == "[1, 1, 1, 0] 1"
