"""What a substitute was told and what she answered, as far as her planner may know of it: see docs/adr/0023.

Of what the portal sends by itself only that it was sent, about which shift of hers, and how it went: never its text,
which may hold a code or an address that is hers alone. The words are shown of what a planner wrote, and of the answers.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.models import Booking, Enquiry, Interest, Order, WorkplaceRequest
from booking.views.desk import writers
from booking.views.desk.substitute import framed, the_substitute
from booking.views.desk.substitute_messages_words import OF_NO_SHIFT, WORDS, WRITTEN
from messaging import entries, looks
from messaging.entries import Told
from messaging.models import InboundMessage, Message
from people import access
from people.models import Substitute, User, Workplace
from people.requests import SignedIn

LATELY = timedelta(days=92)
AT_MOST = 500
"""Of the latest, so that the page is as quick for whoever has been asked every day."""

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class About:
    """What it is about: a workplace of the reader's, and a shift there."""

    workplace: Workplace
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One message, to her or from her."""

    at: datetime
    words: str
    by: str = ""
    text: str = ""
    about: About | None = None
    told: tuple[Told, ...] = ()
    came: InboundMessage | None = None


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The latest first; for those who may write to her."""
    substitute, now = the_substitute(request, pk, "write"), timezone.now()
    lines = sorted(_lines(substitute, request.user, now=now), key=attrgetter("at"), reverse=True)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = framed(request, substitute, "messages", now=now) | {"page": page, "lines": page.object_list}
    return render(request, "booking/desk/substitute_messages.html", context)


def _lines(substitute: Substitute, user: User, *, now: datetime) -> Iterator[Line]:
    since = now - LATELY
    told = Message.objects.filter(recipient=substitute.user, discreet=False, copy_of=None, kind__in=WORDS)
    recent = list(told.filter(posted_at__gt=since).select_related("written_by").order_by("-posted_at")[:AT_MOST])
    known, mine = _about(recent, user), _readable_writers(recent, user)
    seen = [
        one
        for one in recent
        if one.kind in OF_NO_SHIFT or one.written_by_id in mine or any(ref in known for ref in _references(one))
    ]
    for entry in entries.of(seen, {}, now=now):
        yield _line(entry, known)
    written = [one.pk for one in seen if one.written_by_id]
    yield from _answers(substitute, user, written, since=since)


def _line(entry: entries.Entry, known: Mapping[str, About]) -> Line:
    message = entry.message
    by_hand = message.kind == WRITTEN
    return Line(
        at=message.posted_at,
        words=str(WORDS[message.kind]),
        by=str(message.written_by or ""),
        text=looks.without_our_addresses(message.body) if by_hand else "",
        about=known.get(message.about),
        told=entry.told,
    )


def _about(messages: Iterable[Message], user: User) -> dict[str, About]:
    """What each message's `about` stands for, of what the reader may see."""
    keys: dict[str, set[str]] = {}
    for reference in (one for message in messages for one in _references(message)):
        model, _colon, key = reference.partition(":")
        keys.setdefault(model, set()).add(key)
    found: dict[str, About] = {}
    for each in (Booking, Enquiry, Interest):
        hers = each.objects.filter(pk__in=keys.get(each._meta.model_name or "", ()))
        for row in access.scope(user, hers).select_related("order__workplace"):
            found[f"{each._meta.model_name}:{row.pk}"] = About(row.order.workplace, row.order)
    for order in access.scope(user, Order.objects.filter(pk__in=keys.get("order", ()))).select_related("workplace"):
        found[f"order:{order.pk}"] = About(order.workplace, order)
    asked_for = WorkplaceRequest.objects.filter(pk__in=keys.get("workplacerequest", ()))
    for wish in access.scope(user, asked_for).select_related("workplace"):
        found[f"workplacerequest:{wish.pk}"] = About(wish.workplace)
    return found


def _references(message: Message) -> Iterator[str]:
    """What it is about, as `<model>:<key>`; one that tells of several things names each."""
    yield message.about
    yield from (f"enquiry:{key}" for key in message.facts.get("enquiries", ()))
    yield from (f"order:{key}" for key in message.facts.get("orders", ()))
    yield from (f"booking:{key}" for key in message.facts.get("bookings", ()))


def _readable_writers(messages: Iterable[Message], user: User) -> set[int | None]:
    """Those whose words the reader may read, of those who wrote any of it."""
    wrote = {message.written_by_id for message in messages if message.kind == WRITTEN and message.written_by_id}
    return set(writers.read_by(user).filter(pk__in=wrote).values_list("pk", flat=True)) if wrote else set()


def _answers(substitute: Substitute, user: User, written: Iterable[uuid.UUID], *, since: datetime) -> Iterator[Line]:
    """What came from her that a planner must read, and what she answered to what is shown.

    A number that she shares with somebody else tells nothing of who wrote.
    """
    phone = substitute.user.phone
    alone = bool(phone) and not User.objects.filter(phone=phone).exclude(pk=substitute.user_id).exists()
    hers = Q(written_by=substitute.user) | (Q(sender=phone) if alone else Q(pk=None))
    to_read = Q(needs_reader=True, in_answer_to=None) | Q(in_answer_to__in=list(written))
    came = InboundMessage.objects.filter(hers, to_read, received_at__gt=since)
    for one in access.scope(user, came).select_related("settled_by").order_by("-received_at")[:AT_MOST]:
        yield Line(at=one.received_at, words="", text=one.body, came=one)
