"""The phone list: who was called, and what she said."""

from datetime import datetime, timedelta

from booking.models import Booking, Call, Enquiry, Order, Origin
from booking.operations import bookings, enquiries
from booking.operations.deciding import decision, lock
from people.history import record
from people.models import Substitute, User

SAME_CLICK = timedelta(seconds=30)
"""Nobody is called twice in so short a time: the same button was pressed twice."""


@decision
def note(
    order: Order,
    substitute: Substitute,
    outcome: Call.Outcome,
    *,
    by: User,
    at: datetime,
    text: str = "",
    reason: str = "",
) -> Booking | None:
    """Write down the call. A yes books, by the same rules as a planner's own booking, or nothing is written at all."""
    substitute, order = lock(substitute, order)
    booking = None
    if outcome == Call.Outcome.YES:
        booking = bookings.book(order, substitute, by=by, at=at, origin=Origin.PHONE, reason=reason)
    hers = Call.objects.filter(order=order, substitute=substitute, round=order.round)
    if hers.filter(outcome=outcome, note=text, made_by=by, made_at__gt=at - SAME_CLICK).exists():
        return booking
    call = Call.objects.create(
        order=order, substitute=substitute, round=order.round, outcome=outcome, note=text, made_by=by, made_at=at
    )
    if outcome == Call.Outcome.NO:
        _said_no_to_the_enquiry(order, substitute, at=at)
    told = {"order": str(order.pk), "substitute": str(substitute.pk), "outcome": outcome}
    record(call, "call.note", by=by, at=at, area_id=order.workplace.area_id, **told)
    return booking


def _said_no_to_the_enquiry(order: Order, substitute: Substitute, *, at: datetime) -> None:
    """Who has said no on the phone is not waited for in the enquiry."""
    waiting = Enquiry.objects.filter(order=order, substitute=substitute, round=order.round).waiting().first()
    if waiting:
        waiting.status, waiting.answered_at = Enquiry.Status.NO, at
        waiting.save(update_fields=["status", "answered_at"])
        enquiries.go_on_when_all_have_answered(waiting, at=at)
