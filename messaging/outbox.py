"""The one way out: what people are told is written down here, in the transaction of the change it tells of."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop
from django_q.tasks import async_task

from messaging import choices, ways
from messaging.models import Channel, InboundMessage, Message, Silenced
from messaging.segments import plain
from messaging.ways import Way
from people.models import User

Body = str | Callable[[Channel], str]
"""The text; or what says it in the words of a channel, where they differ."""

Check = Callable[[Message], str]
"""Answers with nothing if the message still holds, else with why it does not, in Swedish."""

SILENCED = gettext_noop("har stoppat sms")
STOP_CONFIRMED = "sms.stopped"
"""The one kind that leaves for a number that has said STOP."""

Rewrite = Callable[[Message], str]
"""Answers with the text as it must read now."""

TOO_LATE = gettext_noop("hann inte fram i tid")

_rewrites: dict[str, Rewrite] = {}
_checks: dict[str, Check] = {}
_lifetimes: dict[str, timedelta] = {}


def still_true(kind: str) -> Callable[[Check], Check]:
    """Register what is asked when a message of the kind is about to leave. One function may serve several kinds."""

    def register(check: Check) -> Check:
        _checks[kind] = check
        return check

    return register


def lasts(kind: str, lifetime: timedelta) -> None:
    """Register for how long after it was posted a message of the kind is worth sending."""
    _lifetimes[kind] = lifetime


def too_late(message: Message, *, at: datetime) -> str:
    """Why it is not worth sending any more; empty if it is."""
    lifetime = _lifetimes.get(message.kind)
    return TOO_LATE if lifetime is not None and at - message.posted_at >= lifetime else ""


def overtaken(message: Message) -> str:
    """Why the message no longer holds; empty if it does."""
    check = _checks.get(message.kind)
    return check(message) if check else ""


def rewritten(kind: str) -> Callable[[Rewrite], Rewrite]:
    """Register what makes the text of a kind anew for the number or address that a message is about to leave for."""

    def register(rewrite: Rewrite) -> Rewrite:
        _rewrites[kind] = rewrite
        return rewrite

    return register


def follow(message: Message) -> None:
    """Let a message that has waited leave for where she is reached now: her number may be another by then.

    Not what was for a number or an address in itself: an answer to it, a code, the word that it is no longer hers.
    """
    group = choices.of_kind(message.kind)
    if message.channel == Channel.PUSH or message.in_reply_to_id or (group and group.fixed):
        return
    user = message.recipient
    message.address = user.phone if message.channel == Channel.SMS else user.email
    if rewrite := _rewrites.get(message.kind):
        message.body = rewrite(message)


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
    body: Body,
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

    It takes the first of the ways that she wants for the kind; by each of the others goes a copy. With a `channel`, and
    what is discreet or a reply, it goes one way alone.
    `address` is for what goes elsewhere than where she is reached: to a number that she is about to have, or had.
    `written_by` is whoever wrote it by hand; nobody if the portal did. `answerable` is whether an SMS of it is.
    """
    _demand_transaction()
    told = {"kind": kind, "recipient": to, "subject": subject, "about": about, "facts": facts or {}}
    terms = {"discreet": discreet, "posted_at": at, "due_at": due_at or at}
    origin = {"written_by": written_by, "in_reply_to": in_reply_to}
    alone = bool(channel or address or discreet or in_reply_to)
    first, *others = [ways.only(to, channel, address)] if alone else ways.to(to, kind)
    same = told | terms | origin
    message, is_new = Message.objects.get_or_create(key=key, defaults=same | _by(first, body, answerable=answerable))
    if is_new:
        copies = [Message(key=f"{key}:{way.suffix}", copy_of=message, **same, **_by(way, body)) for way in others]
        _nudge([message, *Message.objects.bulk_create(copies)], at=at)
    return message


def _by(way: Way, body: Body, *, answerable: bool = False) -> dict[str, Any]:
    """What is its own of the message by one way."""
    text = body if isinstance(body, str) else body(way.voice)
    return {
        "channel": way.channel,
        "address": way.address,
        "body": plain(text) if way.channel is Channel.SMS else text,
        "answerable": answerable and way.voice is Channel.SMS,
        "status": Message.Status.SUPPRESSED if way.stays else Message.Status.PENDING,
        "status_reason": way.stays,
    }


def _nudge(messages: Iterable[Message], *, at: datetime) -> None:
    """Let the queue take those that are due."""
    for message in messages:
        if message.status == Message.Status.PENDING and message.due_at <= at:
            async_task("messaging.tasks.send", str(message.pk))


def suppress(messages: Collection[Message], reason: str) -> None:
    """Let these and their copies stay, with the reason, as far as they wait: something else says what they say."""
    keys = [message.pk for message in messages]
    rows = Message.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)  # a copy may wait for us
    waiting = rows.filter(Q(pk__in=keys) | Q(copy_of__in=keys), status=Message.Status.PENDING)
    found = Message.objects.filter(pk__in=[message.pk for message in waiting])
    found.update(status=Message.Status.SUPPRESSED, status_reason=reason)


def _demand_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        advice = "A message is posted in the transaction of the change it tells of: use transaction.atomic."
        raise transaction.TransactionManagementError(advice)
