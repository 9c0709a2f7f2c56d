"""An assistant beside planners, substitutes and itself, or killed in the middle. Proved on PostgreSQL."""

from datetime import timedelta
from functools import partial

import pytest

from benchmarks.contention.truths import untrue
from booking import tasks
from booking.assistant import run as assistants
from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Booking, Enquiry, Order
from booking.operations import answering, assistant, bookings
from messaging.models import Message
from tests.cast import a_town, at
from tests.factories.assistant import AssistantProfileFactory
from tests.processes import KILL_ME, killed
from tests.races.world import asked, with_time

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

MORNING = at("2026-05-12 05:45")
AT_WORK = at("2026-05-12 06:00")
LATER = AT_WORK + timedelta(minutes=6)
WORKERS = 4
Outcome = AssistantDecision.Outcome


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def profile(town):
    return AssistantProfileFactory(areas=[town.area])


def begun(profile, command="a") -> AssistantRun:
    return assistants.start(profile, why=AssistantRun.Why.SCHEDULE, command=command, by=None, at=AT_WORK)


def works(run) -> partial:
    return partial(assistants.carry_out, run, now=lambda: AT_WORK)


def to_be_decided(town, profile, who=None):
    """One order whose decision is written and not carried out."""
    order = town.order()
    return AssistantDecision.objects.create(
        run=begun(profile), order=order, round=1, outcome=Outcome.PLANNED, decided_at=AT_WORK, why={"rules": 1},
        substitute=who or with_time(town, order),
    )  # fmt: skip


def carries_out(made) -> partial:
    return partial(assistant.book, made, by=None, at=AT_WORK)


def test_scenario_33_ticks_at_once_begin_one_run_and_book_each_order_once(town, profile, at_once, time_machine):
    time_machine.move_to(AT_WORK, tick=False)
    for day in (13, 14, 15):
        with_time(town, town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"))

    assert at_once([tasks.assist] * WORKERS) == [None] * WORKERS
    run = AssistantRun.objects.get()
    at_once([works(run)] * WORKERS)

    assert list(run.decisions.values_list("outcome", flat=True)) == [Outcome.BOOKED] * 3
    assert (Booking.objects.count(), Message.objects.filter(kind="booking.booked").count()) == (3, 3)
    assert (untrue(), at_once.broken) == ({}, [])


def test_scenario_33_two_runs_at_once_ask_each_person_once_in_a_round(town, profile, at_once):
    AssistantProfile.objects.update(mode=AssistantProfile.Mode.ASK)
    also = AssistantProfileFactory(areas=[town.area], mode=AssistantProfile.Mode.ASK)
    profile.refresh_from_db()
    for _ in range(5):
        town.substitute()
    town.order()

    at_once([works(begun(profile)), works(begun(also, "b"))], all_have_read=True)

    sent = Enquiry.objects.exclude(status=Enquiry.Status.QUEUED)
    assert sent.count() == Message.objects.filter(kind__startswith="enquiry.asked").count() == 3
    assert sorted(AssistantDecision.objects.values_list("outcome", flat=True))[:1] == [Outcome.ASKED]
    assert untrue() == {}


@pytest.mark.parametrize("turn", [1, -1])
def test_the_assistant_and_a_planner_at_once_give_one_holder(turn, town, profile, at_once):
    made = to_be_decided(town, profile)
    other = town.substitute()
    books = partial(bookings.book, made.order, other, by=town.planner, at=AT_WORK)

    at_once([carries_out(made), books][::turn], all_have_read=True)

    booking = Booking.objects.get()
    outcome = AssistantDecision.objects.get().outcome
    assert outcome == (Outcome.OVERTAKEN if booking.substitute == other else Outcome.BOOKED)
    assert (untrue(), at_once.broken) == ({}, [])


@pytest.mark.parametrize("turn", [1, -1])
def test_the_assistant_and_a_yes_at_once_give_one_holder(turn, town, profile, at_once):
    made = to_be_decided(town, profile)
    yes = town.substitute()
    (enquiry,) = asked(town, Order.objects.get(), [yes])
    enquiry.asking.ended_at = MORNING
    enquiry.asking.save()
    answers = partial(answering.answer, enquiry, yes=True, by=yes.user, at=AT_WORK)

    at_once([carries_out(made), answers][::turn], all_have_read=True)

    assert Booking.objects.count() == 1
    assert AssistantDecision.objects.get().outcome in {Outcome.BOOKED, Outcome.OVERTAKEN}
    assert (untrue(), at_once.broken) == ({}, [])


def test_a_person_who_is_booked_elsewhere_at_once_is_in_one_place(town, profile, at_once):
    made = to_be_decided(town, profile)
    books = partial(bookings.book, town.order(), made.substitute, by=town.planner, at=AT_WORK)

    at_once([carries_out(made), books], all_have_read=True)

    assert Booking.objects.count() == 1
    assert (untrue(), at_once.broken) == ({}, [])


KILLED_AFTER_THE_FIRST = f"""
from datetime import datetime
from booking.assistant import run as assistants
from booking.models import AssistantRun, Booking

def now():
    if Booking.objects.exists():
        {KILL_ME}
    return datetime.fromisoformat("{AT_WORK.isoformat()}")

assistants.carry_out(AssistantRun.objects.get(), now=now)
"""


def test_scenario_33_a_run_that_is_killed_half_way_is_taken_up_and_does_the_rest_once(
    town, profile, run, drain, time_machine
):
    for day in (13, 14, 15):
        with_time(town, town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"))
    begun(profile)

    assert killed(run(KILLED_AFTER_THE_FIRST))
    assert (Booking.objects.count(), AssistantDecision.objects.planned().count()) == (1, 2)

    time_machine.move_to(LATER, tick=False)
    tasks.assist()
    drain()

    dead = AssistantRun.objects.get(command="a")
    assert dead.ended_at == LATER
    assert list(dead.decisions.values_list("outcome", flat=True)) == [Outcome.BOOKED] * 3
    assert (Booking.objects.count(), Message.objects.filter(kind="booking.booked").count()) == (3, 3)
    assert untrue() == {}
