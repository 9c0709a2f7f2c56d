"""Workers that overlap, or die in the middle: each person is asked at most once in a round. Proved on PostgreSQL."""

from datetime import timedelta
from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking import tasks
from booking.models import Asking, Booking, Enquiry, Kind
from booking.operations import bookings, waves
from messaging.models import Message
from tests.cast import a_town, at
from tests.factories.booking import AvailabilityFactory
from tests.processes import KILL_ME, killed

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

MORNING = at("2026-05-12 09:00")  # the shift is tomorrow at 07.00
LATER = MORNING + timedelta(hours=3)
WORKERS = 6
ASKED = "enquiry.asked"


@pytest.fixture
def town(transactional_db):
    town = a_town("Hemtjänst")
    for _ in range(9):
        town.substitute()
    return town


@pytest.fixture
def asking(town):
    """Three have been asked, and the next three are due."""
    return waves.start(town.order(), by=town.planner, at=MORNING)


def messages() -> int:
    return Message.objects.filter(kind=ASKED).count()


def test_scenario_33_workers_who_go_on_at_once_send_one_wave(asking, at_once):
    results = at_once([partial(waves.go_on, asking, at=LATER)] * WORKERS, all_have_read=True)

    assert {(type(result), result.waves) for result in results} == {(Asking, 2)}
    assert (Enquiry.objects.count(), messages()) == (6, 6)
    assert (untrue(), at_once.broken) == ({}, [])


def test_scenario_33_without_locks_the_constraint_alone_keeps_anybody_from_being_asked_twice(
    asking, at_once, without_locks
):
    at_once([partial(waves.go_on, asking, at=LATER)] * WORKERS, all_have_read=True)

    assert len([broken for broken in at_once.broken if "one_enquiry_per_order" in broken]) == WORKERS - 1
    assert (Enquiry.objects.count(), untrue()) == (6, {})


def test_scenario_33_overlapping_ticks_ask_of_every_order_once(town, at_once, time_machine):
    """The same nine people are asked of all five orders: each enquiry has a code of its own, and nobody fails."""
    for hour in range(7, 12):
        waves.start(town.order(f"2026-05-14 {hour:02}:00", "2026-05-14 16:00"), by=town.planner, at=MORNING)
    time_machine.move_to(LATER, tick=False)

    at_once([tasks.ask] * 4)

    assert {asking.waves for asking in Asking.objects.all()} == {2}
    assert (Enquiry.objects.count(), messages()) == (30, 30)
    assert (untrue(), at_once.broken) == ({}, [])


def test_searches_that_start_at_once_are_one_with_one_first_wave(town, at_once):
    order = town.order()

    results = at_once([partial(waves.start, order, by=town.planner, at=MORNING)] * WORKERS, all_have_read=True)

    assert {result.pk for result in results} == {Asking.objects.get().pk}
    assert (Enquiry.objects.count(), messages()) == (3, 3)


def test_without_locks_the_constraint_alone_keeps_a_search_one(town, at_once, without_locks):
    order = town.order()

    at_once([partial(waves.start, order, by=town.planner, at=MORNING)] * 2, all_have_read=True)

    assert any("one_running_asking_per_order" in broken for broken in at_once.broken)


TICK = f"""
from datetime import datetime
from django.db import connection
from booking.models import Asking
from booking.operations import waves

seen = 0

def perhaps_die(execute, sql, params, many, context):
    global seen
    seen += sql.startswith('INSERT INTO "booking_enquiry"')
    if seen == {{die_at}}:
        {KILL_ME}
    return execute(sql, params, many, context)

with connection.execute_wrapper(perhaps_die):
    for asking in Asking.objects.due(now=datetime.fromisoformat("{LATER.isoformat()}")).order_by("pk"):
        waves.go_on(asking, at=datetime.fromisoformat("{LATER.isoformat()}"))
"""


@pytest.mark.parametrize("die_at", [2, 5])
def test_scenario_33_a_tick_that_is_killed_in_the_middle_is_taken_up_and_asks_nobody_twice(town, asking, run, die_at):
    """At the second enquiry of the first order nothing of it is left; at the fifth the first order is done."""
    waves.start(town.order("2026-05-14 07:00", "2026-05-14 16:00"), by=town.planner, at=MORNING)

    assert killed(run(TICK.format(die_at=die_at)))
    assert Enquiry.objects.count() == (6 if die_at == 2 else 9)
    assert run(TICK.format(die_at=99)).returncode == 0

    assert {asking.waves for asking in Asking.objects.all()} == {2}
    assert (Enquiry.objects.count(), messages(), untrue()) == (12, 12, {})


@pytest.fixture
def to_fill(town, time_machine):
    """An order that the portal may fill, and one who can be booked directly."""
    time_machine.move_to(MORNING, tick=False)
    order = town.order(allow_direct=True)
    AvailabilityFactory(substitute=town.substitute(), kind=Kind.AVAILABLE, starts=order.starts, ends=order.ends)
    return order


def test_an_order_that_is_filled_by_many_workers_is_booked_once_and_asked_of_nobody(to_fill, at_once):
    results = at_once([partial(tasks.fill, str(to_fill.pk))] * WORKERS, all_have_read=True)

    assert set(results) == {None}
    assert (Booking.objects.count(), Enquiry.objects.count(), untrue()) == (1, 0, {})


def test_without_locks_the_constraint_alone_keeps_it_booked_once(to_fill, at_once, without_locks):
    at_once([partial(tasks.fill, str(to_fill.pk))] * 2, all_have_read=True)

    assert Booking.objects.count() == 1
    assert at_once.broken


def test_an_order_that_is_booked_while_the_portal_fills_it_is_left_alone(town, to_fill, at_once):
    book = partial(bookings.book, to_fill, town.substitute(), by=town.planner, at=MORNING)

    _booking, filled = at_once([book, partial(tasks.fill, str(to_fill.pk))], all_have_read=True)

    assert filled is None
    assert (Booking.objects.count(), Enquiry.objects.count(), untrue()) == (1, 0, {})
