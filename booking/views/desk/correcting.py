"""Rätta tiden, and attestera: what a planner or payroll does about one shift that is over."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.correcting import CorrectForm
from booking.forms.several_shifts import SeenForm
from booking.models import Booking
from booking.operations import attendance, worked_time
from booking.operations.refusals import Refused
from booking.views.desk import booking as booking_page
from booking.views.desk import worked_story
from booking.views.desk.worked_rows import booked_work
from booking.views.desk.worked_story import Story
from booking.views.desk.worked_words import difference, signed
from people import access
from people.requests import SignedIn
from people.views import kept
from people.views.desk.page import frame

CORRECT, AGAIN = "correct", "again"
"""The deeds of who has seen what it comes to; all else shows that first."""


@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form; then what it comes to; then it is done."""
    booking, now = _of(request, pk, "correct"), timezone.now()
    if booking.ended_at or booking.ends > now:
        return redirect("booking_desk:inspect", pk)  # whose page says so
    story = worked_story.of(booking, now=now)
    form = CorrectForm(kept.typed(request), booking=booking, stands=story.stands, seen=story.number)
    if request.method != "POST" or request.POST.get("deed") == AGAIN or not form.is_valid():
        return _page(request, booking, story, form, status=422 if form.errors else 200)
    said = {"reason": form.cleaned_data["reason"], "by": request.user, "at": now}
    try:
        if request.POST.get("deed") == CORRECT:
            worked_time.correct(booking, form.told, seen=form.cleaned_data["seen"], **said)
            messages.success(request, _("Tiden är rättad och attesterad."))
            return redirect("booking_desk:inspect", pk)
        worked_time.may_be_corrected(booking, form.told, seen=form.cleaned_data["seen"], at=now)
    except Refused as refusal:
        form.add_error(refusal.beside or None, list(refusal.reasons))
        return _page(request, booking, story, form, status=409)
    return _page(request, booking, story, form, foretold=_foretold(booking, story, form))


@require_POST
def attest(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was worked as it stands on the page."""
    booking, form = _of(request, pk, "attest"), SeenForm(request.POST)
    if not form.is_valid():
        return redirect("booking_desk:inspect", pk)
    seen = {"seen_version": form.cleaned_data["version"], "seen_said": form.cleaned_data["said"]}
    try:
        attendance.attest(booking, by=request.user, at=timezone.now(), **seen)
    except Refused as refusal:
        return booking_page.page(request, pk, refusal=refusal)
    messages.success(request, _("Passet är attesterat."))
    return redirect("booking_desk:inspect", pk)


def _of(request: SignedIn, pk: uuid.UUID, verb: str) -> Booking:
    return access.get(request.user, Booking.objects.with_places().select_related("agreement"), pk, verb)


def _foretold(booking: Booking, story: Story, form: CorrectForm) -> dict[str, Any]:
    """What it comes to: the hours, and how they differ from those that stand and from what was booked."""
    told = form.told
    work = told.work if told else booked_work(booking) * 0
    return {
        "told": told,
        "work": work,
        "more": signed(work - story.stands.work),
        "differs": difference(
            booking.period, booking.break_minutes, told.period if told else None, told.break_minutes if told else 0
        ),
        "kept": [(name, value) for name, value in form.data.items() if name in form.fields],
    }


def _page(
    request: HttpRequest,
    booking: Booking,
    story: Story,
    form: CorrectForm,
    *,
    foretold: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    above = [
        (reverse("worked_desk:index"), _("Arbetad tid")),
        (reverse("booking_desk:inspect", args=[booking.pk]), str(booking.substitute)),
    ]
    context = {"booking": booking, "told": story, "form": form, "foretold": foretold}
    return render(
        request, "booking/desk/worked/correct.html", context | frame(_("Rätta tiden"), above, "edit"), status=status
    )
