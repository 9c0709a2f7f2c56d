"""She goes home before the shift is over: what she worked is hers, the rest is a new order."""

import uuid
from datetime import datetime

from django.utils.translation import gettext as _

from booking import notifications
from booking.models import Booking, Order, Policy
from booking.offering import earliest_start
from booking.operations import pay_periods
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from people.history import record
from people.models import User

COPIED = (
    "workplace", "occupation", "reason", "reference", "text", "note", "contact", "group", "enquiry_mode", "placed_by",
)  # fmt: skip


@decision
def shorten(
    booking: Booking,
    until: datetime,
    *,
    by: User,
    at: datetime,
    break_taken: bool = True,
    rest_from: datetime | None = None,
) -> Order | None:
    """Let the booked shift end at `until`; the rest is a new open order, or nothing if none is left of it.

    The break stays with what she worked if she took it, else it goes with the rest. `rest_from` is when somebody else
    can begin; if nobody says, as soon as the policy lets a shift be ordered.
    """
    substitute, order = lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().get(pk=booking.pk)
    booking.order, booking.substitute = order, substitute
    _may_be_shortened(booking, until)
    pay_periods.still_open(booking)
    ends, pause = order.ends, order.break_minutes
    booking.shortened_from = booking.shortened_from or booking.ends
    for row in (booking, order):
        row.ends, row.break_minutes = until, pause if break_taken else 0
    if booking.expected_at and booking.expected_at >= until:
        booking.expected_at = None  # she never came
    order.terms_version += 1
    order.save(update_fields=["ends", "break_minutes", "terms_version"])
    booking.save(update_fields=["ends", "break_minutes", "shortened_from", "expected_at"])
    told = {"order": str(order.pk), "until": until.isoformat(), "from": ends.isoformat()}
    record(booking, "booking.shorten", by=by, at=at, area_id=order.workplace.area_id, **told)
    rest_from = rest_from or max(until, earliest_start(at, Policy.objects.in_force(order.workplace)))
    rest = _rest_of(order, rest_from, ends, pause=0 if break_taken else pause, by=by, at=at)
    notifications.shortened(booking, is_rest_ordered=rest is not None, at=at)
    return rest


def _may_be_shortened(booking: Booking, until: datetime) -> None:
    if booking.ended_at:
        raise Refused(_("Bokningen är redan avslutad."))
    if not booking.starts < until < booking.ends:
        raise Refused(_("Den nya sluttiden måste ligga inom passet."))


def _rest_of(order: Order, starts: datetime, ends: datetime, *, pause: int, by: User, at: datetime) -> Order | None:
    """The same need, from when somebody else can begin; nobody else comes to an introduction."""
    if starts >= ends or order.reason.introduces:
        return None
    rest = Order(starts=starts, ends=ends, break_minutes=pause, placed_at=at)
    for name in COPIED:
        setattr(rest, name, getattr(order, name))
    rest.command = uuid.uuid5(order.command, f"rest {order.terms_version}")
    rest.save(force_insert=True)
    rest.competences.set(order.competences.all())
    record(rest, "order.place", by=by, at=at, area_id=order.workplace.area_id, rest_of=str(order.pk))
    return rest
