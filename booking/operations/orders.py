"""An order's life: placed, offered in Lediga jobb, taken away, over."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking import notifications
from booking.models import Advert, Booking, EndReason, Order, OrderGroup
from booking.operations import bookings, introducing, offers, wishes
from booking.operations.deciding import decision, locked_order, locked_substitutes
from booking.operations.refusals import Refused
from people.history import record
from people.models import Competence, User

Placed = TypeVar("Placed", Order, OrderGroup)


@transaction.atomic
def place(
    order: Order,
    *,
    competences: Collection[Competence] = (),
    advertised: bool = False,
    draft: bool = False,
    command: uuid.UUID,
    by: User,
    at: datetime,
) -> Order:
    """Place a new order, out in Lediga jobb from the start if so wanted; a draft is nobody's to fill yet.

    The same `command` (the key of the form) twice is one order, as it now stands.
    """
    if order.starts <= at:
        raise Refused(_("Passet måste börja senare än nu."))
    introducing.for_one(order)
    order.command, order.placed_by, order.placed_at = command, by, at
    order.status = Order.Status.DRAFT if draft else Order.Status.OPEN
    try:
        with transaction.atomic():
            order.save(force_insert=True)
    except IntegrityError:
        if placed := Order.objects.filter(command=command).first():
            return _hers(placed, by=by)
        raise
    order.competences.set(competences)
    record(order, "order.place", by=by, at=at, area_id=order.workplace.area_id)
    if advertised and not draft:
        advertise(order, by=by, at=at)
    if not draft:
        _set_going(order, by=by, at=at)
    return order


@transaction.atomic
def place_group(
    orders: Sequence[Order],
    *,
    competences: Collection[Competence] = (),
    advertised: bool = False,
    command: uuid.UUID,
    by: User,
    at: datetime,
) -> list[Order]:
    """Place several at once, all or none: three people are three seats, five days are five. The same twice is one."""
    group, is_new = OrderGroup.objects.get_or_create(command=command, defaults={"placed_by": by, "placed_at": at})
    if not is_new:
        return list(Order.objects.filter(group=_hers(group, by=by)).order_by("starts", "pk"))
    for number, order in enumerate(orders):
        order.group = group
        seat = uuid.uuid5(command, str(number))
        place(order, competences=competences, advertised=advertised, command=seat, by=by, at=at)
    return list(orders)


def _hers(placed: Placed, *, by: User) -> Placed:
    """What the form has placed already; the key of somebody else's form leads nowhere."""
    if placed.placed_by_id != by.pk:
        raise Refused(_("Formuläret har redan skickats av någon annan. Öppna det på nytt."))
    return placed


@decision
def publish(order: Order, *, by: User, at: datetime) -> Order:
    """A draft becomes an order to fill; one that already is stays as it is."""
    locked_substitutes([order.wished_id] if order.wished_id else [])
    order = locked_order(order)
    if order.status == Order.Status.OPEN:
        return order
    if order.status != Order.Status.DRAFT:
        raise Refused(_("Bara ett utkast kan skickas in."))
    if order.starts <= at:
        raise Refused(_("Passet måste börja senare än nu."))
    order.status = Order.Status.OPEN
    order.save(update_fields=["status"])
    record(order, "order.publish", by=by, at=at, area_id=order.workplace.area_id)
    _set_going(order, by=by, at=at)
    return order


def _set_going(order: Order, *, by: User, at: datetime) -> None:
    """The one who is wished for first; else the portal fills it, if it may."""
    if order.wished_id and order.wished_until:
        wishes.ask_first(order, by=by, at=at)
    elif order.allow_direct:
        async_task("booking.tasks.fill", str(order.pk))


