"""Two officers who make a run at the same instant. Proved on PostgreSQL, with real connections."""

import threading
import uuid
from datetime import date
from functools import partial

import pytest
from django.db import connection, transaction

from payroll.models import PayRun, RunLine, RunSeries, RunShift
from payroll.operations import runs
from payroll.operations.asked import Asked
from people.operations.refusals import Refused
from tests.cast import a_town, with_role
from tests.clock import at
from tests.factories.payroll import CsvFactory, attested

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

JUNE = at("2026-06-02 09:00")


@pytest.fixture
def officer(transactional_db):
    return with_role("certificate_officer")


@pytest.fixture
def asked(transactional_db):
    town = a_town("Hemtjänst")
    for number in range(3):
        person = town.substitute(employee_number=f"471{number}")
        attested(person, at("2026-05-12 07:00"), at("2026-05-12 16:00"), by=town.manager)
    return Asked(date(2026, 5, 1), date(2026, 5, 31), None, CsvFactory())


def test_two_runs_at_once_have_a_number_each_and_no_line_twice(officer, asked, at_once):
    makes = [partial(runs.make, asked, command=uuid.uuid4(), by=officer, at=JUNE) for _officer in range(3)]

    results = at_once(makes)

    assert sorted(result.number for result in results) == [1, 2, 3]
    assert dict(PayRun.objects.values_list("number", "shifts")) == {1: 3, 2: 0, 3: 0}
    assert RunLine.objects.count() == RunShift.objects.count() == 3


def test_the_same_form_at_the_same_instant_is_one_run(officer, asked, at_once):
    results = at_once([partial(runs.make, asked, command=uuid.uuid4(), by=officer, at=JUNE)] * 3)

    assert len({result.pk for result in results}) == PayRun.objects.count() == 1


def test_while_a_run_is_made_another_is_told_to_wait(officer, asked, at_once):
    held, over = threading.Event(), threading.Event()

    def holds_the_series():
        with transaction.atomic():
            RunSeries.objects.select_for_update().get()
            held.set()
            over.wait(timeout=60)

    def asks():
        held.wait(timeout=60)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        try:
            return runs.make(asked, command=uuid.uuid4(), by=officer, at=JUNE)
        finally:
            over.set()

    RunSeries.objects.create(key=1)

    _held, refused = at_once([holds_the_series, asks])

    assert isinstance(refused, Refused)
    assert str(refused) == "En annan körning görs just nu. Försök igen om en stund."


def test_taken_back_at_the_same_instant_it_is_one_run_of_minuses(officer, asked, at_once):
    run = runs.make(asked, command=uuid.uuid4(), by=officer, at=JUNE)

    results = at_once([partial(runs.take_back, run, by=officer, at=JUNE)] * 3)

    assert len({result.pk for result in results}) == 1
    assert sum(RunLine.objects.values_list("minutes", flat=True)) == 0


def test_without_locks_no_line_is_sent_twice_all_the_same(officer, asked, at_once, without_locks):
    RunSeries.objects.create(key=1)
    makes = [partial(runs.make, asked, command=uuid.uuid4(), by=officer, at=JUNE) for _officer in range(2)]

    at_once(makes, all_have_read=True)

    assert RunLine.objects.count() == 3
    assert any("payroll_payrun_number" in broken or "one_standing_shift" in broken for broken in at_once.broken)
