"""One booking, to read: what was agreed, by whom and when."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import Booking
from people import access, looking
from people.requests import SignedIn


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The booking's page."""
    bookings = Booking.objects.with_places().select_related("booked_by", "ended_by")
    booking = access.get(request.user, bookings, pk)
    looking.note_listed([booking.substitute], by=request.user, at=timezone.now())
    context = {
        "booking": booking,
        "sees_order": access.can(request.user, "view", booking.order),
        "sees_substitute": access.can(request.user, "view", booking.substitute),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Start")},
            {"url": reverse("booking_desk:index"), "label": _("Bokningar")},
            {"url": "", "label": str(booking.substitute)},
        ],
        "header_icon": "calendar-check",
    }
    return render(request, "booking/desk/booking.html", context)
