"""The planners' lists of orders and of bookings, as they are narrowed, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.forms.narrowing import Narrowing
from booking.forms.order_narrowing import BookingNarrowing, OrderNarrowing
from booking.models import Booking, Order, SavedView
from booking.operations import one_by_one, several_orders
from booking.operations.refusals import Refused
from booking.views.desk import order_rows, saved_views
from booking.views.desk.order_rows import Pages
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Drop:
    """A filter of a list that is empty: what it says, the query without it, and how many rows there are then."""

    words: str
    without: str
    found: int


@require_safe
def orders(request: SignedIn) -> HttpResponse:
    """Orders, the soonest first."""
    return orders_page(request)


def orders_page(request: SignedIn, *, refusal: Refused | None = None) -> HttpResponse:
    """The list as the address narrows it, with why nothing was done to the rows that were chosen."""
    if not access.may(request.user, "order.view"):
        raise Http404
    now = timezone.now()
    form = OrderNarrowing(request.GET, user=request.user, now=now)
    hers = access.scope(request.user, Order.objects.all())
    context = narrowed(request, form, hers)
    context |= {
        "rows": order_rows.of([row.pk for row in context["page"].object_list], now=now),
        "views": saved_views.of(request, SavedView.Of.ORDERS, form.query()),
        "deeds": [deed for deed in several_orders.Deed if access.may(request.user, f"order.{deed.verb}")],
        "at_most": one_by_one.AT_MOST,
        "may_export": access.may(request.user, "order.export"),
        "refusal": refusal,
    }
    context |= frame(_("Beställningar"), [], "clipboard-list")
    return render(request, "booking/desk/list/orders.html", context, status=422 if refusal else 200)


@require_safe
def bookings(request: SignedIn) -> HttpResponse:
    """Bookings, the soonest first."""
    if not access.may(request.user, "booking.view"):
        raise Http404
    form = BookingNarrowing(request.GET, user=request.user, now=timezone.now())
    hers = access.scope(request.user, Booking.objects.all())
    context = narrowed(request, form, hers)
    keys = [row.pk for row in context["page"].object_list]
    context["rows"] = Booking.objects.with_places().filter(pk__in=keys)
    context |= {"may_export": access.may(request.user, "order.export")} | frame(_("Bokningar"), [], "calendar-check")
    return render(request, "booking/desk/list/bookings.html", context)


def narrowed(request: SignedIn, form: Narrowing, hers: Rows) -> dict[str, Any]:
    """The page of the list, what it is narrowed to, and, if it is empty, what each filter is in the way of."""
    pages = Pages(form.ordered(form.narrowed(hers)).only("pk"))
    return {
        "form": form,
        "chips": form.chips(),
        "query": form.query(),
        "page": pages.get_page(request.GET.get("sida")),
        "helps": [] if pages.count else list(_helps(request, form, hers)),
        "now": form.now,
    }


def _helps(request: SignedIn, form: Narrowing, hers: Rows) -> Iterator[Drop]:
    """Each filter that alone is in the way."""
    for chip in form.chips():
        other = type(form)(QueryDict(chip.without), user=request.user, now=form.now)
        if found := Pages(other.ordered(other.narrowed(hers))).count:
            yield Drop(chip.words, chip.without, found)
