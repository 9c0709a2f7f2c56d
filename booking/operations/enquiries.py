"""Asking, and what becomes of the answers. The first yes books."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from booking import eligibility, notifications
from booking.models import Enquiry, Order, Origin
from booking.operations import bookings
from booking.operations.deciding import decision, lock, locked_order, locked_substitutes
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from booking.rules import Channel
from people.history import record
from people.models import Substitute, User


@decision
def ask(
    order: Order, substitutes: Collection[Substitute], *, by: User, at: datetime, answer_by: datetime
) -> list[Enquiry]:
    """Ask those whose yes would book, and who have not been asked in this round; the others are passed over."""
    people = locked_substitutes([substitute.pk for substitute in substitutes])
    order = locked_order(order)
    if order.status != Order.Status.OPEN or order.starts <= at:
        raise AlreadyTaken(_("Passet är inte längre ledigt."))
    if not at < answer_by <= order.starts:
        raise Refused(_("Svarstiden måste ligga mellan nu och passets början."))
    verdicts = eligibility.of_many(order, list(people.values()), channel=Channel.ASKED)
    asked = set(Enquiry.objects.filter(order=order, round=order.round).values_list("substitute", flat=True))
    enquiries = [
        _asked(order, people[substitute.pk], by=by, at=at, answer_by=answer_by)
        for substitute in substitutes
        if substitute.pk not in asked and verdicts[substitute.pk].books_by_itself
    ]
    if enquiries:
        record(order, "order.ask", by=by, at=at, area_id=order.workplace.area_id, number=len(enquiries))
    return enquiries


@decision
def answer(enquiry: Enquiry, *, yes: bool, by: User, at: datetime) -> Enquiry:
    """Take her Ja or Nej. A no may be changed to yes while the order is open; a no after she won changes nothing.

    What became of it is in the status that comes back: `won`, `no`, `lost`, `expired`, `ineligible` …
    """
    substitute, order = lock(enquiry.substitute, enquiry.order)
    enquiry = Enquiry.objects.with_places().get(pk=enquiry.pk)
    enquiry.order, enquiry.substitute = order, substitute
    if enquiry.status not in {Enquiry.Status.SENT, Enquiry.Status.NO}:
        return enquiry
    if enquiry.answer_by <= at or enquiry.round != order.round:
        return _became(enquiry, Enquiry.Status.EXPIRED, by=by, at=at)
    if not yes:
        return _became(enquiry, Enquiry.Status.NO, by=by, at=at)
    try:
        bookings.book(order, substitute, by=by, at=at, origin=Origin.ENQUIRY)
    except AlreadyTaken:
        return _became(enquiry, Enquiry.Status.LOST, by=by, at=at)
    except CannotBook:
        return _became(enquiry, Enquiry.Status.INELIGIBLE, by=by, at=at)
    return _became(enquiry, Enquiry.Status.WON, by=by, at=at)


@decision
def expire(enquiry: Enquiry, *, at: datetime) -> None:
    """The time to answer has run out."""
    _substitute, _order = lock(enquiry.substitute, enquiry.order)
    Enquiry.objects.overdue(now=at).filter(pk=enquiry.pk).update(status=Enquiry.Status.EXPIRED)


def _asked(order: Order, substitute: Substitute, *, by: User, at: datetime, answer_by: datetime) -> Enquiry:
    enquiry = Enquiry.objects.create(
        order=order,
        substitute=substitute,
        round=order.round,
        code=_next_code(substitute),
        asked_by=by,
        asked_at=at,
        answer_by=answer_by,
    )
    notifications.asked(enquiry, at=at)
    return enquiry


def _next_code(substitute: Substitute) -> int:
    """Counted per number, since a phone may be shared; never used again, so that a late answer hits nothing new."""
    same_phone = Enquiry.objects.filter(substitute=substitute)
    if substitute.user.phone:
        same_phone |= Enquiry.objects.filter(substitute__user__phone=substitute.user.phone)
    return 1 + (same_phone.aggregate(last=Max("code"))["last"] or 0)


def _became(enquiry: Enquiry, status: Enquiry.Status, *, by: User, at: datetime) -> Enquiry:
    enquiry.status, enquiry.answered_at = status, at
    enquiry.save(update_fields=["status", "answered_at"])
    area = enquiry.order.workplace.area_id
    record(enquiry, "enquiry.answer", by=by, at=at, area_id=area, order=str(enquiry.order_id), status=status)
    return enquiry
