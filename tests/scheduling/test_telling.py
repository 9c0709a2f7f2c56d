"""The schedule is told of the bookings of those who are paid by the month: once, and all of it."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from booking.models import EndReason
from messaging.models import Message
from people.models import Alarm, PayForm
from people.operations import identity
from scheduling import line, tasks
from scheduling.models import Delivery
from scheduling.operations import delivering, noticing
from tests.cast import NOW, with_role
from tests.factories.scheduling import ScheduleShiftFactory, WorkplaceCodeFactory, booked, monthly
from tests.standins.server import Mood

MINUTE = timedelta(minutes=1)


@pytest.fixture
def sweep():
    """Once at each of the moments."""

    def at(*moments):
        for moment in moments or (NOW,):
            with time_machine.travel(moment, tick=False):
                tasks.exchange()

    return at


def end(booking, at=NOW):
    booking.ended_at, booking.end_reason = at, EndReason.MISTAKE
    booking.save()


def states():
    return list(Delivery.objects.order_by("noticed_at", "version").values_list("version", "status"))


def test_a_booked_shift_goes_back_to_the_schedule(her, town, schedule, sweep):
    WorkplaceCodeFactory(workplace=town.workplace, code="A7")
    ScheduleShiftFactory(substitute=her, external_id="S-1")
    booking = booked(town, her, break_minutes=30)

    sweep()

    assert schedule.shifts[str(booking.pk)] == {
        "id": str(booking.pk), "version": 0, "state": "booked", "employee_number": "M-1",
        "starts": "2026-05-13T07:00:00+02:00", "ends": "2026-05-13T16:00:00+02:00", "break_minutes": 30,
        "workplace": town.workplace.name, "workplace_code": "A7", "occupation": town.occupation.name,
        "gives_time": False, "shifts": ["S-1"],
    }  # fmt: skip
    assert states() == [(0, "accepted")]


def test_what_is_told_is_told_once(her, town, schedule, sweep):
    booked(town, her)

    sweep(NOW, NOW + MINUTE, NOW + 2 * MINUTE)

    assert len(schedule.told) == 1


def test_a_change_and_an_end_are_later_versions(her, town, schedule, sweep):
    booking = booked(town, her)
    sweep()
    booking.ends += timedelta(hours=1)
    booking.save()
    sweep(NOW + MINUTE)
    end(booking)
    sweep(NOW + 2 * MINUTE)

    said = [json.loads(told.body)["shift"] for told in schedule.told]
    assert [(one["version"], one["state"], one["ends"][11:16]) for one in said] == [
        (0, "booked", "16:00"), (1, "booked", "17:00"), (2, "cancelled", "17:00"),
    ]  # fmt: skip


def test_what_was_over_before_anybody_heard_of_it_is_not_told(her, town, schedule, sweep):
    end(booked(town, her))

    sweep()

    assert schedule.told == []


def test_only_those_who_are_paid_by_the_month_and_are_not_protected_are_told_of(her, town, schedule, sweep):
    other, hidden = monthly(town, "M-2"), monthly(town, "M-3")
    other.agreements.update(pay_form=PayForm.HOURLY)
    booked(town, other)
    booked(town, hidden)
    identity.mark(hidden, by=town.planner, at=NOW)

    sweep()

    assert schedule.told == []


def test_another_name_of_the_workplace_is_nothing_to_tell(her, town, schedule, sweep):
    booked(town, her)
    sweep()
    town.workplace.name = "Nya Solgården"
    town.workplace.save()

    sweep(NOW + MINUTE)

    assert len(schedule.told) == 1


@pytest.mark.parametrize("mood", [500, 503, 429, 403, 302, Mood.SLOW, Mood.RESET, Mood.RESET_AND_LOST])
def test_what_may_not_have_come_there_is_sent_again_by_the_same_key_and_word_for_word(her, town, schedule, sweep, mood):
    schedule.next_will(mood)
    booked(town, her)

    sweep()
    assert states() == [(0, "pending")]
    sweep(NOW + MINUTE)

    assert states() == [(0, "accepted")]
    assert len(set(schedule.told)) == 1
    assert Delivery.objects.get().attempts == 2


def test_what_the_schedule_will_not_have_waits_for_somebody(her, town, schedule, sweep, caplog):
    schedule.next_will(422)
    booked(town, her)
    sweep()
    (row,) = Delivery.objects.all()
    assert (row.status, row.status_reason) == ("failed", "schemasystemet tog inte emot beskedet")

    assert delivering.retry(row, by=town.planner, at=NOW)
    assert not delivering.retry(row, by=town.planner, at=NOW)
    sweep()

    assert states() == [(0, "accepted")]


def test_after_enough_tries_it_has_failed(her, town, schedule, sweep):
    schedule.next_will(*[500] * delivering.MAX_ATTEMPTS)
    booked(town, her)

    for day in range(delivering.MAX_ATTEMPTS):
        sweep(NOW + timedelta(days=day))

    assert states() == [(0, "failed")]


def test_the_system_owner_hears_that_a_shift_did_not_reach_the_schedule_once_a_day(her, town, schedule, sweep):
    schedule.next_will(422, 422)
    owner = with_role("system_owner", phone="+46701740605")
    for day in (13, 14):
        booked(town, her, f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")

    sweep()

    assert [alarm.kind for alarm in Alarm.objects.all()] == ["schedule_untold"]
    assert Message.objects.get(recipient=owner).channel == "sms"


def test_a_later_version_overtakes_one_that_waits(her, town, schedule, sweep):
    schedule.next_will(500)
    booking = booked(town, her)
    sweep()
    end(booking)

    sweep(NOW + MINUTE)

    assert states() == [(0, "overtaken"), (1, "accepted")]
    assert schedule.shifts[str(booking.pk)]["state"] == "cancelled"


def test_what_failed_is_not_sent_after_what_came_later(her, town, schedule, sweep):
    schedule.next_will(422)
    booking = booked(town, her)
    sweep()
    end(booking)
    sweep(NOW + MINUTE)

    delivering.retry(Delivery.objects.get(version=0), by=town.planner, at=NOW + MINUTE)
    sweep(NOW + 2 * MINUTE)

    assert states() == [(0, "overtaken"), (1, "accepted")]
    assert len(schedule.told) == 1


def test_without_an_address_it_waits_for_a_file(her, town, settings, sweep):
    settings.SCHEDULE_URL = ""
    booked(town, her)

    sweep()

    assert states() == [(0, "file")]


def test_no_more_questions_for_three_than_for_one(her, town, django_assert_num_queries):
    booked(town, her)
    with django_assert_num_queries(1):
        list(noticing._moved(at=NOW))
    for number in (2, 3):
        booked(town, monthly(town, f"M-{number}"))
    with django_assert_num_queries(1):
        list(noticing._moved(at=NOW))


def test_nothing_is_sent_while_a_transaction_is_open(her, town, schedule, sweep, monkeypatch):
    """A schedule that is slow holds no lock of ours."""
    depths = []
    send = line.send
    watched = lambda *told, **said: (depths.append(len(connection.savepoint_ids)), send(*told, **said))  # noqa: E731
    monkeypatch.setattr(line, "send", watched)
    booked(town, her)

    sweep()

    assert depths == [0]
