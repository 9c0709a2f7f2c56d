"""What the messages' tables let go when a decision says so."""

from datetime import datetime
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from messaging.models import InboundMessage, Message, Receipt
from people.data_map import Kept
from people.operations.retention import Thinner, on_thinning
from people.thinned import remove

WAITING = (Message.Status.PENDING, Message.Status.SENDING)


def sent(before: datetime) -> QuerySet[Message]:
    """Those whose fate is known; the copies by other ways go with them."""
    return Message.objects.filter(posted_at__lt=before).exclude(status__in=WAITING)


def came(before: datetime) -> QuerySet[InboundMessage]:
    """Those that have been understood, and read by whoever had to."""
    rows = InboundMessage.objects.filter(received_at__lt=before, handled_at__isnull=False)
    return rows.exclude(needs_reader=True, settled_at=None)


on_thinning(Kept.MESSAGES, Thinner("message", _("meddelanden"), due=sent, take=partial(remove, Message)))
on_thinning(Kept.MESSAGES, Thinner("inboundmessage", _("inkomna sms"), due=came, take=partial(remove, InboundMessage)))
on_thinning(
    Kept.MESSAGES,
    Thinner(
        "receipt",
        _("kvitton"),
        due=lambda before: Receipt.objects.filter(received_at__lt=before),
        take=partial(remove, Receipt),
    ),
)
