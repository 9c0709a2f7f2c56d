"""Four eyes: one officer fills it in, another looks it over."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from intyg.content import Details
from intyg.models import CertificateRequest
from intyg.operations.frame import Refused, at_hand, locked, still_undecided, write_down
from people.models import User

Status = CertificateRequest.Status


@decision
def make_ready(
    asked: CertificateRequest, details: Details, *, by: User, at: datetime, changed: Collection[str] = ()
) -> CertificateRequest:
    """It is filled in, and a colleague may look it over. Said anew it is what is filled in now that counts."""
    asked = locked(asked)
    at_hand(asked, by=by)
    if asked.ready_by == by and asked.details == dict(details):
        return asked
    asked.officer, asked.details, asked.sent_back, asked.answered_at = by, dict(details), "", None
    asked.ready_at, asked.ready_by = at, by
    if asked.status == Status.REQUESTED:
        asked.status = Status.ASSIGNED
    asked.save()
    write_down(asked, "make_ready", by=by, at=at, **({"changed": sorted(changed)} if changed else {}))
    return asked


@decision
def send_back(asked: CertificateRequest, *, words: str, by: User, at: datetime) -> CertificateRequest:
    """Something is to be mended first: whoever filled it in reads what. Twice is once."""
    asked = locked(asked)
    still_undecided(asked)
    if not asked.ready_at:
        if asked.sent_back == words:
            return asked
        raise Refused(_("Intyget är inte klart att granska."))
    asked.ready_at, asked.ready_by, asked.sent_back = None, None, words
    asked.save(update_fields=["ready_at", "ready_by", "sent_back"])
    write_down(asked, "send_back", by=by, at=at)
    return asked
