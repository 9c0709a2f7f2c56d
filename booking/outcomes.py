"""What became of an answer, as it is said to the one who gave it."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import Booking, EndReason, Enquiry, Order
from booking.notifications import moment
from booking.operations.answering import still_wanted

Status = Enquiry.Status


def told(enquiry: Enquiry, *, yes: bool, at: datetime) -> str:
    """Whether the shift is hers, whatever she said; and what happens next."""
    if enquiry.status == Status.WON:
        return _of_her_own_shift(enquiry, yes=yes)
    if enquiry.status == Status.EXPIRED:
        return _too_late(enquiry, yes=yes, at=at)
    if enquiry.status == Status.WITHDRAWN and enquiry.order.status == Order.Status.OPEN:
        return _halted(enquiry)
    by = {"by": moment(enquiry.answer_by, at=at)}
    words = {
        Status.NO: _("Tack för ditt svar. Ändrar du dig kan du svara JA så länge passet är ledigt."),
        Status.WAITING_YES: _("Tack, vi har fått ditt ja. Du får besked senast %(by)s.") % by,
        Status.LOST: _("Passet är redan taget. Tack för att du ville."),
        Status.SUPERSEDED: _("Du är redan bokad på ett annat pass den tiden."),
        Status.WITHDRAWN: _("Passet behöver ingen vikarie längre. Du är inte bokad."),
        Status.INELIGIBLE: _("Du kan inte ta passet längre. Du är inte bokad."),
    }
    return words[Status(enquiry.status)]


def _of_her_own_shift(enquiry: Enquiry, *, yes: bool) -> str:
    hers = Booking.objects.filter(order=enquiry.order_id, substitute=enquiry.substitute_id)
    if not hers.occupying().exists():
        gone = hers.order_by("-ended_at").first()
        if gone and gone.end_reason == EndReason.REGRETTED:
            return _("Du har lämnat tillbaka passet. Du ska inte jobba det.")
        return _("Passet är avbokat. Du ska inte jobba det.")
    if yes:
        return _("Passet är ditt.")
    return _("Du är fortfarande bokad på passet. Bemanningen har fått ditt nej och hör av sig.")


def _too_late(enquiry: Enquiry, *, yes: bool, at: datetime) -> str:
    if yes and enquiry.round == enquiry.order.round and still_wanted(enquiry.order, at=at):
        return _("Svarstiden är slut, så du är inte bokad. Bemanningen ser ditt ja och hör av sig om passet är ledigt.")
    return _("Svarstiden är slut. Du är inte bokad.")


def _halted(enquiry: Enquiry) -> str:
    """Somebody is still needed, but not for what she was asked about, or not just now."""
    order = enquiry.order
    if enquiry.terms_version != order.terms_version:
        return _("Passet har ändrats sedan du fick frågan. Du är inte bokad.")
    if order.stopped_at or order.returned_at:
        return _("Passet är stoppat just nu. Du är inte bokad.")
    return _("Förfrågan gäller inte längre. Du är inte bokad.")
