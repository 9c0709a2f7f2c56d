"""What the queue runs. A task is only a nudge: the rows decide, so twice is as good as once."""

import logging
import time
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from messaging import carriers, delivery, inbound, own_copy, own_password, receipts
from messaging.models import Heartbeat, InboundMessage, Message, Receipt

logger = logging.getLogger(__name__)

AT_MOST = 500
SECONDS = 15
"""A sweep ends well before the queue's timeout; what is left is taken a minute later."""

RECEIPTS_WAIT = timedelta(days=1)


def send(message_id: str) -> None:
    """Hand one message over."""
    delivery.deliver(uuid.UUID(message_id), at=timezone.now())


def understand(inbound_id: str) -> None:
    """Act on one SMS that came in."""
    inbound.understand(uuid.UUID(inbound_id), at=timezone.now())


def warn_of_passwords() -> None:
    """Tell those whose passwords soon are too old."""
    own_password.warn(at=timezone.now())


def sweep() -> None:
    """Every minute: do what the single tasks left, because they were never queued, died or failed."""
    now = timezone.now()
    Heartbeat.objects.update_or_create(name="sweep", defaults={"beat_at": now})
    carriers.note(now=now)
    until = time.monotonic() + SECONDS
    for left, act in _rounds(now):
        for row in left:
            if time.monotonic() > until:
                return
            _one(act, row)


def _rounds(now: datetime) -> Iterable[tuple[Iterable[object], Callable[..., None]]]:
    """What may be left, and what to do with each. The rows are asked for when their turn comes."""
    unread = InboundMessage.objects.filter(handled_at=None).order_by("received_at")
    yield unread.values_list("pk", flat=True)[:AT_MOST], lambda pk: inbound.understand(pk, at=now)

    early = Receipt.objects.filter(applied_at=None, received_at__gt=now - RECEIPTS_WAIT).order_by("received_at")
    yield early[:AT_MOST], lambda row: receipts.settle(row.gateway, row.provider_id, at=now)

    stuck = Message.objects.stuck(since=now - delivery.STUCK_AFTER).order_by("claimed_at")
    yield stuck[:AT_MOST], lambda message: delivery.clear_up(message, at=now)

    due = Message.objects.due(now=now)
    yield due.values_list("pk", flat=True)[:AT_MOST], lambda pk: delivery.deliver(pk, at=now)


def _one(act: Callable[..., None], row: object) -> None:
    """One that cannot be done must not stop the others."""
    try:
        act(row)
    except Exception:
        logger.exception("The sweep could not do %s", row)


def make_own_copy(copy_id: str) -> None:
    """Make the copy that somebody asked for of what is kept of her."""
    own_copy.make(uuid.UUID(copy_id), at=timezone.now())
