"""Her Ja or Nej, and what becomes of it."""

from datetime import datetime

from booking.models import Enquiry, Order, Origin, PlannerTask, Policy
from booking.offering import LateYes
from booking.operations import bookings, enquiries, follow_ups, wishes
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook
from people.history import record
from people.models import User

Status = Enquiry.Status
OPEN_TO_AN_ANSWER = {*Enquiry.ASKED, Status.NO, Status.WAITING_YES}


@decision
def answer(enquiry: Enquiry, *, yes: bool, by: User, at: datetime) -> Enquiry:
    """Take her Ja or Nej. A no may be changed to yes while the order is open; a no after she won changes nothing.

    What became of it is in the status that comes back: `won`, `waiting_yes`, `no`, `lost`, `expired`, `ineligible` …
    """
    substitute, order = lock(enquiry.substitute, enquiry.order)
    enquiry = Enquiry.objects.with_places().select_related("asking").get(pk=enquiry.pk)
    enquiry.order, enquiry.substitute = order, substitute
    if enquiry.status not in OPEN_TO_AN_ANSWER:
        _noted(enquiry, yes=yes, at=at)
        return enquiry
    if enquiry.status == Status.WAITING_YES and yes:
        return enquiry
    if enquiry.answer_by <= at or enquiry.round != order.round:
        enquiry = _became(enquiry, Status.EXPIRED, by=by, at=at)
        _noted(enquiry, yes=yes, at=at)
        return enquiry
    if not yes:
        return _declined(enquiry, by=by, at=at)
    if enquiry.asking and enquiry.asking.mode == Policy.Mode.BEST:
        return _became(enquiry, Status.WAITING_YES, by=by, at=at)
    return _taken(enquiry, by=by, at=at)


def _taken(enquiry: Enquiry, *, by: User, at: datetime) -> Enquiry:
    try:
        bookings.book(enquiry.order, enquiry.substitute, by=by, at=at, origin=Origin.ENQUIRY)
    except AlreadyTaken:
        return _became(enquiry, Status.LOST, by=by, at=at)
    except CannotBook:
        enquiry = _became(enquiry, Status.INELIGIBLE, by=by, at=at)
        enquiries.go_on_when_all_have_answered(enquiry, at=at)
        return enquiry
    return _became(enquiry, Status.WON, by=by, at=at)


def _declined(enquiry: Enquiry, *, by: User, at: datetime) -> Enquiry:
    enquiry = _became(enquiry, Status.NO, by=by, at=at)
    enquiries.go_on_when_all_have_answered(enquiry, at=at)
    wishes.release(enquiry.order, at=at)
    return enquiry


def _noted(enquiry: Enquiry, *, yes: bool, at: datetime) -> None:
    """What no rule decides goes to a planner: a no to a shift she has, a yes that came too late."""
    order = enquiry.order
    if enquiry.status == Status.WON and not yes and order.status == Order.Status.BOOKED:
        follow_ups.found(PlannerTask.Kind.NO_AFTER_WON, order, at=at, substitute=enquiry.substitute)
    if enquiry.status == Status.EXPIRED and yes and enquiry.round == order.round and still_wanted(order, at=at):
        follow_ups.found(PlannerTask.Kind.LATE_YES, order, at=at, substitute=enquiry.substitute)


def still_wanted(order: Order, *, at: datetime) -> bool:
    """A late yes is of use: the order is open, and the policy lets a planner see it."""
    if order.status != Order.Status.OPEN or order.starts <= at:
        return False
    return Policy.objects.in_force(order.workplace).late_yes is LateYes.SHOW


def _became(enquiry: Enquiry, status: Enquiry.Status, *, by: User, at: datetime) -> Enquiry:
    enquiry.status, enquiry.answered_at = status, at
    enquiry.save(update_fields=["status", "answered_at"])
    area = enquiry.order.workplace.area_id
    record(enquiry, "enquiry.answer", by=by, at=at, area_id=area, order=str(enquiry.order_id), status=status)
    return enquiry
