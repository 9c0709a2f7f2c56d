"""She asks for a certificate, and may change her mind."""

import uuid
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from booking.period import STOCKHOLM
from intyg.models import CertificateRequest
from intyg.operations.frame import Refused, decided, locked, still_undecided, write_down
from people.models import Substitute, User
from people.operations import locking

Status = CertificateRequest.Status


@dataclass(frozen=True, slots=True)
class Wish:
    """What a substitute asks for; both days are included."""

    type: str
    first_day: date
    last_day: date
    purpose: str
    note: str = ""


@decision
def request(substitute: Substitute, wish: Wish, *, command: uuid.UUID, by: User, at: datetime) -> CertificateRequest:
    """Ask for a certificate. The same `command` (the key of the form) twice is one request.

    So are the same words once more while the first wait for somebody to read them: she went back, and sent it again.
    """
    substitute = locking.locked(substitute)  # two windows at once are one after the other
    if made := CertificateRequest.objects.filter(substitute=substitute, command=command).first():
        return made
    if wish.last_day > at.astimezone(STOCKHOLM).date():
        raise Refused(_("Ett intyg kan bara gälla tid som har varit."))
    said = {**asdict(wish), "substitute": substitute, "status": Status.REQUESTED}
    if waiting := CertificateRequest.objects.filter(**said).first():
        return waiting
    asked = CertificateRequest.objects.create(**said, command=command, requested_at=at)
    write_down(asked, "request", by=by, at=at)
    return asked


@decision
def withdraw(asked: CertificateRequest, *, by: User, at: datetime) -> CertificateRequest:
    """The applicant changes her mind, as long as nothing has been decided; twice is once."""
    asked = locked(asked)
    if asked.status == Status.WITHDRAWN:
        return asked
    still_undecided(asked)
    return decided(asked, Status.WITHDRAWN, by=by, at=at, action="withdraw")
