"""What a planner does when somebody has the shift: she went home early, did not come, or worked it."""

import uuid

from django.contrib import messages
from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.desk import AttendanceForm, AttestedForm, BookingForm
from booking.forms.shortening import ShortenForm
from booking.models import Booking, Order
from booking.operations import attendance, shortening
from booking.operations.refusals import Refused
from booking.templatetags.shifts import exact
from booking.views.desk import page
from booking.views.desk.acting import as_read, back_to, booking_of, done, not_filled_in, order_for
from people.requests import SignedIn
from portal.templatetags.times import clock


@require_POST
def shorten(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """She went home before it was over; the rest is an order of its own, whose page comes next."""
    order, now = order_for(request, pk, "view"), timezone.now()
    key = BookingForm(request.POST)
    if not key.is_valid():
        return not_filled_in(request, order, key, place="shorten")
    booking = booking_of(request, order, key.cleaned_data["booking"], "change")
    form = ShortenForm(request.POST, booking=booking)
    if not form.is_valid():
        return page.show(request, order, refusal=page.Refusal([], "shorten", request.POST))
    said = form.cleaned_data
    if booking.shortened_from and booking.ends == said["until"]:
        return back_to(order)  # the same form once more
    try:
        with as_read(request, order):
            rest = shortening.shorten(
                booking,
                said["until"],
                by=request.user,
                at=now,
                break_taken=said["break_taken"],
                rest_from=said["rest_from"],
            )
    except Refused as refusal:
        return page.refused(request, order, refusal, place="shorten")
    messages.success(request, _shortened(booking, form, rest))
    return back_to(rest or order)


@require_POST
def attended(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """She did not come, or she came after all."""
    order, now = order_for(request, pk, "view"), timezone.now()
    form = AttendanceForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="attendance")
    booking = booking_of(request, order, form.cleaned_data["booking"], "change")
    missed = form.cleaned_data["missed"]
    words = _("Det är antecknat att %(who)s inte kom.") if missed else _("Det är antecknat att %(who)s kom.")

    def act() -> None:
        attendance.did_not_come(booking, missed=missed, by=request.user, at=now)

    return done(request, order, act, words % {"who": booking.substitute}, place="attendance")


@require_POST
def attest(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """It is worked as it stands on the page."""
    order, now = order_for(request, pk, "view"), timezone.now()
    form = AttestedForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="attendance")
    booking = booking_of(request, order, form.cleaned_data["booking"], "change")
    said = form.cleaned_data["said"]

    def act() -> None:
        attendance.attest(booking, by=request.user, at=now, seen_said=said)

    return done(request, order, act, _("Passet är attesterat."), place="attendance")


def _shortened(booking: Booking, form: ShortenForm, rest: Order | None) -> str:
    facts = {"who": booking.substitute, "clock": clock(form.cleaned_data["until"])}
    words = _("%(who)s gick hem %(clock)s.") % facts
    if rest is None:
        return words
    return words + " " + _("Resten, %(span)s, är den här nya beställningen.") % {"span": exact(rest.period)}
