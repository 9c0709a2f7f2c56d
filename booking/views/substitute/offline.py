"""Her coming shifts as the phone keeps them: what she needs on the day, to be read where there is no network."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import codes
from booking.views.substitute.bookings import hers
from people.models import Substitute
from people.views.answers import secret
from people.views.own import for_substitutes

AHEAD = timedelta(days=14)


@for_substitutes
@require_safe
def without_network(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Fetched and kept by the service worker alone: codes and keys are in it only while she may read them."""
    now = timezone.now()
    coming = hers(me).coming(now=now).filter(starts__lt=now + AHEAD)
    shifts = [(booking, codes.of(booking, me, now=now)["codes"]) for booking in coming]
    page = render(request, "booking/substitute/offline.html", {"shifts": shifts, "now": now})
    return secret(page) if any(shown for _booking, shown in shifts) else page
