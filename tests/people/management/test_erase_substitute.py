"""The command that erases somebody."""

import pytest
from django.core.management import CommandError, call_command

from people.models import HistoryEntry, Substitute
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__first_name="Emma", user__last_name="Ek", employee_number="V000123")


def name_of(person: Substitute) -> str:
    return str(Substitute.objects.get(pk=person.pk))


def test_it_says_whom_it_is_about_and_does_nothing_until_it_is_confirmed(emma, capsys):
    call_command("erase_substitute", "V000123")

    assert "Emma Ek, V000123. Nothing is erased." in capsys.readouterr().out
    assert name_of(emma) == "Emma Ek"


def test_confirmed_it_erases_and_the_history_knows_who_decided(emma, owner, capsys):
    call_command("erase_substitute", "V000123", "--yes", by=owner.username)

    assert "Emma" not in capsys.readouterr().out
    assert name_of(emma) == "Raderad person"
    assert HistoryEntry.objects.of(emma).get().user == owner


def test_without_a_name_nobody_stands_for_it(emma):
    call_command("erase_substitute", "V000123", "--yes")

    assert HistoryEntry.objects.of(emma).get().user is None


def test_what_stands_in_the_way_is_said_before_and_refused_after(emma, time_machine, capsys):
    shift = BookingFactory(substitute=emma)
    time_machine.move_to(shift.starts, tick=False)

    call_command("erase_substitute", "V000123")
    assert "ett pass framför sig" in capsys.readouterr().out
    with pytest.raises(CommandError, match="ett pass framför sig"):
        call_command("erase_substitute", "V000123", "--yes")

    assert name_of(emma) == "Emma Ek"


@pytest.mark.parametrize("who", ["planner", "nobody"])
def test_only_a_system_owner_decides(who, emma, town):
    by = town.planner.username if who == "planner" else who

    with pytest.raises(CommandError, match="is no system owner"):
        call_command("erase_substitute", "V000123", "--yes", by=by)

    assert name_of(emma) == "Emma Ek"


def test_a_number_that_nobody_has_erases_nobody(emma):
    with pytest.raises(CommandError, match="No substitute has the employee number V999999"):
        call_command("erase_substitute", "V999999", "--yes")
