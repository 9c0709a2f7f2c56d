"""An order's whole history, as its page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from booking.models import Booking, Enquiry, Interest, Order
from booking.views.desk.deeds import told
from people import access
from people.models import HistoryEntry, User


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done: what, to whom it was about, by whom, when."""

    words: str
    person: str
    by: str
    at: datetime


def of(order: Order, *, seen_by: User) -> list[Deed]:
    """What was done to the order and all that hangs on it, the first first."""
    people = _people_by_row(order)
    entries = HistoryEntry.objects.filter(object_id__in=[str(order.pk), *people])
    return [
        Deed(told(entry), people.get(entry.object_id, ""), entry.user_display_name, entry.timestamp)
        for entry in access.scope(seen_by, entries).select_related("user").order_by("timestamp", "pk")
    ]


def _people_by_row(order: Order) -> Mapping[str, str]:
    """Whom each booking, interest and enquiry of the order is about."""
    return {
        str(row.pk): str(row.substitute)
        for model in (Booking, Interest, Enquiry)
        for row in model.objects.filter(order=order).select_related("substitute__user")
    }
