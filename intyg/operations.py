"""Every change of a request or a certificate: whole or not at all, with the request locked."""

import uuid
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from booking.period import STOCKHOLM
from intyg import content, notifications, pdf, seal
from intyg.content import Details
from intyg.models import Certificate, CertificateRequest, NumberSeries
from people.history import record
from people.models import Substitute, User
from people.operations import identity
from people.operations.locking import locked

Status = CertificateRequest.Status


class Refused(Exception):
    """The change was not made; the text says why, a sentence on the screen."""


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
    substitute = locked(substitute)  # two windows at once are one after the other
    if made := CertificateRequest.objects.filter(substitute=substitute, command=command).first():
        return made
    if wish.last_day > at.astimezone(STOCKHOLM).date():
        raise Refused(_("Ett intyg kan bara gälla tid som har varit."))
    said = {**asdict(wish), "substitute": substitute, "status": Status.REQUESTED}
    if waiting := CertificateRequest.objects.filter(**said).first():
        return waiting
    asked = CertificateRequest.objects.create(**said, command=command, requested_at=at)
    _write_down(asked, "request", by=by, at=at)
    return asked


@decision
def withdraw(asked: CertificateRequest, *, by: User, at: datetime) -> CertificateRequest:
    """The applicant changes her mind, as long as nothing has been decided; twice is once."""
    asked = _locked(asked)
    if asked.status == Status.WITHDRAWN:
        return asked
    _still_undecided(asked)
    return _decided(asked, Status.WITHDRAWN, by=by, at=at, action="withdraw")


@decision
def assign(asked: CertificateRequest, *, by: User, at: datetime, instead_of: User | None = None) -> CertificateRequest:
    """The officer takes the request, `instead_of` the colleague whom she saw having it (nobody, as a rule)."""
    asked = _locked(asked)
    _still_undecided(asked)
    if asked.officer == by:
        return asked
    if asked.officer != instead_of:
        raise Refused(_("%(who)s har just börjat handlägga.") % {"who": asked.officer})
    asked.officer, asked.status = by, Status.ASSIGNED
    asked.save(update_fields=["officer", "status"])
    _write_down(asked, "assign", by=by, at=at)
    return asked


@decision
def fill_in(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> CertificateRequest:
    """Keep what payroll knows, to go on with later."""
    asked = _locked(asked)
    _at_hand(asked, by=by)
    asked.officer, asked.status, asked.details = by, Status.ASSIGNED, dict(details)
    asked.save(update_fields=["officer", "status", "details"])
    _write_down(asked, "fill_in", by=by, at=at)
    return asked


@decision
def refuse(asked: CertificateRequest, *, reason: str, by: User, at: datetime) -> CertificateRequest:
    """Say no, and why; the applicant is told."""
    asked = _locked(asked)
    if asked.status == Status.REFUSED:
        return asked
    _at_hand(asked, by=by)
    asked.officer, asked.refusal = by, reason
    asked = _decided(asked, Status.REFUSED, by=by, at=at, action="refuse")
    notifications.refused(asked, at=at)
    return asked


def issue(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> Certificate:
    """Make the certificate, with its number, and tell the applicant; issued twice is the same certificate."""
    pdf.load()  # takes a second the first time: not while the row is locked
    try:
        seal.ready(at)
    except seal.Unusable as problem:
        raise Refused(_("Intyget kan inte förses med kommunens sigill. Säg till den som sköter portalen.")) from problem
    return _issued(asked, details, by=by, at=at)


@decision
def _issued(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> Certificate:
    asked = _locked(asked)
    if made := Certificate.objects.select_related("request__substitute__user").filter(request=asked).first():
        return made
    _at_hand(asked, by=by)
    identity.identify(asked.substitute, by=by, at=at)
    asked.officer, asked.details = by, dict(details)
    said = content.numbered(content.draft(asked, details, by=by, at=at), _next_number(at))
    certificate = Certificate(
        request=asked,
        number=str(said["number"]),
        check_value=content.check_value(said),
        content=said,
        issued_at=at,
        issued_by=by,
    )
    certificate.pdf = pdf.render(said, certificate.check_value)
    certificate.save()
    _decided(asked, Status.ISSUED, by=by, at=at, action="issue", number=certificate.number)
    notifications.issued(certificate, at=at)
    return certificate


@decision
def fetch(certificate: Certificate, *, by: User, at: datetime) -> Certificate:
    """The owner takes the file out; every time is written down, the first is remembered."""
    asked = _locked(certificate.request)
    if asked.status == Status.ISSUED:
        asked.status, asked.fetched_at = Status.FETCHED, at
        asked.save(update_fields=["status", "fetched_at"])
    _write_down(asked, "fetch", by=by, at=at, number=certificate.number)
    return certificate


def _locked(asked: CertificateRequest) -> CertificateRequest:
    # Locked alone and then read again: a join in the locking query would still show the officer of before the wait.
    CertificateRequest.objects.select_for_update(no_key=True).get(pk=asked.pk)
    return CertificateRequest.objects.with_people().get(pk=asked.pk)


def _at_hand(asked: CertificateRequest, *, by: User) -> None:
    _still_undecided(asked)
    if asked.officer not in (None, by):
        raise Refused(_("%(who)s handlägger. Ta över först.") % {"who": asked.officer})


def _still_undecided(asked: CertificateRequest) -> None:
    if not asked.is_undecided:
        raise Refused(_("Det går inte längre: beställningen är %(status)s.") % {"status": asked.get_status_display()})


def _decided(
    asked: CertificateRequest, status: str, *, by: User, at: datetime, action: str, number: str = ""
) -> CertificateRequest:
    asked.status, asked.decided_at = status, at
    asked.save(update_fields=["status", "decided_at", "officer", "refusal", "details"])
    _write_down(asked, action, by=by, at=at, **({"number": number} if number else {}))
    return asked


def _write_down(asked: CertificateRequest, verb: str, *, by: User, at: datetime, **facts: object) -> None:
    # Of no area: certificates are the payroll office's alone, whatever areas she works in.
    record(asked, f"certificate.{verb}", by=by, at=at, area_id=None, **facts)


def _next_number(at: datetime) -> str:
    """`2026-000123`: the next of its year, taken under lock so that no two documents share one."""
    year = at.astimezone(STOCKHOLM).year
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{year}-{series.last:06d}"
