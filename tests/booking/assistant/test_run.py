"""An assistant at work: what it takes up, does and leaves, and what it keeps of it."""

from datetime import timedelta

import pytest

from booking.assistant import run as assistants
from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Booking, Enquiry, Kind, Order, Proposal
from booking.operations.refusals import Refused
from booking.rules import VERSION
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.assistant import AssistantProfileFactory

MORNING = at("2026-05-12 08:00")
Mode, Why, Outcome = AssistantProfile.Mode, AssistantRun.Why, AssistantDecision.Outcome


@pytest.fixture
def profile(town):
    return AssistantProfileFactory(areas=[town.area], tell=AssistantProfile.Tell.NEVER)


@pytest.fixture
def work():
    """`work(profile)`: a run of it from beginning to end."""

    def whole(profile, *, now=MORNING, why=Why.SCHEDULE, by=None):
        command = f"{profile.pk}:{now.isoformat()}"[:60]
        run = assistants.start(profile, why=why, command=command, by=by, at=now)
        return assistants.carry_out(run, now=lambda: now)

    return whole


def outcomes(run):
    return sorted(run.decisions.values_list("outcome", flat=True))


def test_who_has_put_in_time_is_booked_and_told_and_the_reasons_are_kept(town, profile, has_time, work):
    order, amira = town.order(), town.substitute()
    has_time(amira, order)

    run = work(profile)

    booking = Booking.objects.get()
    assert (booking.substitute, booking.origin, booking.booked_by) == (amira, "assistant", None)
    made = run.decisions.get()
    assert (made.outcome, made.booking, made.why["chosen"]) == (Outcome.BOOKED, booking, str(amira.pk))
    assert run.ended_at == MORNING
    assert Message.objects.filter(kind="booking.booked").count() == 1


def test_what_nobody_can_have_is_left_and_the_same_again_is_no_new_row(town, profile, work):
    town.order()

    first = work(profile)
    second = work(profile, now=MORNING + timedelta(minutes=10))

    assert outcomes(first) == []
    assert outcomes(second) == [Outcome.LEFT]
    assert AssistantDecision.objects.get().decided_at == MORNING
