"""A person asked for by name: she has the first word, until a time."""

from datetime import datetime

from django_q.tasks import async_task

from booking import eligibility
from booking.models import Enquiry, Order
from booking.operations import enquiries
from booking.operations.deciding import decision, lock, locked_order
from booking.rules import Channel
from people.history import record
from people.models import User


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
def release(order: Order, *, at: datetime) -> Order:
    """She has had her time, or has said no."""
    order = locked_order(order)
    said_no = Enquiry.objects.filter(
        order=order, round=order.round, substitute=order.wished_id, status=Enquiry.Status.NO
    )
    if order.wished_until and (order.wished_until <= at or said_no.exists()):
        return _released(order, at=at)
    return order


def _released(order: Order, *, at: datetime) -> Order:
    order.wished_until = None
    order.save(update_fields=["wished_until"])
    record(order, "order.release", by=None, at=at, area_id=order.workplace.area_id)
    if order.allow_direct:
        async_task("booking.tasks.fill", str(order.pk))
    return order
