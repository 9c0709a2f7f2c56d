"""What she is told after a change of her time, with the way to undo it."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from booking.models import AvailabilityChange, Booking
from booking.templatetags.shifts import exact
from booking.weeks import Week
from portal.templatetags.times import day
from portal.templatetags.toasts import undone_at


def done(request: HttpRequest, words: str, change: AvailabilityChange | None) -> None:
    """It is done; and can be undone, if it changed anything."""
    way_back = undone_at(reverse("booking:undo", args=[change.pk])) if change else ""
    messages.success(request, words, extra_tags=way_back)


def stood(request: HttpRequest, shifts: Sequence[Booking]) -> None:
    """Time that a booked shift needs stays as it was; she is told which."""
    if shifts:
        named = "; ".join(f"{day(shift.starts)} {exact(shift.period)}, {shift.order.workplace}" for shift in shifts)
        messages.warning(request, _("Tid som ett bokat pass behöver ligger kvar: %(shifts)s.") % {"shifts": named})


def address(week: Week) -> str:
    """Where the week is shown."""
    return f"{reverse('booking:week')}?vecka={week}"
