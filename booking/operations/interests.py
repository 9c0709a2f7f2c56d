"""A substitute would like a shift, or would not any more."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking import eligibility
from booking.models import Advert, Interest, Order
from booking.operations.deciding import decision, lock
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from booking.rules import Channel, Weight
from people.history import record
from people.models import Substitute, User


@decision
def register(order: Order, substitute: Substitute, *, by: User, at: datetime) -> Interest:
    """Register her interest in an advertised order; twice is once, and a withdrawn one is taken up again."""
    substitute, order = lock(substitute, order)
    if order.status != Order.Status.OPEN or order.starts <= at:
        raise AlreadyTaken(_("Passet är inte längre ledigt."))
    if not Advert.objects.filter(order=order, closed_at=None).exists():
        raise AlreadyTaken(_("Passet finns inte längre i Lediga jobb."))
    verdict = eligibility.of_one(order, substitute, channel=Channel.ASKED)
    if not verdict.possible:
        raise CannotBook(*verdict.weighing(Weight.HARD))
    interest, new = Interest.objects.get_or_create(
        order=order, substitute=substitute, round=order.round, defaults={"registered_at": at, "changed_at": at}
    )
    taken_up = interest.status == Interest.Status.WITHDRAWN
    if taken_up:
        interest.status, interest.registered_at, interest.changed_at = Interest.Status.REGISTERED, at, at
        interest.save(update_fields=["status", "registered_at", "changed_at"])
    if new or taken_up:
        record(interest, "interest.register", by=by, at=at, area_id=order.workplace.area_id, order=str(order.pk))
    return interest


@decision
def withdraw(interest: Interest, *, by: User, at: datetime) -> Interest:
    """Take an interest back, as long as nobody has decided on it."""
    _substitute, order = lock(interest.substitute, interest.order)
    interest = Interest.objects.get(pk=interest.pk)
    if interest.status == Interest.Status.WITHDRAWN:
        return interest
    if interest.status != Interest.Status.REGISTERED:
        raise Refused(_("Det går inte att ångra: %(status)s.") % {"status": interest.get_status_display()})
    interest.status, interest.changed_at = Interest.Status.WITHDRAWN, at
    interest.save(update_fields=["status", "changed_at"])
    record(interest, "interest.withdraw", by=by, at=at, area_id=order.workplace.area_id, order=str(order.pk))
    return interest
