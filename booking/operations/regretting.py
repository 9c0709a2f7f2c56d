"""A yes that she regrets: the shift that she took herself goes back, within minutes, and is looked for as before."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking.models import Advert, Asking, Booking, EndReason, Order, Origin, PlannerTask, Policy
from booking.operations import bookings, follow_ups, waves
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from people.history import record
from people.models import User
from portal.templatetags.times import clock

HER_OWN = {Origin.ENQUIRY, Origin.DIRECT}
NOT_AT_ALL = timedelta()


def until(booking: Booking) -> datetime | None:
    """The moment from which she must call instead; never, if it was not she who took it or the policy allows none."""
    if booking.origin not in HER_OWN or booking.booked_by_id != booking.substitute.user_id:
        return None
    within = Policy.objects.in_force(booking.order.workplace).regret_within
    return min(booking.booked_at + within, booking.starts) if within > NOT_AT_ALL else None


def open_until(booking: Booking, *, at: datetime) -> datetime | None:
    """The same while it lasts; nothing when it is over, or the booking is."""
    last = until(booking) if booking.ended_at is None else None
    return last if last and at < last else None


@decision
def regret(booking: Booking, *, by: User, at: datetime, way: str = "") -> Booking:
    """Give back a shift that became hers by her own yes; twice is once.

    The order opens again, and goes on as it was: out in Lediga jobb if it was, filled or asked about by itself if it
    was, else a planner must see to it. `way` is as in `answering.answer`.
    """
    _substitute, _order = lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().select_related("booked_by").get(pk=booking.pk)
    if booking.end_reason == EndReason.REGRETTED:
        return booking
    _still_hers_to_regret(booking, at=at)
    order = bookings.end(booking, by=by, at=at, reason=EndReason.REGRETTED, way=way)
    _out_again(order, booking, at=at)
    _looked_for_again(order, booking, at=at)
    booking.refresh_from_db()
    return booking


def _still_hers_to_regret(booking: Booking, *, at: datetime) -> None:
    if booking.ended_at:
        raise Refused(_("Passet är redan avbokat."))
    if open_until(booking, at=at):
        return
    last = until(booking)
    if last is None:
        raise Refused(_("Passet kan inte ångras här. Ring Bemanningen om du inte kan komma."))
    raise Refused(_("Du kunde ångra till %(clock)s. Ring Bemanningen om du inte kan komma.") % {"clock": clock(last)})


def _out_again(order: Order, booking: Booking, *, at: datetime) -> None:
    """The advert that closed with her yes is as it was; those who have been told of it are not told again."""
    closed = Advert.objects.filter(order=order, closed_at=booking.booked_at).order_by("-opened_at").first()
    if closed:
        Advert.objects.filter(pk=closed.pk).update(closed_at=None)
        record(order, "order.advertise", by=None, at=at, area_id=order.workplace.area_id)


def _looked_for_again(order: Order, booking: Booking, *, at: datetime) -> None:
    was = Asking.objects.filter(order=order, ended_at=booking.booked_at).first()
    if order.allow_direct:
        async_task("booking.tasks.fill", str(order.pk))
    elif was and not was.chosen_only:
        waves.start_again(order, was, at=at)
    else:
        follow_ups.found(PlannerTask.Kind.REGRETTED, order, at=at, substitute=booking.substitute)
