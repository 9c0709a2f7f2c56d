"""The officer takes a request, lets a colleague have it, fills it in, or says no."""

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.operations.deciding import decision
from intyg import notifications
from intyg.content import Details
from intyg.models import CertificateRequest
from intyg.operations.frame import Refused, at_hand, decided, locked, still_undecided, unready, write_down
from people import access
from people.days import day_of
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
    _give(asked, by)
    write_down(asked, "assign", by=by, at=at)
    return asked


@decision
def hand_over(asked: CertificateRequest, *, to: User, by: User, at: datetime) -> CertificateRequest:
    """Let a colleague have it: what is nobody's or one's own. Handed to whoever has it, nothing happens."""
    asked = locked(asked)
    still_undecided(asked)
    if asked.officer == to:
        return asked
    at_hand(asked, by=by)
    if not access.can(to, "handle", asked):
        raise Refused(_("%(who)s handlägger inte intyg.") % {"who": to})
    _give(asked, to)
    write_down(asked, "hand_over", by=by, at=at, to=str(to))
    return asked


@decision
def hand_back(asked: CertificateRequest, *, by: User, at: datetime) -> CertificateRequest:
    """Let whoever wants have it; what was filled in stays. Twice is once."""
    asked = locked(asked)
    if asked.officer is None:
        return asked
    at_hand(asked, by=by)
    if asked.status == Status.QUESTION:
        raise Refused(_("Du väntar på ett svar. Lämna beställningen till en kollega i stället."))
    asked.officer, asked.status = None, Status.REQUESTED
    asked.save(update_fields=["officer", "status"])
    write_down(asked, "hand_back", by=by, at=at)
    return asked


@decision
def fill_in(
    asked: CertificateRequest, details: Details, *, by: User, at: datetime, changed: Collection[str] = ()
) -> CertificateRequest:
    """Keep what payroll knows, to go on with later. `changed`: which of it was imported, and is now something else."""
    asked = locked(asked)
    at_hand(asked, by=by)
    if asked.officer != by:
        _give(asked, by)
    unready(asked)
    asked.details = dict(details)
    asked.save(update_fields=["details", "ready_at", "ready_by", "answered_at"])
    write_down(asked, "fill_in", by=by, at=at, **({"changed": sorted(changed)} if changed else {}))
    return asked


@decision
def cover(asked: CertificateRequest, first_day: date, last_day: date, *, by: User, at: datetime) -> CertificateRequest:
    """Let the certificate be of other days than she asked for, as an a-kassa's older rules may take; twice is once."""
    asked = locked(asked)
    at_hand(asked, by=by)
    if last_day > day_of(at):
        raise Refused(_("Ett intyg kan bara gälla tid som har varit."))
    before = (asked.first_day, asked.last_day)
    if before == (first_day, last_day):
        return asked
    unready(asked)
    asked.first_day, asked.last_day = first_day, last_day
    asked.save(update_fields=["first_day", "last_day", "ready_at", "ready_by", "answered_at"])
    if asked.officer != by:
        _give(asked, by)
    write_down(asked, "cover", by=by, at=at, before="/".join(map(str, before)), after=f"{first_day}/{last_day}")
    return asked


@decision
def refuse(asked: CertificateRequest, *, reason: str, by: User, at: datetime) -> CertificateRequest:
    """Say no, and why; the applicant is told."""
    asked = locked(asked)
    if asked.status == Status.REFUSED:
        return asked
    at_hand(asked, by=by)
    if asked.is_correction:
        raise Refused(_("En rättelse kan du lägga ned, men inte avslå."))
    asked.officer, asked.refusal = by, reason
    unready(asked)
    asked = decided(asked, Status.REFUSED, by=by, at=at, action="refuse")
    notifications.refused(asked, at=at)
    return asked


def _give(asked: CertificateRequest, to: User) -> None:
    """It is hers from now on; a question that waits for its answer goes on waiting."""
    asked.officer = to
    if asked.status == Status.REQUESTED:
        asked.status = Status.ASSIGNED
    asked.save(update_fields=["officer", "status"])
