"""Giving a shift to somebody, and taking it back."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking import eligibility, notifications
from booking.eligibility import Verdict
from booking.models import Booking, EndReason, Interest, Order, Origin
from booking.operations import contracts, introducing, offers
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused, taken_by
from booking.rules import Channel, Weight
from people import access
from people.history import record
from people.models import Substitute, User
from portal.templatetags.times import clock, day

CHANNELS = {
    Origin.DIRECT: Channel.DIRECT,
    Origin.ASSISTANT: Channel.ASSISTANT,
    Origin.INTEREST: Channel.ASKED,
    Origin.ENQUIRY: Channel.ASKED,
    Origin.PLANNER: Channel.PLANNER,
    Origin.PHONE: Channel.PLANNER,
    Origin.REBOOKED: Channel.PLANNER,
}
BY_ITSELF = {Origin.DIRECT, Origin.ASSISTANT, Origin.ENQUIRY}
"""What goes on without a planner's hand, and halts when an order is stopped, sent back or kept for somebody."""


@decision
def book(
    order: Order,
    substitute: Substitute,
    *,
    by: User | None,
    at: datetime,
    origin: Origin = Origin.PLANNER,
    reason: str = "",
) -> Booking:
    """Give the order to the substitute, or raise `CannotBook` with every obstacle, `AlreadyTaken` if it is gone.

    `reason` lets a named role pass the obstacles that may be overridden. The same booking asked for twice is one.
    Nobody as `by` is the portal itself.
    """
    substitute, order = lock(substitute, order)
    standing = Booking.objects.occupying().filter(order=order)
    if made := standing.select_related("substitute__user", "booked_by").first():
        if made.substitute_id == substitute.pk:
            return made
        raise taken_by(made)
    _still_open(order, substitute, origin=origin, at=at)
    introducing.hers_alone(order, substitute, by_hand=CHANNELS[origin] is Channel.PLANNER)
    verdict = _let_through(order, substitute, by=by, origin=origin, reason=reason)
    booking = contracts.write(order, substitute, by=by, at=at, origin=origin, reason=reason)
    contracts.owe_rest(booking, verdict)
    order.status, order.wished_until = Order.Status.BOOKED, None
    order.stopped_at, order.returned_at, order.return_reason = None, None, ""
    order.save(update_fields=["status", "wished_until", "stopped_at", "returned_at", "return_reason"])
    offers.filled(booking, at=at)
    told = {"order": str(order.pk), "origin": origin, "reason": reason}
    record(booking, "booking.book", by=by, at=at, area_id=order.workplace.area_id, **told)
    notifications.booked(booking, at=at)
    return booking


@decision
def end(booking: Booking, *, by: User, at: datetime, reason: EndReason, note: str = "", way: str = "") -> Order:
    """End a booking before it is worked; the need remains, so the order opens again with a new round."""
    _substitute, order = lock(booking.substitute, booking.order)
    ended = ended_now(order, by=by, at=at, reason=reason, note=note, way=way)
    if ended is None or ended.pk != booking.pk:
        raise Refused(_("Bokningen är redan avslutad."))
    opened_again(order)
    notifications.booking_ended(ended, at=at)
    return order


def ended_now(
    order: Order, *, by: User, at: datetime, reason: EndReason, note: str = "", way: str = ""
) -> Booking | None:
    """End the order's occupying booking, if it has one; for operations that hold the locks.

    `way` is how whoever did it was known, if not by signing in.
    """
    booking = Booking.objects.occupying().with_places().filter(order=order).first()
    if booking is None:
        return None
    if booking.ends <= at:
        raise Refused(_("Passet är redan slut."))
    booking.ended_at, booking.ended_by, booking.end_reason, booking.end_note = at, by, reason, note
    booking.save(update_fields=["ended_at", "ended_by", "end_reason", "end_note"])
    told = {"order": str(order.pk), "reason": reason, "note": note} | ({"way": way} if way else {})
    record(booking, "booking.end", by=by, at=at, area_id=order.workplace.area_id, **told)
    return booking


def opened_again(order: Order) -> None:
    """The seat is empty: a new round, in which everybody may be asked anew; for operations that hold the lock."""
    order.status = Order.Status.OPEN
    order.round += 1
    order.save(update_fields=["status", "round"])


def _still_open(order: Order, substitute: Substitute, *, origin: Origin, at: datetime) -> None:
    if order.status != Order.Status.OPEN:
        raise AlreadyTaken(
            _("Beställningen är inte längre öppen: %(status)s.") % {"status": order.get_status_display()}
        )
    if order.ends <= at:
        raise AlreadyTaken(_("Passet är redan slut."))
    if origin not in BY_ITSELF:
        return
    if order.stopped_at or order.returned_at:
        raise AlreadyTaken(_("Passet är stoppat och kan inte tas just nu."))
    if order.wished_until and order.wished_id != substitute.pk:
        raise AlreadyTaken(_("Passet är reserverat för någon annan just nu."))


def _let_through(order: Order, substitute: Substitute, *, by: User | None, origin: Origin, reason: str) -> Verdict:
    if origin is Origin.INTEREST:
        _still_interested(order, substitute)
    seen_by = contracts.reader(by, substitute)
    verdict = eligibility.of_one(order, substitute, channel=CHANNELS[origin], seen_by=seen_by)
    demand(verdict, by=by, reason=reason)
    return verdict


def demand(verdict: Verdict, *, by: User | None, reason: str) -> None:
    """The verdict lets her through, or a named role gives a reason; else `CannotBook` with every obstacle."""
    overridden = bool(reason) and by is not None and access.may(by, "booking.override")
    if not verdict.possible or (verdict.needs_a_reason and not overridden):
        raise CannotBook(*verdict.weighing(Weight.HARD), *verdict.weighing(Weight.OVERRIDABLE))


def _still_interested(order: Order, substitute: Substitute) -> None:
    interest = Interest.objects.filter(order=order, substitute=substitute, round=order.round).first()
    if interest and interest.status == Interest.Status.WITHDRAWN:
        when = {"when": f"{day(interest.changed_at)} {clock(interest.changed_at)}"}
        raise Refused(_("Intresset togs tillbaka %(when)s.") % when)
    if interest is None or interest.status != Interest.Status.REGISTERED:
        raise Refused(_("Det finns inget intresse att boka på."))
