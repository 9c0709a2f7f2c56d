"""The certificate is made, once, with its number; and its owner takes it out."""

from datetime import datetime

from booking.operations.deciding import decision
from booking.period import STOCKHOLM
from intyg import content, notifications, pdf
from intyg.content import Details
from intyg.models import Certificate, CertificateRequest, NumberSeries
from intyg.operations.frame import at_hand, decided, locked, write_down
from people.models import User
from people.operations import identity

Status = CertificateRequest.Status


def issue(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> Certificate:
    """Make the certificate, with its number, and tell the applicant; issued twice is the same certificate."""
    pdf.load()  # takes a second the first time: not while the row is locked
    return _issued(asked, details, by=by, at=at)


@decision
def _issued(asked: CertificateRequest, details: Details, *, by: User, at: datetime) -> Certificate:
    asked = locked(asked)
    if made := Certificate.objects.select_related("request__substitute__user").filter(request=asked).first():
        return made
    at_hand(asked, by=by)
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
    decided(asked, Status.ISSUED, by=by, at=at, action="issue", number=certificate.number)
    notifications.issued(certificate, at=at)
    return certificate


@decision
def fetch(certificate: Certificate, *, by: User, at: datetime) -> Certificate:
    """The owner takes the file out; every time is written down, the first is remembered."""
    asked = locked(certificate.request)
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
