"""The certificate is made, once, with its number; and its owner takes it out."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from booking.period import STOCKHOLM
from intyg import content, notifications, pdf, seal
from intyg.content import Details
from intyg.four_eyes import takes_two
from intyg.models import Certificate, CertificateRequest, NumberSeries
from intyg.operations.frame import Refused, at_hand, decided, locked, still_undecided, write_down
from people.models import User
from people.operations import identity

Status = CertificateRequest.Status


def issue(
    asked: CertificateRequest, details: Details, *, by: User, at: datetime, changed: Collection[str] = ()
) -> Certificate:
    """Make the certificate, with its number, and tell the applicant; issued twice is the same certificate.

    `changed`: which of the details were imported, and are now something else.
    """
    _make_ready(at)
    return _alone(asked, details, by=by, at=at, changed=changed)


def approve(asked: CertificateRequest, *, by: User, at: datetime) -> Certificate:
    """Issue what a colleague has filled in and another now has looked over; twice is the same certificate."""
    _make_ready(at)
    return _together(asked, by=by, at=at)


def _make_ready(at: datetime) -> None:
    pdf.load()  # takes a second the first time: not while the row is locked
    try:
        seal.ready(at)
    except seal.Unusable as problem:
        raise Refused(_("Intyget kan inte förses med kommunens sigill. Säg till den som sköter portalen.")) from problem


@decision
def _alone(
    asked: CertificateRequest, details: Details, *, by: User, at: datetime, changed: Collection[str]
) -> Certificate:
    asked = locked(asked)
    if made := _made(asked):
        return made
    at_hand(asked, by=by)
    if takes_two(asked.type):
        raise Refused(_("Det här intyget ska en kollega granska och utfärda."))
    asked.officer, asked.details = by, dict(details)
    return _make(asked, Certificate(issued_by=by), at=at, changed=changed)


@decision
def _together(asked: CertificateRequest, *, by: User, at: datetime) -> Certificate:
    asked = locked(asked)
    if made := _made(asked):
        return made
    still_undecided(asked)
    if not asked.ready_at:
        raise Refused(_("Intyget är inte klart att granska."))
    if asked.ready_by == by:
        raise Refused(_("Du har fyllt i intyget. En kollega ska granska det."))
    return _make(asked, Certificate(issued_by=by, prepared_by=asked.ready_by), at=at)


def _made(asked: CertificateRequest) -> Certificate | None:
    return Certificate.objects.select_related("request__substitute__user").filter(request=asked).first()


def _make(
    asked: CertificateRequest, certificate: Certificate, *, at: datetime, changed: Collection[str] = ()
) -> Certificate:
    by = certificate.issued_by
    identity.identify(asked.substitute, by=by, at=at)
    said = content.numbered(content.draft(asked, asked.details, by=by, at=at), _next_number(at))
    certificate.request, certificate.replaces = asked, asked.corrects
    certificate.number, certificate.issued_at = str(said["number"]), at
    certificate.content, certificate.check_value = said, content.check_value(said)
    certificate.pdf = pdf.render(said, certificate.check_value)
    certificate.save()
    asked.answered_at = None
    facts: dict[str, object] = {"changed": sorted(changed)} if changed else {}
    decided(asked, Status.ISSUED, by=by, at=at, action="issue", number=certificate.number, **facts)
    if certificate.replaces:
        write_down(certificate.replaces.request, "replace", by=by, at=at, number=certificate.number)
    notifications.issued(certificate, at=at)
    return certificate


@decision
def fetch(certificate: Certificate, *, by: User, at: datetime) -> Certificate:
    """The owner takes the file out; every time is written down, the first is remembered."""
    asked = locked(certificate.request)
    if newer := Certificate.objects.filter(replaces=certificate).first():
        raise Refused(_("Intyget är ersatt av %(number)s.") % {"number": newer.number})
    if asked.status == Status.ISSUED:
        asked.status, asked.fetched_at = Status.FETCHED, at
        asked.save(update_fields=["status", "fetched_at"])
    write_down(asked, "fetch", by=by, at=at, number=certificate.number)
    return certificate


def _next_number(at: datetime) -> str:
    """`2026-000123`: the next of its year, taken under lock so that no two documents share one."""
    year = at.astimezone(STOCKHOLM).year
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return f"{year}-{series.last:06d}"
