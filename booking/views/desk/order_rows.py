"""The rows of the orders' list: each with its state and whoever has the shift, in as many queries as for one."""

import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from booking.matching import board
from booking.models import Advert, Booking, Order
from booking.templatetags.shifts import by
from booking.weeks import local_day

ON_A_PAGE = 50
COUNTED = 10_000
"""So many are counted; of more it is said that they are more."""


class Pages(Paginator[Any]):
    """Pages of a list that may be longer than is worth counting."""

    def __init__(self, rows: "QuerySet[Any]") -> None:
        super().__init__(rows, ON_A_PAGE)

    @cached_property
    def counted(self) -> int:
        """How many, or one more than are counted."""
        rows: Any = self.object_list
        return rows.order_by()[: COUNTED + 1].count()

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.counted > COUNTED

    @property
    def count(self) -> int:
        """How many there are pages for."""
        return min(self.counted, COUNTED)


@dataclass(frozen=True, slots=True)
class Row:
    """An order, who has it, and what else is to be said of how far it has come."""

    order: Any  # an Order with the counts that board.with_state gives it
    booking: Booking | None
    advertised: bool
    notes: Sequence[str]

    @property
    def seen(self) -> str:
        """What stands in the list of it, so that what has changed since is noticed."""
        return f"{self.order.pk}.{self.order.terms_version}.{self.booking.pk if self.booking else '-'}"


def of(keys: Sequence[uuid.UUID], *, now: datetime) -> list[Row]:
    """The rows of these orders, in their order; four queries."""
    orders = board.with_state(Order.objects.filter(pk__in=keys).with_places().with_policies(), now=now)
    by_key = {order.pk: order for order in orders}
    held = {booking.order_id: booking for booking in _bookings(keys)}
    out = set(Advert.objects.filter(order__in=keys, closed_at=None).values_list("order", flat=True))
    return [
        Row(by_key[key], held.get(key), key in out, list(_notes(by_key[key], advertised=key in out, now=now)))
        for key in keys
        if key in by_key
    ]


def _bookings(keys: Collection[uuid.UUID]) -> "QuerySet[Booking]":
    return Booking.objects.occupying().filter(order__in=keys).select_related("substitute__user")


def _notes(order: Order, *, advertised: bool, now: datetime) -> Iterator[str]:
    if order.status != Order.Status.OPEN:
        return
    if order.returned_at:
        yield _("Returnerad")
    if order.stopped_at:
        yield _("Stoppad")
    if order.wished_until and order.wished_until > now:
        yield _("Väntar på den önskade till %(when)s") % {"when": by(order.wished_until, local_day(now))}
    if advertised:
        yield _("I Lediga jobb")
