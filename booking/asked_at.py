"""Which enquiries a number was asked about, as the outbox has it: an answer counts for the number that was asked."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q

from booking.models import Enquiry
from booking.models.enquiry import EnquiryQuerySet
from messaging.models import Channel, Message

ONE, MANY = "enquiry.asked", "enquiry.asked_many"
"""The kinds of what asks."""

LONGEST_OPEN = timedelta(days=366)
"""No enquiry waits for an answer longer than this, and nobody answers what she was asked before it."""


def number(sender: str, *, now: datetime) -> EnquiryQuerySet:
    """Those that an SMS to the number told of. One that is no longer hers answers only what is still open."""
    hers = Q(substitute__user__phone=sender)
    still_open = Q(status__in=[*Enquiry.ASKED, Enquiry.Status.NO], answer_by__gt=now)
    told = set(_told_of(sender, since=now - LONGEST_OPEN))
    asked = Enquiry.objects.put().filter(pk__in=told, substitute__user__is_active=True)
    return asked.filter(hers | still_open).with_places()


def _told_of(sender: str, *, since: datetime) -> Iterator[uuid.UUID]:
    """Also what was told of in one SMS with others, and what the number has said STOP to and read in the portal.

    What has not left goes to the number that she has by then.
    """
    rows = Message.objects.filter(channel=Channel.SMS, address=sender, kind__in=[ONE, MANY], posted_at__gte=since)
    went = ~Q(status=Message.Status.PENDING) | Q(recipient__phone=sender)
    for kind, facts in rows.filter(went).exclude(address="").values_list("kind", "facts"):
        keys = facts["enquiries"] if kind == MANY else [facts["pk"]]
        yield from map(uuid.UUID, keys)
