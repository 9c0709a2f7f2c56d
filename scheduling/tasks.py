"""What the queue runs for the schedule. A task is only a nudge: the rows decide, so twice is as good as once."""

import logging
import time
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.utils import timezone

from scheduling.models import Delivery, ScheduleEvent
from scheduling.operations import delivering, events, files, noticing

logger = logging.getLogger(__name__)

AT_MOST = 200
SECONDS = 8
"""After which nothing more is begun: with one that takes as long as it may, well under the queue's timeout."""


def understand(key: str) -> None:
    """Act on one message."""
    events.understand(uuid.UUID(key), at=timezone.now())


def exchange() -> None:
    """Every minute: read what is left, find what has changed, and tell the schedule."""
    now = timezone.now()
    until = time.monotonic() + SECONDS
    for rows, act in _rounds(now):
        for row in rows:
            if time.monotonic() > until:
                return
            _one(act, row)


def forget() -> None:
    """Let go of files that were read and never carried out."""
    files.forget(at=timezone.now())


def _rounds(now: datetime) -> Iterable[tuple[Iterable[object], Callable[..., object]]]:
    unread = ScheduleEvent.objects.filter(handled_at=None).order_by("received_at")
    yield unread.values_list("pk", flat=True)[:AT_MOST], partial(events.understand, at=now)
    yield [now], lambda at: noticing.notice(at=at)
    stuck = Delivery.objects.stuck(since=now - delivering.STUCK_AFTER).order_by("claimed_at")
    yield stuck[:AT_MOST], lambda row: delivering.put_back(row, "", at=now)
    due = Delivery.objects.due(now=now).values_list("pk", flat=True)
    yield due[:AT_MOST], partial(delivering.deliver, at=now)


def _one(act: Callable[..., object], row: object) -> None:
    """One that cannot be done must not stop the others."""
    try:
        act(row)
    except Exception:
        logger.exception("The exchange with the schedule could not do %s", row)
