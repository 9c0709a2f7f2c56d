"""The file that tells what an identity provider knows people by."""

import pytest
from django.core.management import CommandError, call_command

from people import personnummer
from people.models import HistoryEntry, User
from tests.factories.people import SubstituteFactory, UserFactory

HEADING = "account;employee_number;personnummer"


@pytest.fixture
def read(tmp_path, capsys):
    """`read(line, …)`: what the command says of a file with these lines."""

    def run(*lines: str, heading: str = HEADING, **options: str) -> str:
        file = tmp_path / "personer.csv"
        file.write_text("\n".join([heading, *lines]), encoding="utf-8-sig")
        call_command("identify_people", str(file), **options)
        told = capsys.readouterr()
        return told.out + told.err

    return run


def test_a_colleague_and_a_substitute_are_known_from_then_on(owner, read, settings):
    colleague, substitute = UserFactory(username="ekel"), SubstituteFactory(employee_number="V000123")

    told = read("EKEL;K0042;", "V000123;;19900101-0017", by=owner.username)

    assert "2 lines are taken." in told
    colleague.refresh_from_db()
    substitute.user.refresh_from_db()
    assert colleague.employee_number == "K0042"
    assert substitute.user.personnummer_hash == personnummer.keyed("199001010017", settings.PERSONNUMMER_KEYS[0])
    assert HistoryEntry.objects.filter(action="account.identify").count() == 2


def test_a_line_that_is_not_taken_is_told_by_its_number_and_never_by_what_it_holds(db, read):
    UserFactory(username="ekel")

    told = read("ekel;;199001010018", "ingen;K1;", "ekel")

    assert "line 2:" in told
    assert "line 3: no such account" in told
    assert "0018" not in told
    assert not User.objects.exclude(personnummer_hash="").exists()


def test_another_file_is_not_taken(db, read):
    with pytest.raises(CommandError, match="account;employee_number;personnummer"):
        read(heading="namn;nummer")


def test_it_is_decided_by_a_system_owner(db, read):
    with pytest.raises(CommandError, match="ekel is no system owner"):
        read(by=UserFactory(username="ekel").username)
