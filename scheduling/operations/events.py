"""Messages from the schedule: stored first by their own id, understood once."""

import hashlib
import uuid
from datetime import datetime

from django.db import transaction
from django_q.tasks import async_task

from booking.operations.deciding import decision
from people.history import record
from scheduling import plan
from scheduling.formats.facts import Fact
from scheduling.formats.json_in import Event
from scheduling.models import ScheduleEvent
from scheduling.operations import reading


class AnotherContent(Exception):
    """An event with the same id has said something else."""


@transaction.atomic
def receive(event: Event, body: bytes, *, at: datetime) -> ScheduleEvent:
    """Store what came, and queue the reading of it. The same one twice, also at once, is stored once."""
    digest = hashlib.sha256(body).hexdigest()
    kept = {"digest": digest, "received_at": at, "facts": [fact.as_kept() for fact in event.facts]}
    row, is_new = ScheduleEvent.objects.get_or_create(event_id=event.key, defaults=kept)
    if row.digest != digest:
        raise AnotherContent
    if is_new:
        async_task("scheduling.tasks.understand", str(row.pk))
    return row


@decision
def understand(key: uuid.UUID, *, at: datetime) -> None:
    """Do what it says, unless that has been done or is being done; what cannot be is left with the reason."""
    waiting = ScheduleEvent.objects.filter(pk=key, handled_at=None)
    for row in waiting:
        reading.hold(_facts(row), by=None)
    event = waiting.select_for_update(skip_locked=True, no_key=True).first()
    if event is None:
        return
    found = plan.of(_facts(event), by=None, at=at)
    stood = reading.carry_out(found, by=None, at=at)
    event.counts, event.refused = reading.report(found)
    event.facts, event.handled_at = [], at
    event.save(update_fields=["counts", "refused", "facts", "handled_at"])
    record(event, "scheduleevent.read", by=None, at=at, area_id=None, stood=len(stood), **event.counts)


def _facts(event: ScheduleEvent) -> list[Fact]:
    return [Fact.of(kept) for kept in event.facts]
