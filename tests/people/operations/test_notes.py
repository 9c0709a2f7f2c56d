"""What planners write to each other about a substitute: kept for one area, and gone when it is to be."""

from uuid import UUID, uuid4

import pytest

from people import access
from people.models import HistoryEntry, SubstituteNote
from people.operations import erasure, notes
from tests.cast import NOW

COMMAND = UUID("6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55")


@pytest.fixture
def emma(town):
    return town.substitute()


@pytest.fixture
def note(emma, town):
    return notes.write(emma, town.area, "Tar gärna helger.", by=town.planner, command=COMMAND, at=NOW)


def test_a_note_says_who_wrote_it_when_and_for_which_area(note, emma, town):
    kept = SubstituteNote.objects.get()

    assert (kept.substitute, kept.area, kept.text) == (emma, town.area, "Tar gärna helger.")
    assert (kept.written_by, kept.written_at) == (town.planner, NOW)


def test_the_same_form_twice_is_one_note(note, emma, town):
    again = notes.write(emma, town.area, "Tar gärna helger.", by=town.planner, command=COMMAND, at=NOW)

    assert again == note
    assert SubstituteNote.objects.count() == 1
    assert HistoryEntry.objects.filter(action="substitutenote.write").count() == 1


def test_the_history_knows_that_it_was_written_and_removed_but_never_what(note, town):
    notes.remove(note, by=town.planner, at=NOW)
    notes.remove(note, by=town.planner, at=NOW)

    entries = HistoryEntry.objects.filter(object_id=str(note.pk)).order_by("pk")
    assert [entry.action for entry in entries] == ["substitutenote.write", "substitutenote.remove"]
    assert {entry.area for entry in entries} == {town.area}
    assert not any("helger" in f"{entry.data} {entry.label}" for entry in entries)
    assert not SubstituteNote.objects.exists()


def test_no_other_area_reads_it_and_nor_does_she(note, emma, town, elsewhere, owner, officer):
    readers = (town.planner, elsewhere.planner, emma.user, town.manager, owner, officer)

    seen = [access.scope(reader, SubstituteNote.objects.all()).exists() for reader in readers]

    assert seen == [True, False, False, False, False, False]


def test_it_goes_when_she_is_erased(note, emma, town, owner):
    notes.write(town.substitute(), town.area, "Om en annan.", by=town.planner, command=uuid4(), at=NOW)

    erasure.erase(emma, by=owner, at=NOW)

    assert [left.text for left in SubstituteNote.objects.all()] == ["Om en annan."]
