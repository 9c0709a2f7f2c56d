"""Handing over what the schedule is told: claim under lock, send outside any transaction, write down how it went."""

import json
import logging
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from messaging import alarms
from people.history import record
from people.models import Alarm, User
from scheduling import line
from scheduling.models import Delivery

logger = logging.getLogger(__name__)

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
MAX_ATTEMPTS = len(BACK_OFF) + 1
STUCK_AFTER = timedelta(minutes=2)
"""Well over the queue's timeout: whoever claimed it is dead by then."""


def deliver(key: uuid.UUID, *, at: datetime) -> None:
    """Hand it over if it is due and nobody else does."""
    row = claim(key, at=at)
    if row is None:
        return
    try:
        line.send(body_of(row), row.pk, now=at)
    except line.TryAgain as problem:
        put_back(row, str(problem), at=at)
    except line.Refused as problem:
        _give_up(row, str(problem), at=at)
    else:
        # That it was taken on is true however late the answer came, so no claim is asked for.
        Delivery.objects.filter(pk=row.pk).update(status=Delivery.Status.ACCEPTED, status_reason="", accepted_at=at)


def body_of(row: Delivery) -> bytes:
    """The same bytes each time: what the key stands for."""
    said = {"event": str(row.pk), "shift": row.content}
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@transaction.atomic
def claim(key: uuid.UUID, *, at: datetime) -> Delivery | None:
    """It, now ours to send; nothing if it is not due, taken by another, or there is nowhere to send it."""
    rows = Delivery.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    row = rows.due(now=at).filter(pk=key).first() if settings.SCHEDULE_URL else None
    if row is None or not row.content:
        return None
    if Delivery.objects.filter(booking=row.booking_id, version__gt=row.version).exists():
        row.status = Delivery.Status.OVERTAKEN
        row.save(update_fields=["status"])
        return None
    row.status, row.status_reason = Delivery.Status.SENDING, ""
    row.attempts += 1
    row.claimed_at = at
    row.save(update_fields=["status", "status_reason", "attempts", "claimed_at"])
    return row


def put_back(row: Delivery, reason: str, *, at: datetime) -> None:
    """It was not taken on, or nobody knows: later again, or not if it has been tried enough.

    The same key with the same content does no harm, so what a dead process left is sent again too.
    """
    if row.attempts >= MAX_ATTEMPTS:
        _give_up(row, reason, at=at)
        return
    due_at = at + BACK_OFF[row.attempts - 1]
    _claimed(row).update(status=Delivery.Status.PENDING, status_reason=reason, due_at=due_at)


@transaction.atomic
def retry(row: Delivery, *, by: User, at: datetime) -> bool:
    """Somebody has mended what was wrong: it is sent once more, the same as before. Whether it had failed."""
    failed = Delivery.objects.filter(pk=row.pk, status=Delivery.Status.FAILED).exclude(content={})
    again = failed.update(status=Delivery.Status.PENDING, attempts=0, due_at=at, status_reason="")
    if again:
        record(row, "delivery.retry", by=by, at=at, area_id=row.booking.order.workplace.area_id)
    return bool(again)


@transaction.atomic
def _give_up(row: Delivery, reason: str, *, at: datetime) -> None:
    """The system owner hears of it: the employee's schedule lacks a shift, and nobody there can know."""
    logger.error("The schedule could not be told of %s", row.pk)
    if _claimed(row).update(status=Delivery.Status.FAILED, status_reason=reason):
        alarms.sound(Alarm.Kind.SCHEDULE_UNTOLD, at=at)


def _claimed(row: Delivery) -> QuerySet[Delivery]:
    """The row, if it is still the claim that we know of."""
    return Delivery.objects.filter(pk=row.pk, status=Delivery.Status.SENDING, attempts=row.attempts)
