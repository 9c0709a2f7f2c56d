"""An order's whole history, as its page tells it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import Booking, Call, Enquiry, Interest, Order
from booking.views.desk import changes, since
from booking.views.desk.deeds import told
from people import access
from people.models import HistoryEntry, User

ABOUT_SOMEBODY = (Booking, Interest, Enquiry, Call)
LATEST = 6
"""So many stand on the order's own page; the rest on a page of their own."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done: what, to whom it was about, by whom, when.

    `news` is told to a planner who did not do it; `more` is what it was before and what it is after.
    """

    words: str
    person: str
    by: str
    at: datetime
    news: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The latest deeds, the first of them first, and how many there are before them."""

    deeds: Sequence[Deed]
    earlier: int


def latest(order: Order, *, seen_by: User) -> Story:
    """As much as is read at a glance."""
    deeds = of(order, seen_by=seen_by)
    return Story(deeds[-LATEST:], max(len(deeds) - LATEST, 0))


def of(order: Order, *, seen_by: User) -> list[Deed]:
    """What was done to the order and all that hangs on it, the first first."""
    people = people_by_row(order)
    return [_deed(entry, people, seen_by) for entry in _entries(order, people, seen_by=seen_by)]


def in_sentences(order: Order, entries: Iterable[HistoryEntry], *, seen_by: User) -> list[str]:
    """Deeds as told to somebody who has missed them, a sentence each."""
    people = people_by_row(order)
    sentences = (since.said(entry, people.get(entry.object_id, ""), reader=seen_by) for entry in entries)
    return [sentence for sentence in sentences if sentence]


def _entries(order: Order, rows: Iterable[str], *, seen_by: User) -> Iterable[HistoryEntry]:
    """Those of the order and of the rows that hang on it, that she may see."""
    entries = HistoryEntry.objects.filter(object_id__in=[str(order.pk), *rows])
    return access.scope(seen_by, entries).select_related("user").order_by("timestamp", "pk")


def people_by_row(order: Order) -> Mapping[str, str]:
    """Whom each booking, interest, enquiry and call of the order is about."""
    return {
        str(row.pk): str(row.substitute)
        for model in ABOUT_SOMEBODY
        for row in model._base_manager.filter(order=order).select_related("substitute__user")
    }


def rows_of(order: Order) -> list[str]:
    """What hangs on the order, as messages name it: `booking:<key>`."""
    return [
        f"{model._meta.model_name}:{key}"
        for model in ABOUT_SOMEBODY
        for key in model._base_manager.filter(order=order).values_list("pk", flat=True)
    ]


def _deed(entry: HistoryEntry, people: Mapping[str, str], reader: User) -> Deed:
    person = people.get(entry.object_id, "")
    news = "" if entry.user_id == reader.pk else since.said(entry, person, reader=reader)
    by = entry.user_display_name if entry.user_id else _("Portalen")
    return Deed(told(entry), person, by, entry.timestamp, news, tuple(changes.lines(entry.data)))
