"""She says what is wrong in what is kept of her, and the planners of her areas read it in their inbox."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from messaging.inbound import HERE
from messaging.models import InboundMessage
from people.history import record
from people.models import User

WANTED = gettext_noop("vill ha uppgifter rättade")


@transaction.atomic
def ask(body: str, *, by: User, command: uuid.UUID, at: datetime) -> InboundMessage:
    """Keep it for a planner to read; the same command is kept once."""
    said = {
        "body": _("Rättelse: %(text)s") % {"text": body.replace("\x00", "")},
        "written_by": by,
        "received_at": at,
        "handled_at": at,
        "needs_reader": True,
        "outcome": WANTED,
    }
    kept, is_new = InboundMessage.objects.get_or_create(gateway=HERE, provider_id=f"{by.pk}:{command}", defaults=said)
    if is_new:
        record(kept, "inboundmessage.correct", by=by, at=at, area_id=None)
    return kept
