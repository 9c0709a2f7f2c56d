"""She asks for one certificate or several, and may change her mind."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from booking import calendar_days
from booking.operations.deciding import decision
from intyg import due
from intyg.models import CertificateRequest
from intyg.operations.frame import Refused, decided, locked, still_undecided, write_down
from people.days import day_of
from people.models import Substitute, User
from people.operations import locking

Status = CertificateRequest.Status


@dataclass(frozen=True, slots=True)
class Wish:
    """What a substitute asks for; both days are included. `given_up`: the keys of the released shifts she picked."""

    type: str
    first_day: date
    last_day: date
    purpose: str
    note: str = ""
    given_up: tuple[str, ...] = ()


@decision
def request(substitute: Substitute, wish: Wish, *, command: uuid.UUID, by: User, at: datetime) -> CertificateRequest:
    """Ask for a certificate. The same `command` (the key of the form) twice is one request.

    So are the same words once more while the first wait for somebody to read them: she went back, and sent it again.
    """
    substitute = locking.locked(substitute)  # two windows at once are one after the other
    return _asked(substitute, wish, command=command, by=by, at=at)


@decision
def request_several(
    substitute: Substitute, wishes: Sequence[Wish], *, command: uuid.UUID, by: User, at: datetime
) -> list[CertificateRequest]:
    """Ask for some certificates with one form: all of them or none, each a request that goes its own way."""
    substitute = locking.locked(substitute)
    return [_asked(substitute, wish, command=command, by=by, at=at) for wish in wishes]


@decision
def withdraw(asked: CertificateRequest, *, by: User, at: datetime) -> CertificateRequest:
    """The applicant changes her mind, as long as nothing has been decided; twice is once."""
    asked = locked(asked)
    if asked.status == Status.WITHDRAWN:
        return asked
    still_undecided(asked)
    if asked.is_correction:
        raise Refused(_("Det är en rättelse som lönecentrum gör. Ring om du inte vill ha den."))
    return decided(asked, Status.WITHDRAWN, by=by, at=at, action="withdraw")


def promised(at: datetime) -> date:
    """The day when what is asked for at `at` is to be done."""
    return due.after(day_of(at), settings.CERTIFICATE_DAYS, calendar_days.kind_of)


def _asked(substitute: Substitute, wish: Wish, *, command: uuid.UUID, by: User, at: datetime) -> CertificateRequest:
    hers = CertificateRequest.objects.filter(substitute=substitute)
    if made := hers.filter(command=command, type=wish.type).first():
        return made
    if wish.last_day > day_of(at):
        raise Refused(_("Ett intyg kan bara gälla tid som har varit."))
    said = {**asdict(wish), "given_up": list(wish.given_up), "status": Status.REQUESTED}
    if waiting := hers.filter(**said, corrects=None).first():
        return waiting
    asked = CertificateRequest.objects.create(
        substitute=substitute, command=command, requested_at=at, due_on=promised(at), **said
    )
    write_down(asked, "request", by=by, at=at)
    return asked
