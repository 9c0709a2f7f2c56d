"""Stämde passet?: when a shift is over she confirms its time with a tap, writes another, or objects to what stands."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.worked import SeenForm, TimeForm, WordsForm
from booking.models import Booking
from booking.operations import worked_time
from booking.operations.refusals import Refused
from booking.operations.worked_time import Told
from booking.views.substitute import bookings, worked_states
from booking.views.substitute.worked_states import Worked
from people import access
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes

BACK_TO = {"start": "/min-sida/", "bokningar": "booking:bookings"}
"""Where she was when she tapped; else on the shift's own page."""


@for_substitutes
@require_POST
def confirm(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """It was as booked."""
    booking = _of(me, pk)
    seen, said = SeenForm(request.POST).numbers()
    told = Told(booking.period, booking.break_minutes)
    try:
        worked_time.say(booking, told, by=me.user, at=timezone.now(), seen=said, seen_version=seen)
    except Refused as refusal:
        return bookings.shown(request, me, booking, refusal=refusal)
    messages.success(request, _("Tack! Arbetsplatsen ser att tiden stämde."))
    return _back(request, pk)


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """It was another time. Once it is approved the shift's own page says what stands."""
    booking = _of(me, pk)
    worked = _state(booking)
    if worked is None or (request.method != "POST" and not worked.may_say):
        return redirect("booking:booking", pk)
    form = TimeForm(kept.typed(request), booking=booking, stands=_stands(worked))
    refusal = None
    if request.method == "POST" and form.is_valid() and form.told:
        _seen, said = SeenForm(request.POST).numbers()
        try:
            worked_time.say(booking, form.told, by=me.user, at=timezone.now(), seen=said)
        except Refused as refused:
            refusal = None if form.takes(refused) else refused
        else:
            messages.success(request, _("Tiden är skickad. Arbetsplatsen bekräftar den."))
            return redirect("booking:booking", pk)
    context = {"booking": booking, "form": form, "worked": _state(booking), "refusal": refusal}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "booking/substitute/worked_time.html", context, status=status)


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """What stands is wrong, in words to a planner."""
    booking = _of(me, pk)
    worked = _state(booking)
    if worked is None or (request.method != "POST" and worked.may_say):
        return redirect("booking:booking", pk)
    form, refusal = WordsForm(kept.typed(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            worked_time.object_to(booking, note=form.cleaned_data["note"], by=me.user, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Bemanningen får veta att du säger emot tiden."))
            return redirect("booking:booking", pk)
    context = {"booking": booking, "form": form, "worked": worked, "refusal": refusal}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "booking/substitute/worked_objection.html", context, status=status)


def _of(me: Substitute, pk: uuid.UUID) -> Booking:
    return access.get(me.user, bookings.hers(me), pk, "say_time")


def _state(booking: Booking) -> Worked | None:
    return worked_states.of([booking], now=timezone.now()).get(booking.pk)


def _stands(worked: Worked) -> Told:
    """What the form begins from: as she said it herself, else as booked."""
    known, hers = worked.known, worked.said.hers
    return Told(known.period, known.break_minutes, hers.note if hers else "")


def _back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    return redirect(BACK_TO.get(request.POST.get("fran", ""), reverse("booking:booking", args=[pk])))
