"""A person asked for by name: she has the first word, until a time."""

from datetime import datetime

from django.utils.translation import ngettext
from django_q.tasks import async_task

from booking import eligibility
from booking.models import Enquiry, Order
from booking.operations import bookings, enquiries
from booking.operations.deciding import decision, lock, locked_order
from booking.operations.refusals import Refused
from booking.rules import Channel
from people.history import record
from people.models import Substitute, User


@decision
def ask_first(order: Order, *, by: User, at: datetime) -> Order:
    """Ask the one who is wished for, alone; if she cannot take it, the order is everybody's at once."""
    if order.wished is None or order.wished_until is None:
        return order
    substitute, order = lock(order.wished, order)
    verdict = eligibility.of_one(order, substitute, channel=Channel.ASKED)
    until = order.wished_until
    if until is None or not at < until <= order.starts or not verdict.books_by_itself:
        return _released(order, at=at)
    enquiries.ask(order, [substitute], by=by, at=at, answer_by=until)
    return order


@decision
def reserve(order: Order, substitute: Substitute, *, until: datetime, by: User, at: datetime) -> Order:
    """A planner lets one have the first word until then: she is asked, and nobody else gets the shift by a yes."""
    substitute, order = lock(substitute, order)
    if order.wished_id == substitute.pk and order.wished_until == until:
        return order
    enquiries.still_to_ask_of(order, at=at)
    others = Enquiry.objects.filter(order=order, round=order.round).exclude(substitute=substitute).waiting()
    if waiting := others.count():
        words = ngettext(
            "%(n)d är redan frågad. Stoppa passet först, om en annan ska få första chansen.",
            "%(n)d är redan frågade. Stoppa passet först, om en annan ska få första chansen.",
            waiting,
        )
        raise Refused(words % {"n": waiting})
    verdict = eligibility.of_one(order, substitute, channel=Channel.ASKED, seen_by=by)
    bookings.demand(verdict, by=None, reason="")
    order.wished, order.wished_until = substitute, until
    order.save(update_fields=["wished", "wished_until"])
    told = {"until": until.isoformat()}
    record(order, "order.reserve", by=by, at=at, area_id=order.workplace.area_id, **told)
    enquiries.ask(order, [substitute], by=by, at=at, answer_by=until)
    return order


@decision
def let_others_in(order: Order, *, by: User, at: datetime) -> Order:
    """A planner waits no longer for the one who had the first word; what she was asked she may still answer."""
    order = locked_order(order)
    return _released(order, by=by, at=at) if order.wished_until else order


@decision
def release(order: Order, *, at: datetime) -> Order:
    """She has had her time, or has said no."""
    order = locked_order(order)
    said_no = Enquiry.objects.filter(
        order=order, round=order.round, substitute=order.wished_id, status=Enquiry.Status.NO
    )
    if order.wished_until and (order.wished_until <= at or said_no.exists()):
        return _released(order, at=at)
    return order


def _released(order: Order, *, at: datetime, by: User | None = None) -> Order:
    order.wished_until = None
    order.save(update_fields=["wished_until"])
    record(order, "order.release", by=by, at=at, area_id=order.workplace.area_id)
    if order.allow_direct:
        async_task("booking.tasks.fill", str(order.pk))
    return order
