"""One booking, to read: what was agreed, by whom and when; and what was worked, once it is over."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import Booking
from booking.operations.refusals import Refused
from booking.views.desk import worked_story
from people import access, looking
from people.requests import SignedIn


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The booking's page."""
    return page(request, pk)


def page(request: SignedIn, pk: uuid.UUID, *, refusal: Refused | None = None) -> HttpResponse:
    """It as it stands now, with why something was not done."""
    bookings = Booking.objects.with_places().select_related("booked_by", "ended_by", "attested_by")
    booking, now = access.get(request.user, bookings, pk), timezone.now()
    looking.note_listed([booking.substitute], by=request.user, at=now)
    context: dict[str, Any] = {
        "booking": booking,
        "refusal": refusal,
        "sees_order": access.can(request.user, "view", booking.order),
        "sees_substitute": access.can(request.user, "view", booking.substitute),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Start")},
            {"url": reverse("booking_desk:index"), "label": _("Bokningar")},
            {"url": "", "label": str(booking.substitute)},
        ],
        "header_icon": "calendar-check",
    }
    if booking.ended_at is None and booking.ends <= now:
        told = worked_story.of(booking, now=now)
        context |= {"told": told} | worked_story.deeds(told, booking, request.user)
    return render(request, "booking/desk/booking.html", context, status=409 if refusal else 200)
