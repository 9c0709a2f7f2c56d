"""Bokningar: her shifts to come and those that were, each with what she needs on the day."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.models import Absence, Booking, OrderReason
from booking.models.booking import BookingQuerySet
from booking.weeks import local_day
from people import access
from people.models import PayForm, Substitute
from people.views.own import for_substitutes

ON_A_PAGE = 20


@for_substitutes
@require_safe
def bookings(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Those to come, soonest first, and a page of the others, the latest first."""
    now = timezone.now()
    coming = hers(me).coming(now=now)
    past = hers(me).exclude(pk__in=Booking.objects.coming(now=now).values("pk")).order_by("-starts", "pk")
    page = Paginator(past, ON_A_PAGE).get_page(request.GET.get("sida"))
    ill = access.scope(me.user, Absence.objects.of_illness(me, now=now)).exists()
    context = {"coming": coming, "page": page, "today": local_day(now), "now": now, "ill": ill}
    return render(request, "booking/substitute/bookings.html", context)


@for_substitutes
@require_safe
def booking(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One shift. Who is replaced, and why, is nobody's to read here."""
    found = access.get(me.user, hers(me), pk)
    now = timezone.now()
    context = {
        "booking": found,
        "order": found.order,
        "today": local_day(now),
        "now": now,
        "pay_form": dict(PayForm.choices).get(found.terms.get("pay_form", ""), ""),
        "employment": dict(OrderReason.LegalKind.choices).get(found.terms.get("employment", ""), ""),
    }
    return render(request, "booking/substitute/booking.html", context)


def hers(me: Substitute) -> BookingQuerySet:
    """The shifts that are or were hers."""
    return access.scope(me.user, Booking.objects.of(me)).with_places()
