"""Prognos: the coming four weeks of a planner's areas, a day of one, and a button to count anew."""

import uuid
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forecast import outlook
from booking.models import Forecast
from booking.operations import forecasting
from booking.views.desk import forecast_day, forecast_weeks
from booking.weeks import local_day
from people import access
from people.access import by_role
from people.models import Area, User
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame
from portal.templatetags.times import day as longday

HERS = by_role(area=["pk"])
ICON = "calendar-alt"


def areas(user: User, verb: str = "view") -> list[Area]:
    """Those whose forecast she reads, or counts."""
    reached = HERS(user, frozenset({f"forecast.{verb}"}))
    return list(Area.objects.filter(reached).order_by("name", "pk")) if reached else []


def area_of(user: User, pk: uuid.UUID) -> Area:
    """One of them, or 404."""
    hers = {area.pk for area in areas(user)}
    return access.get(user, Area.objects.filter(pk__in=hers), pk)


def day_named(name: str, *, today: date) -> date:
    """A day that is foreseen, or 404."""
    first, last = outlook.coming(today)
    try:
        day = date.fromisoformat(name)
    except ValueError as nothing:
        raise Http404(name) from nothing
    if not first <= day <= last:
        raise Http404(name)
    return day


def the_list() -> Crumb:
    """The way up."""
    return forecast_weeks.address(), _("Prognos")


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Her areas, a week a row."""
    hers, now = areas(request.user), timezone.now()
    if not hers:
        raise Http404
    context = {
        "areas": forecast_weeks.of(hers, today=local_day(now)),
        "may_count": access.may(request.user, "forecast.count"),
        "weekdays": forecast_weeks.weekdays(),
        "today": local_day(now),
    }
    return render(request, "booking/desk/forecast/weeks.html", context | frame(_("Prognos"), [], ICON))


@require_POST
def count(request: SignedIn) -> HttpResponse:
    """Count her areas now, without waiting for the night."""
    hers, now = areas(request.user, "count"), timezone.now()
    if not hers:
        raise Http404
    for area in hers:
        forecasting.count(area, at=now, by=request.user)
    messages.success(request, _("Prognosen är räknad."))
    return redirect(the_list()[0])


@require_safe
def day(request: SignedIn, pk: uuid.UUID, name: str) -> HttpResponse:
    """A day of an area: by occupation, why, who has time, and who has been asked."""
    area, now = area_of(request.user, pk), timezone.now()
    named = day_named(name, today=local_day(now))
    forecast = Forecast.objects.filter(area=area).first()
    context = {"area": area, "day": named, "forecast": forecast}
    context |= forecast_day.of(request.user, area, named, now=now)
    title = f"{area}, {longday(named)}"
    return render(request, "booking/desk/forecast/day.html", context | frame(title, [the_list()], ICON))
