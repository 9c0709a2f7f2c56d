"""Asking in waves when people sleep, and when there is no time left to ask."""

import pytest

from booking.models import Asking, Enquiry, PlannerTask
from booking.operations import waves
from messaging.models import Message
from tests.cast import at

MORNING = at("2026-05-12 09:00")
Status = Enquiry.Status


@pytest.fixture
def five(town):
    return [town.substitute() for _ in range(5)]


def start(town, order, when=MORNING, **said) -> Asking:
    return waves.start(order, by=town.planner, at=when, **said)


def test_scenario_34_at_night_it_waits_for_the_morning_and_says_so_at_once(town, five):
    order = town.order("2026-05-14 07:00", "2026-05-14 16:00")

    asking = start(town, order, at("2026-05-12 23:00"))

    assert asking.next_wave_at == at("2026-05-13 06:00")
    assert not Enquiry.objects.put().exists()
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.ASKING_WAITS
    told = Message.objects.get()
    assert (told.kind, told.recipient) == ("order.asking_waits", town.planner)


def test_scenario_34_unless_the_shift_is_so_near_that_it_is_urgent(town, five):
    start(town, town.order(), at("2026-05-12 23:00"))

    assert Enquiry.objects.filter(status=Status.SENT).count() == 3


def test_a_wave_that_falls_due_at_night_waits_for_the_morning(town, five):
    order = town.order("2026-05-14 07:00", "2026-05-14 16:00")
    asking = start(town, order, at("2026-05-12 20:50"), wave_size=1)
    Asking.objects.update(next_wave_at=at("2026-05-12 22:00"))
    asking.refresh_from_db()

    waves.go_on(asking, at=at("2026-05-12 22:00"))

    asking.refresh_from_db()
    assert asking.next_wave_at == at("2026-05-13 06:00")
    assert Enquiry.objects.count() == 1


def test_close_to_the_start_people_are_called_instead(town, five):
    order = town.order()

    asking = start(town, order, at("2026-05-13 05:45"))

    assert not Enquiry.objects.exists()
    assert asking.next_wave_at is None
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.CALL
