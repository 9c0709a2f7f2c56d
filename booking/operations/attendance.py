"""Whether she came, and that what she worked is approved."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import Booking
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from people.history import record
from people.models import User


@decision
def did_not_come(booking: Booking, *, missed: bool, by: User, at: datetime) -> Booking:
    """Mark that she did not come, or that the mark was a mistake; both stay in the history."""
    booking = _locked(booking)
    if booking.starts > at:
        raise Refused(_("Passet har inte börjat."))
    if booking.attested_at:
        raise Refused(_("Passet är redan attesterat."))
    if booking.no_show == missed:
        return booking
    booking.no_show = missed
    booking.save(update_fields=["no_show"])
    action = "booking.no_show" if missed else "booking.came"
    record(booking, action, by=by, at=at, area_id=booking.order.workplace.area_id)
    return booking


@decision
def attest(booking: Booking, *, by: User, at: datetime) -> Booking:
    """Approve it as worked; twice is once."""
    booking = _locked(booking)
    if booking.ends > at:
        raise Refused(_("Passet är inte slut än."))
    if booking.no_show:
        raise Refused(_("Passet är markerat som uteblivet."))
    if booking.attested_at:
        return booking
    booking.attested_at, booking.attested_by = at, by
    booking.save(update_fields=["attested_at", "attested_by"])
    record(booking, "booking.attest", by=by, at=at, area_id=booking.order.workplace.area_id)
    return booking


def _locked(booking: Booking) -> Booking:
    lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().get(pk=booking.pk)
    if booking.ended_at:
        raise Refused(_("Bokningen är avslutad."))
    return booking
