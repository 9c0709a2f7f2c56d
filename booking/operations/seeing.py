"""That nobody decides from an old page: the order is still as it was read there, or nothing is done.

A page holds a mark of the order as it stood (`mark_of`) in each of its forms. The view opens `as_read` around the
operation, and whoever locks the order first under it (`deciding.locked_orders`) compares: under the lock, so that
nothing can come between.
"""

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking, Order
from booking.operations.refusals import Refused
from people.models import HistoryEntry, User

SAME_CLICK = timedelta(seconds=30)
"""What she did herself so short a time ago was the same button, pressed twice: the operation makes nothing of it."""

DIGITS = 10  # of a moment, in seconds, until the year 2286
OF_A_BOOKING = ("pk", "starts", "ends", "no_show", "attested_at", "expected_at")


class Overtaken(Refused):
    """The order is no longer as it was when the page was read, at the moment `since`."""

    def __init__(self, since: datetime) -> None:
        super().__init__(_("Något har hänt med passet sedan du öppnade sidan. Kontrollera och försök igen."))
        self.since = since


@dataclass(slots=True)
class _Read:
    """What a page showed of which order, when, and who acts on it."""

    order: uuid.UUID
    mark: str
    since: datetime
    by: User
    at: datetime
    is_compared: bool = False


_read: ContextVar[_Read | None] = ContextVar("the order as it was read", default=None)


def mark_of(order: Order, held: Booking | None, *, now: datetime) -> str:
    """All that an act can depend on, in a word, and when it was read."""
    return f"{_state(order, held)}-{int(now.timestamp())}"


@contextmanager
def as_read(order: Order, mark: str, *, by: User, at: datetime) -> Iterator[None]:
    """Within it the first lock on the order raises `Overtaken` if it is not as marked; no mark asks nothing."""
    state, _dash, seconds = mark.partition("-")
    if not (state and seconds.isascii() and seconds.isdecimal() and len(seconds) <= DIGITS):
        yield
        return
    token = _read.set(_Read(order.pk, state, datetime.fromtimestamp(int(seconds), UTC), by, at))
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
    if _state(order, held) != read.mark and not _by_the_same_click(order, read):
        raise Overtaken(read.since)


def since(order: Order, moment: datetime) -> list[HistoryEntry]:
    """What has been done to the order and its bookings after the moment, the latest last."""
    keys = [str(key) for key in (order.pk, *order.bookings.values_list("pk", flat=True))]
    entries = HistoryEntry.objects.filter(object_id__in=keys, timestamp__gte=moment)
    return list(entries.select_related("user").order_by("timestamp", "pk"))


def _by_the_same_click(order: Order, read: _Read) -> bool:
    done = since(order, read.since)
    return bool(done) and all(each.user_id == read.by.pk for each in done) and done[-1].timestamp > read.at - SAME_CLICK


def _state(order: Order, held: Booking | None) -> str:
    facts = [getattr(order, field.attname) for field in Order._meta.concrete_fields]
    facts += [getattr(held, name) for name in OF_A_BOOKING] if held else []
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
