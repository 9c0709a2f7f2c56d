"""The schedule tells of shifts: believed if it is signed, stored once, acted on once."""

import pytest
import time_machine
from django_q.models import OrmQ

from scheduling import tasks
from scheduling.models import ScheduleEvent, ScheduleShift
from tests.cast import NOW
from tests.scheduling.saying import her_time
from tests.standins.schedule import message, proof, shift

URL = "/schema/handelser/"
DAY = ("resource", "13 07:00", "13 16:00")


@pytest.fixture(autouse=True)
def _morning(schedule):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def tell(client):
    def send(body, **said):
        headers = proof(body, **({"now": NOW} | said))
        return client.post(URL, body, content_type="application/json", headers=headers).status_code

    return send


def test_what_is_told_is_done_once_it_is_stored(tell, her, drain):
    assert tell(message("h-1", shift())) == 204
    assert her_time(her) == []

    drain()

    assert her_time(her) == [DAY]
    event = ScheduleEvent.objects.get()
    assert (event.facts, event.counts["new"], event.handled_at) == ([], 1, NOW)


def test_the_same_event_again_has_one_effect_and_the_same_answer(tell, her, drain):
    assert [tell(message("h-1", shift())) for _ in range(3)] == [204] * 3

    assert drain() == ["scheduling.tasks.understand"]
    assert ScheduleEvent.objects.count() == 1


def test_an_event_of_the_same_id_with_another_content_is_not_done(tell, her, drain):
    tell(message("h-1", shift()))

    assert tell(message("h-1", shift(ends="2026-05-13T20:00"))) == 409

    drain()
    assert her_time(her) == [DAY]


def test_whoever_cannot_sign_is_not_believed(tell, her, drain, client):
    assert tell(message("h-1", shift()), secret="fel nyckel") == 403
    assert client.post(URL, message("h-1", shift()), content_type="application/json").status_code == 403
    assert client.get(URL).status_code == 405

    assert ScheduleEvent.objects.count() == OrmQ.objects.count() == 0


def test_without_a_secret_it_is_closed(tell, settings):
    settings.SCHEDULE_SECRETS = []

    assert tell(message("h-1", shift()), secret="") == 403


def test_what_is_no_message_is_said_so_and_stored_nowhere(tell, db):
    assert [tell(body) for body in (b"{}", b"\xff", b"[" * 90_000)] == [400] * 3
    assert ScheduleEvent.objects.count() == 0


def test_too_much_is_not_read(tell):
    assert tell(b" " * 2_200_000) == 413


def test_an_earlier_version_that_arrives_late_changes_nothing(tell, her, drain):
    tell(message("h-2", shift(version=2, ends="2026-05-13T20:00")))
    tell(message("h-1", shift(version=1)))

    drain()

    assert her_time(her) == [("resource", "13 07:00", "13 20:00")]
    assert ScheduleShift.objects.get().version == 2


def test_one_shift_that_is_wrong_does_not_stop_the_others(tell, her, drain):
    tell(message("h-1", shift(id="S-0", starts="2026-10-25T02:30"), shift()))

    drain()

    assert her_time(her) == [DAY]
    (left,) = ScheduleEvent.objects.get().refused
    assert (left["line"], left["id"]) == (1, "S-0")


def test_a_message_that_was_never_queued_is_found_by_the_sweep(tell, her):
    tell(message("h-1", shift()))
    OrmQ.objects.all().delete()

    tasks.exchange()

    assert her_time(her) == [DAY]
