"""Pages that look after themselves: what is fetched again comes only when it has changed, and a booking is told once.

The page says what it shows: a mark of it, and which of its orders lacked somebody. Nothing is kept of that here.
"""

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from booking.models import Order
from booking.templatetags.shifts import by
from booking.views.manager.cards import OrderCard
from booking.weeks import local_day

EVERY = 9
"""Seconds between two looks."""

MOST = 60
"""Orders that lack somebody whose booking is told; a page shows hardly more."""

NAMED_BY = 8


@dataclass(frozen=True, slots=True)
class Live:
    """What a page tells of itself when it asks again."""

    mark: str
    lacking: str
    every: int = EVERY
    told: list[str] = field(default_factory=list)


def of(cards: Sequence[OrderCard], *also: object, asked: QueryDict, now: datetime) -> Live:
    """The page as it is now; `also` is what else of it can change, `told` who has been booked since it last asked."""
    lacking = [_name(card.order.pk) for card in cards if card.order.status == Order.Status.OPEN]
    before = set(asked.get("saknade", "").split("."))
    booked = [card for card in cards if card.booking and _name(card.order.pk) in before]
    return Live(_mark(cards, also), ".".join(lacking[:MOST]), told=[_told(card, now) for card in booked])


def answer(request: HttpRequest, part: str, context: dict[str, Any]) -> HttpResponse:
    """What a script is told that asks again: nothing if nothing has changed."""
    live: Live = context["live"]
    if request.GET.get("sett") == live.mark:
        return HttpResponse(status=204)
    for words in live.told:
        messages.success(request, words)
    return render(request, part, context)


def _mark(cards: Iterable[OrderCard], also: tuple[object, ...]) -> str:
    states = [_state(card) for card in cards]
    return hashlib.sha256(repr((states, also)).encode()).hexdigest()[:16]


def _state(card: OrderCard) -> tuple[object, ...]:
    order, booking = card.order, card.booking
    held = booking and (booking.pk, booking.expected_at, booking.no_show, booking.attested_at)
    return (order.pk, order.status, order.terms_version, order.stopped_at, order.returned_at, held, card.lines)


def _name(key: uuid.UUID) -> str:
    return key.hex[-NAMED_BY:]


def _told(card: OrderCard, now: datetime) -> str:
    """Amira Hassan kommer till Solgården i morgon 07.00."""
    when = by(card.order.starts, local_day(now))
    facts = {"who": card.booking and card.booking.substitute, "place": card.order.workplace, "when": when}
    return _("%(who)s är bokad: %(place)s %(when)s.") % facts
