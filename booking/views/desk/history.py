"""The whole history of an order on a page of its own: what was done, what was sent of it, and how that went."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import Order
from booking.views.desk import story
from booking.views.desk.acting import order_for
from booking.views.desk.message_names import name_of
from messaging import entries
from messaging.entries import Told
from messaging.models import Message
from people.requests import SignedIn

ON_A_PAGE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A deed, or a message: what, of or to whom, by whom, when; and by which ways it went, and how."""

    at: datetime
    words: str
    person: str
    by: str = ""
    more: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    is_message: bool = False


@require_safe
def history(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """All of it, the latest first, a page at a time."""
    order = order_for(request, pk, "view")
    lines = [*_deeds(order, request), *_messages(order, now=timezone.now())]
    page = Paginator(sorted(lines, key=attrgetter("at"), reverse=True), ON_A_PAGE).get_page(request.GET.get("sida"))
    title = _("Historik")
    context = {
        "order": order,
        "page": page,
        "title": title,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Tavlan")},
            {"url": reverse("order:inspect", args=[order.pk]), "label": str(order.workplace)},
            {"url": "", "label": title},
        ],
        "header_icon": "history",
    }
    return render(request, "booking/desk/history.html", context)


def _deeds(order: Order, request: SignedIn) -> Iterator[Line]:
    for deed in story.of(order, seen_by=request.user):
        yield Line(deed.at, deed.words, deed.person, deed.by if deed.by != deed.person else "", deed.more)


def _messages(order: Order, *, now: datetime) -> Iterator[Line]:
    """What the portal has told about the order and those who were thought of for it: that it went, never its text.

    The order is hers to see, and with it whom it was offered to. What is in a message is the recipient's (adr/0023).
    """
    about = [f"order:{order.pk}", *story.rows_of(order)]
    rows = Message.objects.filter(about__in=about, discreet=False, copy_of=None, due_at__lte=now)
    for entry in entries.of(rows.select_related("recipient").order_by("posted_at", "pk"), {}, now=now):
        message = entry.message
        yield Line(message.posted_at, name_of(message.kind), str(message.recipient), told=entry.told, is_message=True)
