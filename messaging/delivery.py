"""Handing a message over: claim under lock, send outside any transaction, write down how it went."""

import logging
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from messaging import channels, outbox
from messaging.channels.email import Email
from messaging.channels.push import Push
from messaging.channels.sms import Sms
from messaging.models import Channel, Message, MessageQuerySet
from messaging.receipts import settle
from messaging.ways import MISSING

logger = logging.getLogger(__name__)

CHANNELS: dict[str, channels.Channel] = {Channel.SMS: Sms(), Channel.EMAIL: Email(), Channel.PUSH: Push()}
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
MAX_ATTEMPTS = len(BACK_OFF) + 1
STUCK_AFTER = timedelta(minutes=2)
"""Well over the queue's timeout: whoever claimed it is dead by then."""

UNKNOWN_OUTCOME = gettext_noop("oklart om det gick iväg, skickas inte igen")
NO_ANSWER = gettext_noop("inget svar")
REASON_LENGTH = 200


def deliver(message_id: uuid.UUID, *, at: datetime) -> None:
    """Hand the message over if it is due and nobody else does."""
    message = claim(message_id, at=at)
    if message is None:
        return
    try:
        sent = CHANNELS[message.channel].send(message)
    except channels.TryAgain as problem:
        put_back(message, str(problem), at=at)
    except channels.Refused as problem:
        give_up(message, str(problem))
    except Exception:
        # It may have left. The row stays claimed, and `clear_up` asks the gateway before anything is sent again.
        logger.exception("Nobody knows what became of message %s", message.pk)
    else:
        accept(message, sent, at=at)


@transaction.atomic
def claim(message_id: uuid.UUID, *, at: datetime) -> Message | None:
    """The message, now ours to send; None if it is not due, taken by another, or overtaken by what has happened."""
    rows = Message.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
    message = rows.due(now=at).filter(pk=message_id).first()
    if message is None:
        return None
    if reason := outbox.too_late(message, at=at) or outbox.overtaken(message):
        _suppress(message, reason)
        return None
    outbox.follow(message)
    if not message.address:
        _suppress(message, MISSING[Channel(message.channel)])
        return None
    if outbox.silenced(message):
        _suppress(message, outbox.SILENCED, silenced=True)
        return None
    message.status, message.status_reason = Message.Status.SENDING, ""
    message.attempts += 1
    message.claimed_at = at
    message.gateway = CHANNELS[message.channel].gateway
    message.save(update_fields=["status", "status_reason", "attempts", "claimed_at", "gateway", "address", "body"])
    return message


def _suppress(message: Message, reason: str, *, silenced: bool = False) -> None:
    message.status, message.status_reason = Message.Status.SUPPRESSED, reason[:REASON_LENGTH]
    message.silenced = silenced
    message.save(update_fields=["status", "status_reason", "silenced", "address"])
    forget(message)


def accept(message: Message, sent: channels.Sent, *, at: datetime) -> None:
    """A channel has taken it on. That is true however late the answer comes, so no claim is asked for."""
    open_still = [Message.Status.PENDING, Message.Status.SENDING, Message.Status.FAILED]
    Message.objects.filter(pk=message.pk, status__in=open_still, provider_id="").update(
        status=Message.Status.ACCEPTED, status_reason="", provider_id=sent.provider_id, sent_at=at
    )
    forget(message)
    if sent.provider_id:
        settle(message.gateway, sent.provider_id, at=at)


def adopt(reference: str, gateway: str, provider_id: str, *, at: datetime) -> None:
    """Take the provider's number from a receipt with our reference: the answer that should have told it may be lost."""
    try:
        ours = Message.objects.filter(pk=uuid.UUID(reference), gateway=gateway, provider_id="").first()
    except ValueError:
        return
    if ours is not None:
        accept(ours, channels.Sent(provider_id), at=at)


def put_back(message: Message, reason: str, *, at: datetime) -> None:
    """It was not taken on: later again, or never if it has been tried enough."""
    if message.attempts >= MAX_ATTEMPTS:
        give_up(message, reason)
        return
    due_at = at + BACK_OFF[message.attempts - 1]
    _claimed(message).update(status=Message.Status.PENDING, status_reason=reason[:REASON_LENGTH], due_at=due_at)


def give_up(message: Message, reason: str) -> None:
    """It did not go, and will not."""
    if _claimed(message).update(status=Message.Status.FAILED, status_reason=reason[:REASON_LENGTH]):
        forget(message)


def forget(message: Message) -> None:
    """What is discreet has said what it had to. Where a protected person is reached is her hidden row's alone."""
    row = Message.objects.filter(pk=message.pk, discreet=True)
    if not settings.DEMO:  # whose pages are the telephones, and the post
        row.update(body="")
    row.filter(recipient__protected=True).update(address="", status_reason="")


def clear_up(message: Message, *, at: datetime) -> None:
    """Find out what became of a message whose sender died or got no answer."""
    try:
        sent = CHANNELS[message.channel].find(message)
    except channels.CannotTell:
        give_up(message, UNKNOWN_OUTCOME)
    else:
        if sent is None:
            put_back(message, NO_ANSWER, at=at)
        else:
            accept(message, sent, at=at)


def _claimed(message: Message) -> MessageQuerySet:
    """The row, if it is still the claim that we know of."""
    return Message.objects.filter(pk=message.pk, status=Message.Status.SENDING, attempts=message.attempts)
