from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils.module_loading import import_string
from django_q.models import Schedule

from portal.schedules import SCHEDULES


@pytest.mark.parametrize("recurring", SCHEDULES, ids=lambda recurring: recurring.name)
def test_what_is_to_be_done_exists(recurring):
    assert callable(import_string(recurring.task))


@pytest.mark.django_db
def test_the_schedule_says_what_is_written_no_more_and_no_less():
    Schedule.objects.create(name="of old", func="messaging.tasks.gone")

    call_command("setup_schedules")

    assert set(Schedule.objects.values_list("name", "func", "minutes")) == {
        (recurring.name, recurring.task, recurring.minutes) for recurring in SCHEDULES
    }


@pytest.mark.django_db
def test_a_restart_neither_hurries_nor_delays_what_is_due():
    call_command("setup_schedules")
    sweep = Schedule.objects.get(name="sweep")
    due = sweep.next_run + timedelta(minutes=1)
    Schedule.objects.filter(pk=sweep.pk).update(next_run=due)

    call_command("setup_schedules")

    assert Schedule.objects.get(name="sweep").next_run == due
