"""Löneperioder: how far each month's worked time has come, and closing a month."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from booking.forms.closing import CloseForm
from booking.forms.worked_narrowing import in_words, latest_months
from booking.models import Booking, PayPeriod
from booking.operations import pay_periods
from booking.operations.refusals import Refused
from booking.weeks import Month, local_day
from booking.worked import months
from booking.worked.months import Numbers
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame


@dataclass(frozen=True, slots=True)
class Row:
    """A month: its numbers, and that it is closed, if it is."""

    month: Month
    numbers: Numbers
    closed: PayPeriod | None
    is_over: bool

    @property
    def name(self) -> str:
        """Maj 2026"""
        return in_words(self.month)


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The latest months, this one first; numbers of her own areas."""
    if not access.may(request.user, "payperiod.view"):
        raise Http404
    now = timezone.now()
    latest = latest_months(now)
    numbers = months.of_months(access.scope(request.user, Booking.objects.all()), latest[-1], latest[0], now=now)
    closed = PayPeriod.objects.filter(first_day__gte=latest[-1].first).select_related("closed_by")
    by_day = {period.first_day: period for period in access.scope(request.user, closed)}
    today = local_day(now)
    context: dict[str, Any] = {
        "rows": [
            Row(month, numbers.get(month, Numbers()), by_day.get(month.first), month.last < today) for month in latest
        ],
        "may_close": access.may(request.user, "payperiod.close"),
    }
    context |= frame(_("Löneperioder"), [], "lock")
    return render(request, "booking/desk/worked/periods.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: SignedIn, name: str) -> HttpResponse:
    """What is left in the month, by area; then it is closed."""
    month = _month(request, name)
    now = timezone.now()
    areas = months.of_areas(Booking.objects.all(), month, now=now)
    left = sum(area.numbers.not_ready for area in areas)
    form = CloseForm(request.POST or None, left=left)
    if form.is_valid():
        try:
            pay_periods.close(month, by=request.user, at=now, seen_left=form.cleaned_data["seen"])
        except Refused as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("%(month)s är stängd.") % {"month": in_words(month)})
            return redirect("payperiod:index")
    context: dict[str, Any] = {"month": month, "name": in_words(month), "areas": areas, "left": left, "form": form}
    context["closed"] = PayPeriod.objects.filter(first_day=month.first).select_related("closed_by").first()
    above = [(reverse("payperiod:index"), _("Löneperioder"))]
    context |= frame(_("Stäng %(month)s") % {"month": in_words(month).lower()}, above, "lock")
    return render(request, "booking/desk/worked/close.html", context, status=422 if form.is_bound else 200)


def _month(request: SignedIn, name: str) -> Month:
    if not access.may(request.user, "payperiod.close"):
        raise Http404
    try:
        return Month.named(name)
    except ValueError as error:
        raise Http404 from error
