"""She falls ill, before the shift or in the middle of it; and is well again. Nothing of it says that she was ill."""

from datetime import datetime

from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking import offering
from booking.models import Absence, Booking, EndReason, Order, PlannerTask, Policy
from booking.operations import absences, bookings, follow_ups, shortening
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from booking.period import Period, whole_day
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User


@decision
def report(booking: Booking, *, by: User, at: datetime) -> Order | None:
    """She cannot come, or goes home: what is left of the shift is to fill, and the rest of the day is not hers to work.

    The order that somebody is needed for: the same one if she had not begun, else a new one for what is left of it
    (nothing if too little is left to order). The portal looks for somebody at once if it may; if the shift is so near
    that people are called, a planner is asked to.
    """
    lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().get(pk=booking.pk)
    if booking.ended_at or booking.ends <= at:
        raise Refused(_("Passet är redan slut eller avbokat."))
    if booking.starts >= at:
        to_fill: Order | None = bookings.end(booking, by=by, at=at, reason=EndReason.CALLED_OFF)
    else:
        to_fill = shortening.shorten(booking, at, by=by, at=at)
    absences.note(booking.substitute, _away(booking, at=at), kind=Absence.Kind.UNTIL_SAID, by=by, at=at)
    if to_fill and to_fill.allow_direct:
        async_task("booking.tasks.fill", str(to_fill.pk))
    elif to_fill and offering.to_be_phoned(at, to_fill.starts, Policy.objects.in_force(to_fill.workplace)):
        follow_ups.found(PlannerTask.Kind.CALL, to_fill, at=at)
    return to_fill


@decision
def well_again(substitute: Substitute, *, by: User, at: datetime) -> int:
    """From now on she can be booked again: her absence ends, however long it was to be. How many were ended."""
    ended = 0
    for absence in Absence.objects.until_said(substitute, now=at):
        absences.shorten(absence, at, by=by, at=at)
        ended += 1
    if ended:
        record(substitute, "substitute.back", by=by, at=at, area_id=None)
    return ended


def _away(booking: Booking, *, at: datetime) -> Period:
    """From now to the end of the day of the shift, or of the shift if that is later."""
    last = max(whole_day(local_day(booking.starts)).ends, booking.ends)
    return Period(min(at, booking.starts), last)
