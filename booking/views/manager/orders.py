"""Beställningar: the orders of her own workplaces, those placed together, and one of them."""

import uuid
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.models import Advert, Booking, Order
from booking.models.order import OrderQuerySet
from booking.operations.attendance import TAKEN_BACK_WITHIN
from booking.operations.refusals import Refused
from booking.views.manager import cards, live, story, worked
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people import access
from people.models import User

ON_A_PAGE = 10


@for_managers
@require_safe
def orders(request: HttpRequest, me: User) -> HttpResponse:
    """What to do, those sent back to her, those that lack somebody, those that are filled, and what has been."""
    context = _listed(request, me, now=timezone.now())
    if request.headers.get("HX-Request"):
        return live.answer(request, "booking/manager/partials/listed.html", context)
    return render(request, "booking/manager/orders.html", context)


def _listed(request: HttpRequest, me: User, *, now: datetime) -> dict[str, Any]:
    hers = access.scope(me, Order.objects.all()).with_places().select_related("wished__user")
    past = hers.exclude(pk__in=coming(Order.objects.all(), now=now).values("pk")).order_by("-starts", "pk")
    page = Paginator(past, ON_A_PAGE).get_page(request.GET.get("sida"))
    ahead = list(coming(hers, now=now).order_by("starts", "pk"))
    every = cards.of([*ahead, *page], seen_by=me, now=now)
    unfilled = [card for card in every[: len(ahead)] if card.order.status == Order.Status.OPEN]
    to_attest = worked.waiting(me, now=now).count()
    return {
        "returned": [card for card in unfilled if card.order.returned_at],
        "unfilled": [card for card in unfilled if not card.order.returned_at],
        "filled": [card for card in every[: len(ahead)] if card.order.status == Order.Status.BOOKED],
        "page": page,
        "past": every[len(ahead) :],
        "to_attest": to_attest,
        "live": live.of(every, to_attest, asked=request.GET, now=now),
        "today": local_day(now),
        "now": now,
    }


@for_managers
@require_safe
def group(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """What was placed together, in one list: as much of it as is hers."""
    now = timezone.now()
    rows = access.scope(me, Order.objects.filter(group=pk)).for_a_list().select_related("wished__user")
    found = cards.of(rows, seen_by=me, now=now)
    if not found:
        message = "no order of the group is hers"
        raise Http404(message)
    context = {"cards": found, "today": local_day(now), "now": now}
    return render(request, "booking/manager/group.html", context)


@for_managers
@require_safe
def order(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """One order: what was asked for, how it goes, who comes, and what has been done."""
    return shown(request, me, access.get(me, with_all(Order.objects.all()), pk))


def shown(request: HttpRequest, me: User, found: Order, *, refusal: Refused | None = None) -> HttpResponse:
    """The order's page as it stands; `refusal` is why what she asked for was not done."""
    context = _about(request, me, found, now=timezone.now()) | {"refusal": refusal}
    if request.headers.get("HX-Request") and refusal is None:
        return live.answer(request, "booking/manager/partials/about.html", context)
    return render(request, "booking/manager/order.html", context, status=409 if refusal else 200)


def _about(request: HttpRequest, me: User, found: Order, *, now: datetime) -> dict[str, Any]:
    card = cards.of([found], seen_by=me, now=now)[0]
    advertised = Advert.objects.filter(order=found, closed_at=None).exists()
    steps, siblings = story.of(found), others(found, me)
    over = None if is_coming(found, now=now) or card.booking is None else worked.of(card.booking)
    said = over.said.number if over else 0
    changes = (said, advertised, len(steps), is_coming(found, now=now), [one.status for one in siblings])
    return {
        "card": card,
        "order": found,
        "advertised": advertised,
        "is_coming": is_coming(found, now=now),
        "halted": is_halted(found, now=now),
        "steps": steps,
        "others": siblings,
        "live": live.of([card], *changes, asked=request.GET, now=now),
        "worked": over,
        "may_take_back": may_take_back(card.booking, now=now),
        "today": local_day(now),
        "now": now,
    }


def may_take_back(booking: Booking | None, *, now: datetime) -> bool:
    """Whether the time was approved so lately that it can be undone."""
    approved = booking.attested_at if booking else None
    return approved is not None and now - approved <= TAKEN_BACK_WITHIN


def with_all(orders: OrderQuerySet) -> OrderQuerySet:
    """With what the page of one shows."""
    return orders.for_a_list().select_related("placed_by", "wished__user")


def others(order: Order, me: User) -> list[Order]:
    """Those placed together with it, soonest first."""
    if order.group_id is None:
        return []
    siblings = Order.objects.filter(group=order.group_id).exclude(pk=order.pk)
    return list(access.scope(me, siblings).with_places().order_by("starts", "pk"))


def coming(orders: OrderQuerySet, *, now: datetime) -> OrderQuerySet:
    """Those that still need somebody, and those that somebody comes to or is at."""
    return orders.filter(Q(status=Order.Status.OPEN, starts__gt=now) | Q(status=Order.Status.BOOKED, ends__gt=now))


def is_coming(order: Order, *, now: datetime) -> bool:
    """Whether it is one of those."""
    needs = order.status == Order.Status.OPEN and order.starts > now
    return needs or (order.status == Order.Status.BOOKED and order.ends > now)


def is_halted(order: Order, *, now: datetime) -> bool:
    """Whether it needs somebody whom nobody looks for, until she says so."""
    return order.status == Order.Status.OPEN and order.starts > now and bool(order.stopped_at or order.returned_at)
