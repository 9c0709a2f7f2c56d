"""The schedule and the portal at the same instant. Proved on PostgreSQL, with real connections."""

import uuid
from functools import partial

import pytest
import time_machine
from django.test import Client
from django_q.models import OrmQ

from booking.models import Availability
from people.models import HistoryEntry
from people.operations import erasure
from scheduling.models import BookedFile, Delivery, ScheduleEvent, ScheduleShift
from scheduling.operations import booked_files, delivering, events, files, noticing
from scheduling.operations.files import Moved
from tests.cast import NOW, a_town
from tests.factories.scheduling import booked, monthly, row, table
from tests.scheduling.conftest import schedule  # noqa: F401 (a fixture)
from tests.standins.schedule import message, proof, shift

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
AT_ONCE = 20


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def her(town):
    return monthly(town)


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def call(body):
    headers = proof(body, now=NOW)
    return Client().post("/schema/handelser/", body, content_type="application/json", headers=headers).status_code


def test_the_same_message_at_once_is_one_and_each_has_the_same_answer(her, schedule, at_once):  # noqa: F811
    body = message("h-1", shift())

    assert at_once([partial(call, body)] * AT_ONCE) == [204] * AT_ONCE

    assert ScheduleEvent.objects.count() == OrmQ.objects.count() == 1
    assert any("one_schedule_event_per_id" in broken for broken in at_once.broken)
    at_once([partial(events.understand, ScheduleEvent.objects.get().pk, at=NOW)] * 5)
    assert HistoryEntry.objects.filter(action="scheduleevent.read").count() == 1
    assert Availability.objects.filter(substitute=her).count() == 1


@pytest.mark.parametrize("all_have_read", [False, True])
def test_two_versions_at_once_end_with_the_later(her, schedule, at_once, all_have_read):  # noqa: F811
    for version in (2, 1):
        call(message(f"h-{version}", shift(version=version, ends=f"2026-05-13T1{version}:00")))
    keys = ScheduleEvent.objects.order_by("event_id").values_list("pk", flat=True)
    acts = [partial(events.understand, key, at=NOW) for key in keys]

    at_once(acts, all_have_read=all_have_read)
    for act in acts:  # one that was stopped by the other's new row is taken up by the sweep
        act()

    assert ScheduleShift.objects.get().version == 2
    assert Availability.objects.get(substitute=her).ends.hour == 10  # 12.00 in Stockholm


def test_the_same_button_twice_is_once(her, at_once):
    file = files.read("schema.csv", table(row()), by=None, at=NOW)
    act = partial(files.carry_out, file, seen="", leaves_out=False, by=None, at=NOW)

    at_once([act] * 4, all_have_read=True)

    assert HistoryEntry.objects.filter(action="schedulefile.carry_out").count() == 1
    assert Availability.objects.filter(substitute=her).count() == 1


def test_two_files_with_one_new_id_for_two_people_are_one_and_a_page_to_look_at(her, town, at_once):
    monthly(town, "M-2")
    kept = [files.read("schema.csv", table(row(number=number)), by=None, at=NOW) for number in ("M-1", "M-2")]
    acts = [partial(files.carry_out, file, seen="", leaves_out=True, by=None, at=NOW) for file in kept]

    results = at_once(acts, all_have_read=True)

    assert any(isinstance(result, Moved | tuple) for result in results)
    assert all(isinstance(result, Moved | tuple) for result in results)
    assert ScheduleShift.objects.count() == Availability.objects.count() == 1


def test_two_looks_at_once_say_each_thing_once(her, town, at_once):
    booked(town, her)

    at_once([partial(noticing.notice, at=NOW)] * 4, all_have_read=True)

    assert Delivery.objects.count() == 1


def test_many_hands_send_one_message_once(her, town, schedule, at_once):  # noqa: F811
    booked(town, her)
    noticing.notice(at=NOW)
    (told,) = Delivery.objects.all()

    at_once([partial(delivering.deliver, told.pk, at=NOW)] * 8)

    assert len(schedule.told) == 1
    told.refresh_from_db()
    assert (told.status, told.attempts) == ("accepted", 1)


def test_without_locks_it_would_be_sent_more_than_once(her, town, schedule, at_once, without_locks):  # noqa: F811
    booked(town, her)
    noticing.notice(at=NOW)

    at_once([partial(delivering.deliver, Delivery.objects.get().pk, at=NOW)] * 3, all_have_read=True)

    assert len(schedule.told) > 1


def test_files_at_once_have_each_a_number(her, town, at_once):
    booked(town, her)
    told = {"area": None, "since": NOW, "by": None, "at": NOW}
    acts = [partial(booked_files.make, BookedFile.Form.CSV, command=uuid.uuid4(), **told) for _ in range(4)]

    at_once(acts)

    assert sorted(BookedFile.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_whoever_is_erased_meanwhile_has_no_time_afterwards(her, at_once):
    file = files.read("schema.csv", table(row()), by=None, at=NOW)
    carry = partial(files.carry_out, file, seen="", leaves_out=True, by=None, at=NOW)

    at_once([carry, partial(erasure.erase, her, by=None, at=NOW)])

    assert not Availability.objects.filter(substitute=her).exists()
    assert not ScheduleShift.objects.filter(substitute=her).exists()
