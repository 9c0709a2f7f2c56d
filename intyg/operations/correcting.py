"""What is wrong in an issued certificate is mended by a new one, with a number of its own, that replaces it."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from intyg.models import CALLED_OFF, Certificate, CertificateRequest
from intyg.operations.frame import Refused, at_hand, decided, locked, write_down
from intyg.operations.requests import promised
from people.models import User

Status = CertificateRequest.Status
COPIED = ("substitute", "type", "first_day", "last_day", "purpose", "details", "given_up")


@decision
def correct(certificate: Certificate, *, reason: str, by: User, at: datetime) -> CertificateRequest:
    """Begin a correction, the officer's to fill in: as the old one was, until she changes it. Twice is once."""
    wrong = locked(certificate.request)
    if newer := Certificate.objects.filter(replaces=certificate).first():
        raise Refused(_("Intyget är redan ersatt av %(number)s. Rätta det i stället.") % {"number": newer.number})
    if under_way := certificate.corrections.exclude(status__in=CALLED_OFF).first():
        return under_way
    asked = CertificateRequest.objects.create(
        **{name: getattr(wrong, name) for name in COPIED},
        corrects=certificate,
        correction=reason,
        status=Status.ASSIGNED,
        officer=by,
        requested_at=at,
        due_on=promised(at),
        command=uuid.uuid4(),
    )
    write_down(wrong, "correct", by=by, at=at)
    write_down(asked, "begin_correction", by=by, at=at, number=certificate.number)
    return asked


@decision
def drop(asked: CertificateRequest, *, by: User, at: datetime) -> CertificateRequest:
    """There was nothing to correct; twice is once."""
    asked = locked(asked)
    if asked.status == Status.WITHDRAWN:
        return asked
    at_hand(asked, by=by)
    if not asked.is_correction:
        raise Refused(_("Bara en rättelse kan läggas ned."))
    return decided(asked, Status.WITHDRAWN, by=by, at=at, action="drop")
