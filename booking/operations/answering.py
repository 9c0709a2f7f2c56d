"""Her Ja or Nej, what becomes of it, and a Nej that is taken back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from booking.models import Enquiry, Order, Origin, PlannerTask, Policy
from booking.offering import LateYes
from booking.operations import bookings, enquiries, follow_ups, wishes
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from people.history import record
from people.models import User

Status = Enquiry.Status
BY_LINK, BY_PLANNER = "link", "planner"
Became = Callable[[Enquiry.Status], Enquiry]
OPEN_TO_AN_ANSWER = {*Enquiry.ASKED, Status.NO, Status.WAITING_YES}


@decision
def answer(enquiry: Enquiry, *, yes: bool, by: User, at: datetime, way: str = "") -> Enquiry:
    """Take her Ja or Nej. A no may be changed to yes while the order is open; a no after she won changes nothing.

    What became of it is in the status that comes back: `won`, `waiting_yes`, `no`, `lost`, `expired`, `ineligible` …
    `way` is kept in the history: BY_LINK when she is known by the link alone, BY_PLANNER when a planner read her words.
    """
    enquiry = _locked(enquiry)
    if enquiry.status not in OPEN_TO_AN_ANSWER:
        _noted(enquiry, yes=yes, at=at)
        return enquiry
    if enquiry.status == Status.WAITING_YES and yes:
        return enquiry
    became = partial(_became, enquiry, by=by, at=at, way=way)
    if enquiry.answer_by <= at or enquiry.round != enquiry.order.round:
        _noted(became(Status.EXPIRED), yes=yes, at=at)
        return enquiry
    return _yes(enquiry, became, by=by, at=at) if yes else _no(enquiry, became, at=at)


@decision
def take_back_no(enquiry: Enquiry, *, by: User, at: datetime, way: str = "") -> Enquiry:
    """Let the enquiry wait for an answer again, while a yes could still win it; twice is once.

    What the no set going goes on: whoever has been asked since may still be first.
    """
    enquiry = _locked(enquiry)
    if enquiry.status != Status.NO:
        return enquiry
    if not Enquiry.objects.to_think_again(now=at).filter(pk=enquiry.pk).exists():
        late = enquiry.answer_by <= at
        raise Refused(_("Svarstiden är slut. Ditt nej står kvar.") if late else _("Passet är inte ledigt just nu."))
    enquiry.status, enquiry.answered_at = Status.SENT, None
    enquiry.save(update_fields=["status", "answered_at"])
    _record(enquiry, "enquiry.take_back_no", by=by, at=at, way=way)
    return enquiry


def _locked(enquiry: Enquiry) -> Enquiry:
    """The enquiry as it stands now, with its person and its order locked."""
    substitute, order = lock(enquiry.substitute, enquiry.order)
    enquiry = Enquiry.objects.with_places().select_related("asking").get(pk=enquiry.pk)
    enquiry.order, enquiry.substitute = order, substitute
    return enquiry


def _yes(enquiry: Enquiry, became: Became, *, by: User, at: datetime) -> Enquiry:
    if enquiry.order.stopped_at or enquiry.order.returned_at:
        return became(Status.WITHDRAWN)
    if enquiry.asking and enquiry.asking.mode == Policy.Mode.BEST:
        return became(Status.WAITING_YES)
    try:
        bookings.book(enquiry.order, enquiry.substitute, by=by, at=at, origin=Origin.ENQUIRY)
    except AlreadyTaken:
        return became(Status.LOST)
    except CannotBook:
        became(Status.INELIGIBLE)
        enquiries.go_on_when_all_have_answered(enquiry, at=at)
        return enquiry
    return became(Status.WON)


def _no(enquiry: Enquiry, became: Became, *, at: datetime) -> Enquiry:
    became(Status.NO)
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


def _became(enquiry: Enquiry, status: Enquiry.Status, *, by: User, at: datetime, way: str) -> Enquiry:
    enquiry.status, enquiry.answered_at = status, at
    enquiry.save(update_fields=["status", "answered_at"])
    _record(enquiry, "enquiry.answer", by=by, at=at, way=way, status=status)
    return enquiry


def _record(enquiry: Enquiry, action: str, *, by: User, at: datetime, way: str, **facts: object) -> None:
    if way:
        facts["way"] = way
    area = enquiry.order.workplace.area_id
    record(enquiry, action, by=by, at=at, area_id=area, order=str(enquiry.order_id), **facts)
