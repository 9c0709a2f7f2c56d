"""A night job reads a file by the name of its layout; it says how many, and which rows are faulty."""

import pytest
import time_machine
from django.core.management import CommandError, call_command

from payroll.models import FactsImport, MonthlyPay
from tests.cast import NOW
from tests.factories.payroll import PayLayoutFactory
from tests.payroll.importing.files import PAY, csv_of


@pytest.fixture(autouse=True)
def _night(town):
    PayLayoutFactory()
    town.substitute(employee_number="V-1")
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def read(tmp_path, capsys):
    def run(*rows, **options):
        file = tmp_path / "loner.csv"
        file.write_bytes(csv_of(PAY, *rows))
        call_command("read_pay_facts", str(file), **({"layout": "Lön per månad"} | options))
        return capsys.readouterr()

    return run


def test_the_file_is_read_and_how_many_is_said(read):
    assert read(("V-1", "2026-04", "100", "")).out == "new=1 changed=0 alike=0 faulty=0\n"
    assert MonthlyPay.objects.get().source.applied_by is None


def test_the_same_file_the_next_night_changes_nothing(read):
    read(("V-1", "2026-04", "100", ""))

    assert read(("V-1", "2026-04", "100", "")).out == "new=0 changed=0 alike=1 faulty=0\n"


def test_a_dry_run_does_nothing_and_keeps_nothing(read):
    assert read(("V-1", "2026-04", "100", ""), dry_run=True).out == "new=1 changed=0 alike=0 faulty=0\n"
    assert not MonthlyPay.objects.exists()
    assert not FactsImport.objects.exists()


def test_a_faulty_row_stops_it_and_is_told_by_its_number_alone(read, capsys):
    with pytest.raises(CommandError, match="rader med fel"):
        read(("V-1", "2026-04", "100", ""), ("V-2", "2026-04", "-5", ""))

    told = capsys.readouterr().err
    assert told.strip() == (
        "Rad 3, Bruttolön: Talet är negativt. Rätta det i lönesystemet. Rad 3, Anstnr: Personen finns inte i portalen."
    )
    assert not FactsImport.objects.exists()


def test_faulty_rows_are_left_if_that_is_said(read):
    rows = (("V-1", "2026-04", "100", ""), ("V-2", "2026-04", "5", ""))

    assert read(*rows, leave_out_faulty=True).out == "new=1 changed=0 alike=0 faulty=1\n"


@pytest.mark.parametrize("options", [{"layout": "En annan"}, {"file": "finns-inte.csv"}])
def test_what_is_not_there_is_said(options, tmp_path):
    said = {"file": str(tmp_path / "x.csv"), "layout": "Lön per månad"} | options
    with pytest.raises(CommandError, match=r"no layout called En annan|No such file"):
        call_command("read_pay_facts", said["file"], layout=said["layout"])
