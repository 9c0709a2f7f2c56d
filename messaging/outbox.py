"""The one way out: what people are told is written down here, in the transaction of the change it tells of."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop
from django_q.tasks import async_task

from messaging.models import Channel, InboundMessage, Message, Silenced
from messaging.segments import plain
from people.models import User

Check = Callable[[Message], str]
"""Answers with nothing if the message still holds, else with why it does not, in Swedish."""

MISSING = {
    None: gettext_noop("har varken mobilnummer eller e-postadress"),
    Channel.SMS: gettext_noop("har inget mobilnummer"),
    Channel.EMAIL: gettext_noop("har ingen e-postadress"),
}
"""Why a message to somebody without an address stays, by the channel that was asked for."""

SILENCED = gettext_noop("har stoppat sms")
STOP_CONFIRMED = "sms.stopped"
"""The one kind that leaves for a number that has said STOP."""

_checks: dict[str, Check] = {}


def still_true(kind: str) -> Callable[[Check], Check]:
    """Register what is asked when a message of the kind is about to leave. One function may serve several kinds."""

    def register(check: Check) -> Check:
        _checks[kind] = check
        return check

    return register


def overtaken(message: Message) -> str:
    """Why the message no longer holds; empty if it does."""
    check = _checks.get(message.kind)
    return check(message) if check else ""


def silenced(message: Message) -> bool:
    """Whether it would be an SMS to a number that has said STOP."""
    if message.channel != Channel.SMS or message.kind == STOP_CONFIRMED:
        return False
    return Silenced.objects.filter(number=message.address).exists()


def reachable_by_sms(user: User) -> bool:
    """Whether an SMS to her would leave: she has a number, and it has not said STOP."""
    return bool(user.phone) and not Silenced.objects.filter(number=user.phone).exists()


def post(  # noqa: PLR0913 (each is a part of the message)
    *,
    key: str,
    kind: str,
    to: User,
    body: str,
    at: datetime,
    subject: str = "",
    about: str = "",
    facts: dict[str, Any] | None = None,
    answerable: bool = False,
    due_at: datetime | None = None,
    channel: Channel | None = None,
    address: str = "",
    discreet: bool = False,
    written_by: User | None = None,
    in_reply_to: InboundMessage | None = None,
) -> Message:
    """Write the message, to leave after the commit and not before `due_at`. The same key goes out once.

    `address` is for what goes elsewhere than where she is reached: to a number that she is about to have, or had.
    `written_by` is whoever wrote it by hand; nobody if the portal did.
    """
    _demand_transaction()
    way = _way_to(to, channel, address)
    text = plain(body) if way["channel"] is Channel.SMS else body
    told = {"kind": kind, "recipient": to, "subject": subject, "body": text, "about": about, "facts": facts or {}}
    terms = {"answerable": answerable, "discreet": discreet, "posted_at": at, "due_at": due_at or at}
    origin = {"written_by": written_by, "in_reply_to": in_reply_to}
    message, is_new = Message.objects.get_or_create(key=key, defaults=way | told | terms | origin)
    if is_new and message.status == Message.Status.PENDING and message.due_at <= at:
        async_task("messaging.tasks.send", str(message.pk))
    return message


def suppress(messages: Collection[Message], reason: str) -> None:
    """Let these stay, with the reason, those of them that wait: something else says what they would have said."""
    waiting = Message.objects.filter(pk__in=[message.pk for message in messages], status=Message.Status.PENDING)
    waiting.update(status=Message.Status.SUPPRESSED, status_reason=reason)


def _demand_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        advice = "A message is posted in the transaction of the change it tells of: use transaction.atomic."
        raise transaction.TransactionManagementError(advice)


def _way_to(user: User, wanted: Channel | None, elsewhere: str = "") -> dict[str, Any]:
    """The channel, the address, and whether it can leave at all: an address that is missing stops it."""
    channel = wanted or (Channel.EMAIL if user.email and not user.phone else Channel.SMS)
    address = elsewhere or (user.phone if channel is Channel.SMS else user.email)
    missing = "" if address else MISSING[wanted]
    status = Message.Status.SUPPRESSED if missing else Message.Status.PENDING
    return {"channel": channel, "address": address, "status": status, "status_reason": missing}
