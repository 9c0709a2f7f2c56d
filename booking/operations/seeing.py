"""That nobody decides from an old page: the order is still as it was read there, or nothing is done.

A page holds a mark of the order as it stood (`mark_of`) in each of its forms. The view opens `as_read` around the
operation, and whoever locks the order first under it (`deciding.locked_orders`) compares: under the lock, so that
nothing can come between.
"""

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking, Order
from booking.operations.refusals import Refused
from people.models import HistoryEntry, User
from people.models.history import HistoryQuerySet

SAME_CLICK = timedelta(seconds=30)
"""What she did herself so short a time ago was the same button, pressed twice: the operation makes nothing of it."""

DIGITS = 6
OF_A_BOOKING = ("pk", "starts", "ends", "no_show", "attested_at", "expected_at")


class Overtaken(Refused):
    """The order is no longer as it was when the page was read; `happened` is what was done since."""

    def __init__(self, happened: Sequence[HistoryEntry]) -> None:
        super().__init__(_("Något har hänt med passet sedan du öppnade sidan. Kontrollera och försök igen."))
        self.happened = happened


@dataclass(slots=True)
class _Read:
    """What a page showed of which order, how many deeds ago, and who acts on it."""

    order: uuid.UUID
    state: str
    deeds: int
    by: User
    at: datetime
    is_compared: bool = False


_read: ContextVar[_Read | None] = ContextVar("the order as it was read", default=None)


def mark_of(order: Order, held: Booking | None) -> str:
    """All that an act can depend on, in a word, and how many deeds have led there; two queries."""
    return f"{_state(order, held)}-{_deeds(order).count()}"


def marks_of(orders: Sequence[Order]) -> dict[uuid.UUID, str]:
    """The same of several that nobody has, by order; two queries."""
    bookings = Booking.objects.filter(order__in=orders).values_list("pk", "order")
    order_of = {str(order.pk): order.pk for order in orders} | {str(key): order for key, order in bookings}
    done = HistoryEntry.objects.get_queryset().filter(object_id__in=order_of).values_list("object_id", flat=True)
    deeds = Counter(order_of[key] for key in done)
    return {order.pk: f"{_state(order, None)}-{deeds[order.pk]}" for order in orders}


@contextmanager
def as_read(order: Order, mark: str, *, by: User, at: datetime) -> Iterator[None]:
    """Within it the first lock on the order raises `Overtaken` if it is not as marked; no mark asks nothing."""
    state, _dash, deeds = mark.partition("-")
    if not (state and deeds.isascii() and deeds.isdecimal() and len(deeds) <= DIGITS):
        yield
        return
    token = _read.set(_Read(order.pk, state, int(deeds), by, at))
    try:
        yield
    finally:
        _read.reset(token)


def compare_anew() -> None:
    """Another try of the same decision begins: what the first saw is rolled back."""
    if read := _read.get():
        read.is_compared = False


def compare(locked: Mapping[uuid.UUID, Order]) -> None:
    """Raise `Overtaken` if the order, just locked, is not as it was read; what is then made of it is not asked of."""
    read = _read.get()
    if read is None or read.is_compared or read.order not in locked:
        return
    read.is_compared = True
    order = locked[read.order]
    held = Booking.objects.occupying().filter(order=order).first()
    if _state(order, held) == read.state:
        return
    happened = list(_deeds(order).select_related("user").order_by("timestamp", "pk")[read.deeds :])
    if not _by_the_same_click(happened, read):
        raise Overtaken(happened)


def _deeds(order: Order) -> HistoryQuerySet:
    """What has been done to the order and its bookings."""
    keys = [str(key) for key in (order.pk, *order.bookings.values_list("pk", flat=True))]
    return HistoryEntry.objects.get_queryset().filter(object_id__in=keys)


def _by_the_same_click(happened: Sequence[HistoryEntry], read: _Read) -> bool:
    hers = bool(happened) and all(each.user_id == read.by.pk for each in happened)
    return hers and happened[-1].timestamp > read.at - SAME_CLICK


def _state(order: Order, held: Booking | None) -> str:
    facts = [getattr(order, field.attname) for field in Order._meta.concrete_fields]
    facts += [getattr(held, name) for name in OF_A_BOOKING] if held else []
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
