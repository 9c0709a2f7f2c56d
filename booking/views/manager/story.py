"""What has been done to an order, as its manager may know it.

The planner's own history says more: why somebody could not come, who said no and which rule gave way are not hers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import Booking, Order
from booking.views.desk.deed_names import NAMES
from booking.views.desk.deeds import told
from people.models import HistoryEntry

OF_THE_ORDER = (
    "order.place", "order.publish", "order.advertise", "order.stop_advertising", "order.ask", "order.ask_in_waves",
    "order.exhausted", "order.release", "order.stop", "order.resume", "order.return", "order.take_up", "order.change",
    "order.cancel", "order.lapse", "order.complete",
)  # fmt: skip
OF_A_BOOKING = (
    "booking.book", "booking.end", "booking.attest", "booking.take_back", "booking.say_time", "booking.correct_time",
    "booking.no_show", "booking.came",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: what, when, and by which colleague."""

    words: str
    at: datetime
    by: str


def of(order: Order) -> list[Step]:
    """The steps, the first first; the order is one that the reader may see."""
    people = {str(row.pk): str(row.substitute) for row in _bookings(order)}
    entries = HistoryEntry.objects.filter(object_id__in=[str(order.pk), *people]).select_related("user")
    return [
        Step(_words(entry, people), entry.timestamp, _by(entry, people))
        for entry in entries.filter(action__in=[*OF_THE_ORDER, *OF_A_BOOKING]).order_by("timestamp", "pk")
    ]


def _bookings(order: Order) -> list[Booking]:
    return list(Booking.objects.filter(order=order).select_related("substitute__user"))


def _words(entry: HistoryEntry, people: Mapping[str, str]) -> str:
    if entry.action in OF_THE_ORDER:
        return told(entry)
    return _("%(deed)s: %(who)s") % {"deed": NAMES[entry.action], "who": people[entry.object_id]}


def _by(entry: HistoryEntry, people: Mapping[str, str]) -> str:
    """Nobody where the system did it, or where the substitute did it herself by her answer."""
    by = str(entry.user) if entry.user else ""
    return "" if by == people.get(entry.object_id) else by
