"""The officer takes a request, fills it in, or says no."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from intyg import notifications
from intyg.content import Details
from intyg.models import CertificateRequest
from intyg.operations.frame import Refused, at_hand, decided, locked, still_undecided, write_down
from people.models import User

Status = CertificateRequest.Status


@decision
def assign(asked: CertificateRequest, *, by: User, at: datetime, instead_of: User | None = None) -> CertificateRequest:
    """The officer takes the request, `instead_of` the colleague whom she saw having it (nobody, as a rule)."""
    asked = locked(asked)
    still_undecided(asked)
    if asked.officer == by:
        return asked
    if asked.officer != instead_of:
        raise Refused(_("%(who)s har just börjat handlägga.") % {"who": asked.officer})
    asked.officer, asked.status = by, Status.ASSIGNED
    asked.save(update_fields=["officer", "status"])
    write_down(asked, "assign", by=by, at=at)
    return asked


@decision
def fill_in(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> CertificateRequest:
    """Keep what payroll knows, to go on with later."""
    asked = locked(asked)
    at_hand(asked, by=by)
    asked.officer, asked.status, asked.details = by, Status.ASSIGNED, dict(details)
    asked.save(update_fields=["officer", "status", "details"])
    write_down(asked, "fill_in", by=by, at=at)
    return asked


@decision
def refuse(asked: CertificateRequest, *, reason: str, by: User, at: datetime) -> CertificateRequest:
    """Say no, and why; the applicant is told."""
    asked = locked(asked)
    if asked.status == Status.REFUSED:
        return asked
    at_hand(asked, by=by)
    asked.officer, asked.refusal = by, reason
    asked = decided(asked, Status.REFUSED, by=by, at=at, action="refuse")
    notifications.refused(asked, at=at)
    return asked
