"""Samma som i går: the shifts of the last day on which something was ordered, once more."""

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from booking.forms.repeating import RepeatForm, days_ahead
from booking.operations.refusals import Refused
from booking.operations.repeating import repeat
from booking.views.manager import earlier
from booking.views.manager.earlier import Again
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people.models import User
from people.views import kept


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def same_again(request: HttpRequest, me: User) -> HttpResponse:
    """One is its own form, filled in; several are a list to confirm."""
    now = timezone.now()
    today, source = local_day(now), _source(request, me, now=now)
    rows = earlier.of_day(me, source) if source else []
    if request.method != "POST" and len(rows) == 1:
        return redirect(f"{reverse('booking:new_order')}?kopia={rows[0].pk}&dag={today.isoformat()}")
    day = _day(request, today)
    again = earlier.again(rows, day, me=me, now=now)
    chosen = [one.order for one in again if one.is_chosen]
    form = RepeatForm(kept.typed(request), earlier=rows, today=today, chosen=chosen, day=day)
    refused: Sequence[str] = ()
    if request.method == "POST" and form.is_valid():
        refused = _again(form, again, me, at=now)
        if not refused:
            return _placed(request, len(form.orders()))
    context = {"form": form, "again": again, "source": source, "day": day, "days": days_ahead(today)}
    context |= {"refused": refused, "today": today, "ticked": form["rows"].value() or []}
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "booking/manager/same_again.html", context, status=status)


def _again(form: RepeatForm, again: Sequence[Again], me: User, *, at: datetime) -> Sequence[str]:
    """Place them; or why not one of them was."""
    said, wanted = form.cleaned_data, {order.pk for order in form.orders()}
    asked = [(one.order, one.period) for one in again if one.order.pk in wanted and one.period and not one.fault]
    if faults := [one for one in again if one.order.pk in wanted and one.fault]:
        return [f"{one.order.workplace}: {one.fault}" for one in faults]
    try:
        repeat(asked, advertised=said["advertise"], command=said["command"], by=me, at=at)
    except Refused as refusal:
        return refusal.reasons
    return ()


def _placed(request: HttpRequest, number: int) -> HttpResponse:
    words = ngettext("Beställningen är skickad.", "%(n)d beställningar är skickade.", number) % {"n": number}
    messages.success(request, words)
    return redirect("booking:orders")


def _source(request: HttpRequest, me: User, *, now: datetime) -> date | None:
    """The day that the page was about when it was opened, else the last on which something was ordered."""
    asked, today = parsed(request.POST.get("source", "")), local_day(now)
    if asked and today - earlier.LOOKED_BACK <= asked < today:
        return asked
    return earlier.latest_day(me, now=now)


def _day(request: HttpRequest, today: date) -> date:
    """The one that is asked for, if it is one of those that can be."""
    asked = parsed(request.POST.get("day", "") or request.GET.get("dag", ""))
    return asked if asked and asked in dict(days_ahead(today)) else today


def parsed(written: str) -> date | None:
    """The day that is written as 2026-05-13."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
