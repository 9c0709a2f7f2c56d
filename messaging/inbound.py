"""What comes in: stored first, understood once, by whoever says that it is theirs."""

import uuid
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop
from django_q.tasks import async_task

from messaging.models import InboundMessage
from people import phones
from people.models import User

Reader = Callable[[InboundMessage, list[User], datetime], str | None]
"""Acts on what came in and says in Swedish what it became; None if it is somebody else's to read."""

UNKNOWN_SENDER = gettext_noop("okänt nummer")
NOT_UNDERSTOOD = gettext_noop("ingen fråga väntade på svar")
SENDER_LENGTH = 16
OUTCOME_LENGTH = 200

_readers: list[Reader] = []


def reader(read: Reader) -> Reader:
    """Register one who may understand what comes in; asked in the order of registration."""
    _readers.append(read)
    return read


@transaction.atomic
def receive(*, gateway: str, provider_id: str, sender: str, body: str, at: datetime) -> InboundMessage:
    """Store what came in, and queue the reading of it. The same one twice, also at once, is stored once."""
    content = {"sender": e164(sender), "body": body.replace("\x00", ""), "received_at": at}
    inbound, is_new = InboundMessage.objects.get_or_create(gateway=gateway, provider_id=provider_id, defaults=content)
    if is_new:
        async_task("messaging.tasks.understand", str(inbound.pk))
    return inbound


@transaction.atomic
def understand(inbound_id: uuid.UUID, *, at: datetime) -> None:
    """Let the readers act on it, unless that has been done or is being done."""
    rows = InboundMessage.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    inbound = rows.filter(pk=inbound_id, handled_at=None).first()
    if inbound is None:
        return
    inbound.outcome = _read(inbound, at=at)[:OUTCOME_LENGTH]
    inbound.handled_at = at
    inbound.save(update_fields=["outcome", "handled_at"])


def _read(inbound: InboundMessage, *, at: datetime) -> str:
    senders = list(User.objects.filter(phone=inbound.sender, is_active=True).order_by("pk"))
    for read in _readers:
        outcome = read(inbound, senders, at)
        if outcome is not None:
            return outcome
    return NOT_UNDERSTOOD if senders else UNKNOWN_SENDER


def e164(number: str) -> str:
    """`070-174 06 05` → `+46701740605`. What is no number (a sender's name) stays as it is, cut to fit."""
    return phones.e164(number, settings.PHONE_REGION) or number.replace("\x00", "")[:SENDER_LENGTH]
