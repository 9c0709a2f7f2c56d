"""Whether SMS get away and arrive: looked at by the sweep every minute, told to the desk.

One failed SMS is a wrong number; many at once are the gateway, or our account with it. What is found is kept as a sign
of life under its own name, with since when, so that a page asks for one short row and never counts messages.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Q

from messaging.models import Channel, Heartbeat, Message

PREFIX = "sms."
LATELY = timedelta(minutes=15)
"""What was tried longer ago says nothing of now."""
ENOUGH = 5
"""So many at least: fewer may be chance."""
OVERDUE = timedelta(minutes=5)
"""So long after it was due a message waits for more than its turn."""
CONFIRMED_WITHIN = timedelta(minutes=10)
UNCONFIRMED_SINCE = timedelta(hours=1)
"""A receipt comes within seconds; of what left between an hour and ten minutes ago most have come."""
A_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What is wrong."""

    REFUSED = "sms.refused"  # most of what is tried does not get away
    SLOW = "sms.slow"  # what is due waits
    UNCONFIRMED = "sms.unconfirmed"  # it gets away, and nobody says that it arrives


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, and since when it has been seen."""

    kind: Kind
    since: datetime


@dataclass(frozen=True, slots=True)
class Lately:
    """SMS in figures."""

    tried: int = 0
    missed: int = 0  # of them, those that did not get away, or nobody knows
    overdue: int = 0
    left: int = 0  # long enough ago to have a receipt
    confirmed: int = 0  # of them, those that have one
    confirms: bool = False  # the gateway tells what arrives: it has done so within a day


def verdict(lately: Lately) -> Kind | None:
    """What the figures mean; nothing if all is well. Pure."""
    if lately.missed >= ENOUGH and lately.missed * 2 >= lately.tried:
        return Kind.REFUSED
    if lately.overdue >= ENOUGH:
        return Kind.SLOW
    if lately.confirms and lately.left >= ENOUGH and lately.confirmed * 2 < lately.left:
        return Kind.UNCONFIRMED
    return None


def lately(*, now: datetime) -> Lately:
    """What has become of the SMS of late; one query, over a day's messages."""
    status = Message.Status
    tried = Q(claimed_at__gte=now - LATELY)
    missed = tried & Q(status__in=[status.PENDING, status.FAILED])
    unknown = Q(status=status.SENDING, claimed_at__gte=now - LATELY, claimed_at__lt=now - OVERDUE)
    left = Q(
        status__in=[status.ACCEPTED, status.DELIVERED, status.FAILED],
        sent_at__gte=now - UNCONFIRMED_SINCE,
        sent_at__lt=now - CONFIRMED_WITHIN,
    )
    confirmed = left & ~Q(status=status.ACCEPTED)
    found = Message.objects.filter(channel=Channel.SMS, posted_at__gte=now - A_DAY).aggregate(
        tried=Count("pk", filter=tried),
        missed=Count("pk", filter=missed | unknown),
        overdue=Count("pk", filter=Q(status=status.PENDING, due_at__lt=now - OVERDUE)),
        left=Count("pk", filter=left),
        confirmed=Count("pk", filter=confirmed),
        confirms=Count("pk", filter=Q(status=status.DELIVERED)),
    )
    return Lately(**found | {"confirms": bool(found["confirms"])})


def note(*, now: datetime) -> Kind | None:
    """Look, and keep what is found for whoever asks; what went on already keeps its since."""
    kind = verdict(lately(now=now))
    Heartbeat.objects.filter(name__startswith=PREFIX).exclude(name=kind or "").delete()
    if kind:
        Heartbeat.objects.get_or_create(name=kind, defaults={"beat_at": now})
    return kind


def trouble() -> Trouble | None:
    """What was found last, if anything is wrong; one short query."""
    row = Heartbeat.objects.filter(name__startswith=PREFIX).first()
    return Trouble(Kind(row.name), row.beat_at) if row else None
