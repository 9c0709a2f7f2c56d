"""Files that the scheduling system leaves in a folder."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories.scheduling import row, table
from tests.scheduling.saying import her_time

DAY = ("resource", "13 07:00", "13 16:00")


@pytest.fixture
def folder(tmp_path, her):
    (tmp_path / "a.csv").write_bytes(table(row()))
    (tmp_path / "anteckning.txt").write_bytes(b"hej")
    return tmp_path


def names(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_each_file_is_read_and_put_aside(folder, her, capsys):
    call_command("read_schedule", folder)

    assert her_time(her) == [DAY]
    assert "a.csv new=1" in capsys.readouterr().out
    assert [name.endswith("-a.csv") for name in names(folder)] == [True, False]
    assert (folder / "inlasta").is_dir()


def test_a_dry_run_does_nothing(folder, her):
    call_command("read_schedule", folder, "--dry-run")

    assert her_time(her) == []
    assert names(folder) == ["a.csv", "anteckning.txt"]


def test_one_faulty_file_is_left_where_it_is_and_the_others_are_read(folder, her, capsys):
    (folder / "b.ics").write_bytes(b"inget schema")
    (folder / "c.csv").write_bytes(table(row("S-2", number="X-9")))

    with pytest.raises(CommandError, match=r"b\.ics.*\n.*c\.csv"):
        call_command("read_schedule", folder)

    assert her_time(her) == [DAY]
    assert {"b.ics", "c.csv"} < set(names(folder))
    assert "c.csv, rad 2: Ingen som filen" in capsys.readouterr().err


def test_faulty_rows_can_be_left_out(folder, her):
    (folder / "a.csv").write_bytes(table(row(), row("S-2", number="X-9")))

    call_command("read_schedule", folder / "a.csv", "--leave-out-faulty")

    assert her_time(her) == [DAY]


def test_a_file_that_is_not_there_is_said_so(tmp_path, db):
    with pytest.raises(CommandError, match=r"x\.csv"):
        call_command("read_schedule", tmp_path / "x.csv")