@decision
def advertise(order: Order, *, by: User, at: datetime) -> Advert:
    """Put the order out in Lediga jobb; it may already be there."""
    order = locked_order(order)
    still_to_advertise(order, at=at)
    if live := Advert.objects.filter(order=order, closed_at=None).first():
        return live
    advert = Advert.objects.create(order=order, opened_at=at, opened_by=by)
    record(order, "order.advertise", by=by, at=at, area_id=order.workplace.area_id)
    return advert


def still_to_advertise(order: Order, *, at: datetime) -> None:
    """The order needs somebody, has not begun, and nobody has stopped it."""
    if order.status != Order.Status.OPEN or order.starts <= at:
        raise Refused(_("Bara ett pass som saknar vikarie och inte har börjat kan annonseras."))
    if order.stopped_at or order.returned_at:
        raise Refused(_("Passet är stoppat. Starta det igen för att annonsera."))
    introducing.not_offered(order)


@decision
def stop_advertising(order: Order, *, by: User, at: datetime) -> None:
    """Take the order out of Lediga jobb; interests already registered stand."""
    order = locked_order(order)
    if Advert.objects.filter(order=order, closed_at=None).update(closed_at=at):
        record(order, "order.stop_advertising", by=by, at=at, area_id=order.workplace.area_id)


@decision
def cancel(order: Order, *, by: User, at: datetime, note: str, seen_booking: uuid.UUID | None = None) -> Order:
    """The need is gone: end what was booked, close what was offered, tell those concerned.

    `seen_booking` is the booking that the person saw on the page; if another has been made since, she is told first.
    """
    holder = Booking.objects.occupying().filter(order=order).values_list("substitute", flat=True)
    locked_substitutes(list(holder))
    order = locked_order(order)
    if order.status == Order.Status.CANCELLED:
        return order
    still_to_cancel(order)
    booking = Booking.objects.occupying().filter(order=order).select_related("substitute__user").first()
    if booking and booking.pk != seen_booking:
        who = {"who": str(booking.substitute)}
        raise Refused(_("%(who)s har just fått passet. Kontrollera och ta bort igen.") % who)
    ended = bookings.ended_now(order, by=by, at=at, reason=EndReason.ORDER_CANCELLED, note=note)
    _close(order, at=at, status=Order.Status.CANCELLED)
    record(order, "order.cancel", by=by, at=at, area_id=order.workplace.area_id, note=note)
    if ended:
        notifications.order_cancelled(ended, at=at)
    return order


def still_to_cancel(order: Order) -> None:
    """What has been worked stays."""
    if order.status not in {Order.Status.OPEN, Order.Status.BOOKED, Order.Status.DRAFT}:
        raise Refused(_("Passet är redan genomfört och kan inte tas bort."))


@decision
def drop(order: Order, *, at: datetime) -> None:
    """Nobody has it, and it was for one who is not to come: an introduction that came to nothing."""
    order = locked_order(order)
    if order.status == Order.Status.OPEN:
        _close(order, at=at, status=Order.Status.CANCELLED)
        record(order, "order.cancel", by=None, at=at, area_id=order.workplace.area_id)


@decision
def lapse(order: Order, *, at: datetime) -> None:
    """The start has passed and nobody came."""
    order = locked_order(order)
    if order.status == Order.Status.OPEN and order.starts <= at:
        _close(order, at=at, status=Order.Status.LAPSED)
        record(order, "order.lapse", by=None, at=at, area_id=order.workplace.area_id)
        notifications.lapsed(order, at=at)


@decision
def complete(order: Order, *, at: datetime) -> None:
    """The booked shift is over."""
    order = locked_order(order)
    if order.status == Order.Status.BOOKED and order.ends <= at:
        order.status = Order.Status.COMPLETED
        order.save(update_fields=["status"])
        record(order, "order.complete", by=None, at=at, area_id=order.workplace.area_id)


def _close(order: Order, *, at: datetime, status: Order.Status) -> None:
    order.status, order.wished_until = status, None
    order.save(update_fields=["status", "wished_until"])
    offers.withdrawn(order, at=at)
