"""An order as its manager needs it: who comes, or else how the search goes."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q

from booking.models import Booking, Enquiry, Interest, Order
from people import access
from people.models import User


@dataclass(frozen=True, slots=True)
class Progress:
    """How the search goes in this round. Numbers alone: who said no is between her and the planner."""

    asked: int = 0
    no: int = 0
    interested: int = 0


@dataclass(frozen=True, slots=True)
class OrderCard:
    """One order, who has it, and how far the search has come."""

    order: Order
    booking: Booking | None
    progress: Progress


def of(orders: Iterable[Order], *, seen_by: User) -> list[OrderCard]:
    """The cards, in the order given; a constant number of queries. The orders are such as she may see."""
    shown = list(orders)
    holders = access.scope(seen_by, Booking.objects.occupying().filter(order__in=shown)).select_related(
        "substitute__user"
    )
    bookings = {booking.order_id: booking for booking in holders}
    progress = _progress(shown)
    return [OrderCard(order, bookings.get(order.pk), progress.get(order.pk, Progress())) for order in shown]


def _progress(orders: list[Order]) -> Mapping[uuid.UUID, Progress]:
    asked = Enquiry.objects.filter(order__in=orders, round=F("order__round")).values("order")
    numbers = asked.annotate(asked=Count("pk"), said_no=Count("pk", filter=Q(status=Enquiry.Status.NO)))
    enquiries = {row["order"]: (row["asked"], row["said_no"]) for row in numbers}
    live = Interest.objects.live().filter(order__in=orders, round=F("order__round")).values("order")
    interests = {row["order"]: row["interested"] for row in live.annotate(interested=Count("pk"))}
    return {
        key: Progress(*enquiries.get(key, (0, 0)), interests.get(key, 0)) for key in enquiries.keys() | interests.keys()
    }
