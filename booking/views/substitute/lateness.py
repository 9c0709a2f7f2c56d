"""She comes late: said on her shift's own page with one tap, or by her own clock."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.lateness import LateForm
from booking.models import Booking
from booking.operations import lateness
from booking.operations.refusals import Refused
from booking.templatetags.shifts import by
from booking.views.substitute.bookings import hers
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """The times to choose from; then she has chosen.

    Nobody is late for a shift that is over, or was ended meanwhile: its own page says what holds.
    """
    booking, now = access.get(me.user, hers(me), pk, "report_late"), timezone.now()
    if request.method != "POST" and (booking.ended_at or booking.ends <= now):
        return redirect("booking:booking", pk)
    form = LateForm(kept.typed(request), booking=booking, now=lateness.this_minute(now))
    if request.method != "POST":
        form.show_by_the_clock()
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            lateness.report(booking, form.cleaned_data["expected"], by=me.user, at=now)
        except Refused as refused:
            refusal = refused
        else:
            when = by(form.cleaned_data["expected"], local_day(now))
            messages.success(request, _("Arbetsplatsen och bemanningen vet att du kommer %(when)s.") % {"when": when})
            return redirect("booking:booking", pk)
    return _page(request, booking, form, refusal)


@for_substitutes
@require_POST
def in_time(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She comes when the shift begins after all."""
    booking, now = access.get(me.user, hers(me), pk, "report_late"), timezone.now()
    try:
        lateness.in_time(booking, by=me.user, at=now)
    except Refused as refusal:
        return _page(request, booking, LateForm(booking=booking, now=now), refusal)
    messages.success(request, _("Arbetsplatsen och bemanningen vet att du kommer i tid."))
    return redirect("booking:booking", pk)


def _page(request: HttpRequest, booking: Booking, form: LateForm, refusal: Refused | None) -> HttpResponse:
    now = timezone.now()
    context = {
        "booking": booking,
        "order": booking.order,
        "form": form,
        "suggestions": list(form.suggestions()),
        "refusal": refusal,
        "opens": lateness.opens(booking),
        "today": local_day(now),
        "now": now,
    }
    status = 409 if refusal else 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/late.html", context, status=status)
