"""An order as its manager needs it: who comes, or else how the search goes."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from booking.models import Booking, Order
from booking.views.manager import comers, progress
from booking.views.manager.comers import Comer
from booking.views.manager.progress import Progress
from people import access
from people.models import User


@dataclass(frozen=True, slots=True)
class OrderCard:
    """One order, who has it, and how far the search has come."""

    order: Order
    booking: Booking | None
    progress: Progress
    lines: list[str]
    comer: Comer = field(default_factory=Comer)


def of(orders: Iterable[Order], *, seen_by: User, now: datetime) -> list[OrderCard]:
    """The cards, in the order given; a constant number of queries. The orders are such as she may see."""
    shown = {order.pk: order for order in orders}
    rows = Booking.objects.occupying().filter(order__in=shown).select_related("substitute__user", "attested_by")
    bookings = {booking.order_id: booking for booking in access.scope(seen_by, rows)}
    for booking in bookings.values():
        booking.order = shown[booking.order_id]
    known = comers.of(list(bookings.values()), now=now)
    found = progress.of(list(shown.values()), now=now)
    return [_card(order, bookings.get(key), found.get(key, Progress()), known, now) for key, order in shown.items()]


def _card(
    order: Order, booking: Booking | None, search: Progress, known: Mapping[uuid.UUID, Comer], now: datetime
) -> OrderCard:
    searches = order.status == Order.Status.OPEN and order.starts > now
    lines = progress.in_words(order, search, now=now) if searches else []
    return OrderCard(order, booking, search, lines, known[booking.pk] if booking else Comer())
