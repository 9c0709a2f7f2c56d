"""An order that is halted: stopped for a while, or sent back to whoever placed it; and taken up again."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking import notifications
from booking.models import Booking, EndReason, Order, Origin
from booking.operations import bookings, offers
from booking.operations.deciding import decision, locked_order, locked_with_holder
from booking.operations.refusals import Refused
from people.history import record
from people.models import User


@decision
def stop(order: Order, *, by: User, at: datetime) -> Order:
    """Nothing more goes out, and no later yes books; a planner may still book by hand, also on an interest."""
    order = locked_order(order)
    still_searched_for(order)
    if order.stopped_at:
        return order
    offers.withdrawn(order, at=at, keep_interests=True)
    order.stopped_at = at
    order.save(update_fields=["stopped_at"])
    record(order, "order.stop", by=by, at=at, area_id=order.workplace.area_id)
    return order


@decision
def resume(order: Order, *, by: User, at: datetime) -> Order:
    """Let it be offered again. Those asked before the stop may be asked anew: it is a round of its own."""
    order = locked_order(order)
    still_searched_for(order)
    if order.stopped_at is None:
        return order
    _anew(order)
    record(order, "order.resume", by=by, at=at, area_id=order.workplace.area_id)
    return order


@decision
def send_back(order: Order, *, by: User, at: datetime, reason: str) -> Order:
    """Back to the orderer, who decides what becomes of it; whoever was booked is let go and told."""
    order, _holder = locked_with_holder(order)
    if order.status not in {Order.Status.OPEN, Order.Status.BOOKED}:
        raise Refused(_("Bara ett pass som inte är genomfört kan returneras."))
    if not reason.strip():
        raise Refused(_("Skriv varför passet returneras."))
    if order.returned_at:
        return order
    if ended := bookings.ended_now(order, by=by, at=at, reason=EndReason.RETURNED, note=reason):
        notifications.booking_ended(ended, at=at)
        bookings.opened_again(order)
    offers.withdrawn(order, at=at)
    order.returned_at, order.return_reason = at, reason.strip()
    order.save(update_fields=["returned_at", "return_reason"])
    record(order, "order.return", by=by, at=at, area_id=order.workplace.area_id, reason=reason)
    notifications.returned(order, reason=reason, at=at)
    return order


@decision
def take_up(order: Order, *, by: User, at: datetime) -> Order:
    """The orderer still wants it: the planners have it again."""
    order = locked_order(order)
    still_searched_for(order)
    if order.returned_at is None:
        return order
    if order.starts <= at:
        raise Refused(_("Passet har redan börjat."))
    _anew(order)
    record(order, "order.take_up", by=by, at=at, area_id=order.workplace.area_id)
    return order


def rebook_same(order: Order, *, by: User, at: datetime, reason: str = "") -> Booking:
    """Give it to the one who had it last, also when it has been sent back; the rules are asked as of anybody."""
    last = Booking.objects.filter(order=order).exclude(ended_at=None).order_by("-ended_at", "-pk").first()
    if last is None:
        raise Refused(_("Ingen har haft passet."))
    return bookings.book(order, last.substitute, by=by, at=at, origin=Origin.REBOOKED, reason=reason)


def still_searched_for(order: Order) -> None:
    """Nobody has the shift, and nothing else has become of it."""
    if order.status != Order.Status.OPEN:
        raise Refused(_("Beställningen är inte längre öppen: %(status)s.") % {"status": order.get_status_display()})


def _anew(order: Order) -> None:
    order.stopped_at, order.returned_at, order.return_reason = None, None, ""
    order.round += 1
    order.save(update_fields=["stopped_at", "returned_at", "return_reason", "round"])
