"""What comes in: stored first, understood once, by whoever says that it is theirs."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop
from django_q.tasks import async_task

from messaging import hidden, silence
from messaging.models import Channel, InboundMessage, Message
from people import history, phones
from people.models import Substitute, User
from people.operations import areas


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it became, in Swedish; and whether a person must read it."""

    text: str
    needs_reader: bool = False


Reader = Callable[[InboundMessage, list[User], datetime], Outcome | None]
"""Acts on what came in and says what it became; None if it is somebody else's to read."""

UNKNOWN_SENDER = gettext_noop("okänt nummer")
NOT_UNDERSTOOD = gettext_noop("ingen fråga väntade på svar")
FLOOD, FLOOD_SPAN = 5, timedelta(hours=1)
"""After so many from an unknown number within the span, the rest are stored and shown to nobody."""

HERE = "portal"
WRITTEN_HERE = gettext_noop("svar i portalen")

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
    number = e164(sender)
    content = {"sender": number, "body": body.replace("\x00", ""), "received_at": at}
    if user := hidden.sent_by(number):
        # Her number is shown to nobody: what she writes is read as if she had written it in the portal.
        content |= _read_by_hand(user, at=at) | {"sender": "", "outcome": hidden.PROTECTED}
    inbound, is_new = InboundMessage.objects.get_or_create(gateway=gateway, provider_id=provider_id, defaults=content)
    if is_new and not user:
        async_task("messaging.tasks.understand", str(inbound.pk))
    return inbound


@transaction.atomic
def understand(inbound_id: uuid.UUID, *, at: datetime) -> None:
    """Let the readers act on it, unless that has been done or is being done.

    Those who may have sent it, and those who were written to there, are locked, so that what comes from one number is
    read one at a time.
    """
    rows = InboundMessage.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    inbound = rows.filter(pk=inbound_id, handled_at=None).first()
    if inbound is None:
        return
    locked = _concerned(inbound).select_for_update(of=("self",), no_key=True)
    senders = [one for one in locked if one.is_active and one.phone == inbound.sender]
    outcome = _read(inbound, senders, at=at)
    inbound.outcome, inbound.needs_reader = outcome.text[:OUTCOME_LENGTH], outcome.needs_reader
    inbound.handled_at = at
    inbound.save(update_fields=["outcome", "needs_reader", "handled_at"])


@transaction.atomic
def write(to: Message, body: str, *, by: User, command: uuid.UUID, at: datetime) -> InboundMessage:
    """What somebody writes, signed in, in answer to a message: for a planner to read. The same command is kept once."""
    content = _read_by_hand(by, at=at) | {
        "body": body.replace("\x00", ""),
        "in_answer_to": to,
        "received_at": at,
        "outcome": WRITTEN_HERE,
    }
    key = {"gateway": HERE, "provider_id": f"{by.pk}:{command}"}
    inbound, is_new = InboundMessage.objects.get_or_create(**key, defaults=content)
    if is_new:
        history.record(inbound, "inboundmessage.write", by=by, at=at, area_id=_area_of(inbound))
    return inbound


def _read_by_hand(by: User, *, at: datetime) -> dict[str, object]:
    return {"written_by": by, "handled_at": at, "needs_reader": True}


def senders_of(inbound: InboundMessage) -> QuerySet[User]:
    """Those who may have sent it: more than one if they share a number, nobody if the number is unknown."""
    if inbound.written_by_id:
        return User.objects.filter(pk=inbound.written_by_id)
    return User.objects.filter(phone=inbound.sender, is_active=True).exclude(phone="").order_by("pk")


def _concerned(inbound: InboundMessage) -> QuerySet[User]:
    """Those who have the number, or had it when an SMS of ours went there."""
    written_to = Message.objects.filter(channel=Channel.SMS, address=inbound.sender).values("recipient")
    return User.objects.filter(Q(phone=inbound.sender) | Q(pk__in=written_to)).order_by("pk")


@transaction.atomic
def settle(inbound: InboundMessage, *, by: User, at: datetime) -> None:
    """A person has read it and done what it asked for. The first to say so stands."""
    unread = InboundMessage.objects.waiting().filter(pk=inbound.pk)
    if unread.update(settled_at=at, settled_by=by):
        history.record(inbound, "inboundmessage.settle", by=by, at=at, area_id=_area_of(inbound))
    inbound.refresh_from_db()


@transaction.atomic
def unsettle(inbound: InboundMessage, *, by: User, at: datetime) -> None:
    """She who said that it was read takes that back: it waits for a reader again. Twice is once."""
    hers = InboundMessage.objects.filter(pk=inbound.pk, settled_by=by)
    if hers.update(settled_at=None, settled_by=None):
        history.record(inbound, "inboundmessage.unsettle", by=by, at=at, area_id=_area_of(inbound))
    inbound.refresh_from_db()


def _read(inbound: InboundMessage, senders: list[User], *, at: datetime) -> Outcome:
    if silenced := silence.read(inbound, senders, at=at):
        return Outcome(silenced)
    for read in _readers:
        outcome = read(inbound, senders, at)
        if outcome is not None:
            return outcome
    if senders:
        return Outcome(NOT_UNDERSTOOD, needs_reader=True)
    return Outcome(UNKNOWN_SENDER, needs_reader=not _floods(inbound))


def _floods(inbound: InboundMessage) -> bool:
    """Whether the number had sent its share before this one."""
    recent = InboundMessage.objects.from_number(inbound.sender, since=inbound.received_at - FLOOD_SPAN)
    return recent.filter(received_at__lte=inbound.received_at).exclude(pk=inbound.pk).count() >= FLOOD


def _area_of(inbound: InboundMessage) -> uuid.UUID | None:
    """The area of its sender, if there is one and no other."""
    among = {areas.of_substitute(one) for one in Substitute.objects.filter(user__in=senders_of(inbound))}
    return among.pop() if len(among) == 1 else None


def e164(number: str) -> str:
    """`070-174 06 05` → `+46701740605`. What is no number (a sender's name) stays as it is, cut to fit."""
    return phones.e164(number, settings.PHONE_REGION) or number.replace("\x00", "")[:SENDER_LENGTH]
