"""An order as its manager needs it: who comes, or else how the search goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from booking.models import Booking, Order
from booking.views.manager import progress
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


def of(orders: Iterable[Order], *, seen_by: User, now: datetime) -> list[OrderCard]:
    """The cards, in the order given; a constant number of queries. The orders are such as she may see."""
    shown = list(orders)
    holders = access.scope(seen_by, Booking.objects.occupying().filter(order__in=shown)).select_related(
        "substitute__user"
    )
    bookings = {booking.order_id: booking for booking in holders}
    found = progress.of(shown, now=now)
    return [_card(order, bookings.get(order.pk), found.get(order.pk, Progress()), now) for order in shown]


def _card(order: Order, booking: Booking | None, search: Progress, now: datetime) -> OrderCard:
    searches = order.status == Order.Status.OPEN and order.starts > now
    return OrderCard(order, booking, search, progress.in_words(order, search, now=now) if searches else [])
