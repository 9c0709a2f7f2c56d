"""Whoever is erased or protected leaves no number and no id of the schedule's behind."""

import uuid
from datetime import timedelta

import pytest

from booking.models import Availability
from people.data_map import Kept
from people.operations import erasure, identity, retention
from people.operations.refusals import Refused
from scheduling.formats import json_in
from scheduling.models import BookedFile, Delivery, ScheduleEvent, ScheduleFile, ScheduleShift
from scheduling.operations import booked_files, events, files, noticing
from tests.cast import NOW
from tests.factories.scheduling import booked, monthly, row, table
from tests.scheduling.saying import read
from tests.standins.schedule import message, shift


@pytest.fixture
def world(her, town):
    """She has time and a shift, and others are in the same files."""
    monthly(town, "M-2")
    read(row(), row("S-2", number="M-2"))
    booked(town, her, "2026-05-11 07:00", "2026-05-11 16:00")
    noticing.notice(at=NOW)
    files.read("schema.csv", table(row(), row("S-2", number="M-2"), row("S-9", number="m-1")), by=None, at=NOW)
    body = message(
        "h-1", shift(), {"id": "S-1", "version": 2, "withdrawn": True}, shift(id="S-2", employee_number="M-2")
    )
    events.receive(json_in.read(body), body, at=NOW)


def file_of(town):
    told = {"area": town.area, "since": NOW - timedelta(days=1), "command": uuid.uuid4(), "by": None, "at": NOW}
    return booked_files.make(BookedFile.Form.CSV, **told)


def gone(her) -> bool:
    assert not ScheduleShift.objects.filter(substitute=her).exists()
    assert [fact["external_id"] for fact in ScheduleFile.objects.get(applied_at=None).facts] == ["S-2"]
    assert [fact["external_id"] for fact in ScheduleEvent.objects.get().facts] == ["S-2"]
    return Delivery.objects.get().content == {}


def test_whoever_is_erased_leaves_the_files(world, her, town):
    made = file_of(town)

    erasure.erase(her, by=None, at=NOW)

    assert gone(her)
    with pytest.raises(Refused, match="Gör en ny"):
        booked_files.fetch(made, by=None, at=NOW)


def test_whoever_is_protected_leaves_the_files_and_keeps_her_time(world, her, town):
    identity.mark(her, by=town.planner, at=NOW)

    assert gone(her)
    assert Availability.objects.filter(substitute=her).exists()
    assert noticing.notice(at=NOW) == 0


def test_when_she_is_protected_no_more_she_is_told_of_again(world, her, town):
    identity.mark(her, by=town.planner, at=NOW)
    her.user.refresh_from_db()
    her.user.protected = False
    her.user.save()

    assert noticing.notice(at=NOW) == 1
    assert Delivery.objects.newest().get().version == 1


def test_what_a_decision_lets_go_is_emptied_and_not_told_again(world, her):
    later = NOW + timedelta(days=30)
    ours = {"scheduleshift", "delivery"}
    for thinner in [one for one in retention.thinners(Kept.CALENDAR) if one.code in ours]:
        thinner.take(list(thinner.due(later).values_list("pk", flat=True)), later)

    assert not ScheduleShift.objects.exists()
    assert Delivery.objects.get().content == {}
    assert noticing.notice(at=NOW) == 0
