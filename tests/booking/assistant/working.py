"""A run of an assistant, from beginning to end, in these tests."""

import uuid

from booking.assistant import run as assistants
from booking.models import AssistantRun
from tests.cast import at

MORNING = at("2026-05-12 08:00")


def work(profile, *, now=MORNING, why=AssistantRun.Why.SCHEDULE, by=None):
    """The run, ended."""
    run = assistants.start(profile, why=why, command=str(uuid.uuid4()), by=by, at=now)
    return assistants.carry_out(run, now=lambda: now)


def outcomes(run):
    """What came of each of its orders, by name."""
    return sorted(run.decisions.values_list("outcome", flat=True))
