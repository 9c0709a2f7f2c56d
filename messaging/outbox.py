"""The one way out: what people are told is written down here, in the transaction of the change it tells of."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop
from django_q.tasks import async_task

from messaging.models import Channel, Message
from messaging.segments import plain
from people.models import User

Check = Callable[[Message], str]
"""Answers with nothing if the message still holds, else with why it does not, in Swedish."""

NO_ADDRESS = gettext_noop("har varken mobilnummer eller e-postadress")
NO_PHONE = gettext_noop("har inget mobilnummer")
NO_EMAIL = gettext_noop("har ingen e-postadress")

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
) -> Message:
    """Write the message, to leave after the commit and not before `due_at`. The same key goes out once."""
    if not transaction.get_connection().in_atomic_block:
        advice = "A message is posted in the transaction of the change it tells of: use transaction.atomic."
        raise transaction.TransactionManagementError(advice)
    channel, address, obstacle = _way_to(to, channel)
    content = {
        "kind": kind,
        "recipient": to,
        "channel": channel,
        "address": address,
        "subject": subject,
        "body": plain(body) if channel is Channel.SMS else body,
        "about": about,
        "facts": facts or {},
        "answerable": answerable,
        "posted_at": at,
        "due_at": due_at or at,
        "status": Message.Status.SUPPRESSED if obstacle else Message.Status.PENDING,
        "status_reason": obstacle,
    }
    message, is_new = Message.objects.get_or_create(key=key, defaults=content)
    if is_new and not obstacle and message.due_at <= at:
        async_task("messaging.tasks.send", str(message.pk))
    return message


def _way_to(user: User, wanted: Channel | None) -> tuple[Channel, str, str]:
    """The channel, the address, and what is missing if there is none."""
    if wanted is Channel.EMAIL:
        return Channel.EMAIL, user.email, "" if user.email else NO_EMAIL
    if wanted is Channel.SMS:
        return Channel.SMS, user.phone, "" if user.phone else NO_PHONE
    if not user.phone and user.email:
        return Channel.EMAIL, user.email, ""
    return Channel.SMS, user.phone, "" if user.phone else NO_ADDRESS
