"""Beställningar: the orders of her own workplaces, and one of them."""

import uuid
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.models import Advert, Order
from booking.models.order import OrderQuerySet
from booking.views.manager import cards, story
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people import access
from people.models import User

ON_A_PAGE = 20


@for_managers
@require_safe
def orders(request: HttpRequest, me: User) -> HttpResponse:
    """Those that lack somebody, those that are filled, and a page of what has been, the latest first."""
    now = timezone.now()
    hers = access.scope(me, Order.objects.all()).with_places()
    past = hers.exclude(pk__in=coming(Order.objects.all(), now=now).values("pk")).order_by("-starts", "pk")
    page = Paginator(past, ON_A_PAGE).get_page(request.GET.get("sida"))
    ahead = cards.of(coming(hers, now=now).order_by("starts", "pk"), seen_by=me)
    context = {
        "unfilled": [card for card in ahead if card.order.status == Order.Status.OPEN],
        "filled": [card for card in ahead if card.order.status == Order.Status.BOOKED],
        "page": page,
        "past": cards.of(page, seen_by=me),
        "today": local_day(now),
        "now": now,
    }
    return render(request, "booking/manager/orders.html", context)


@for_managers
@require_safe
def order(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """One order: what was asked for, how it goes, who comes, and what has been done."""
    found = access.get(me, Order.objects.for_a_list().select_related("placed_by"), pk)
    now = timezone.now()
    context = {
        "card": cards.of([found], seen_by=me)[0],
        "order": found,
        "advertised": Advert.objects.filter(order=found, closed_at=None).exists(),
        "is_coming": is_coming(found, now=now),
        "steps": story.of(found),
        "today": local_day(now),
        "now": now,
    }
    return render(request, "booking/manager/order.html", context)


def coming(orders: OrderQuerySet, *, now: datetime) -> OrderQuerySet:
    """Those that still need somebody, and those that somebody comes to or is at."""
    return orders.filter(Q(status=Order.Status.OPEN, starts__gt=now) | Q(status=Order.Status.BOOKED, ends__gt=now))


def is_coming(order: Order, *, now: datetime) -> bool:
    """Whether it is one of those."""
    needs = order.status == Order.Status.OPEN and order.starts > now
    return needs or (order.status == Order.Status.BOOKED and order.ends > now)
