"""Kalender: her month, and her week as a list."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import agenda
from booking.forms.availability import AvailabilityForm, initial
from booking.views.substitute.days import Day, days_with, first_empty
from booking.weeks import Month, Week, local_day, span_of
from people.models import Substitute
from people.views.own import for_substitutes

SOON = timedelta(days=14)
SOON_AT_MOST = 4


@for_substitutes
@require_safe
def month(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The month as a table; of this month also what comes soon."""
    now = timezone.now()
    today = local_day(now)
    chosen = month_asked_for(request, today)
    this_month = chosen == Month.of(today)
    last = max(chosen.last, today + SOON) if this_month else chosen.last
    entries = agenda.of(me, span_of(chosen.first, last), now=now)
    rows = [
        (week, [day if Month.of(day.on) == chosen else None for day in days_with(entries, week.days, today=today)])
        for week in chosen.weeks()
    ]
    ahead = [week for week in chosen.weeks() if week > Week.of(today)]
    context = {
        "month": chosen,
        "rows": rows,
        "red": [day for _week, days in rows for day in days if day and day.red],
        "soon": soon(entries, today) if this_month else [],
        "empty": first_empty(ahead, entries),
        "today": today,
        "form": AvailabilityForm(initial=initial(today), me=me, now=now),
    }
    return render(request, "booking/substitute/calendar_month.html", context)


@for_substitutes
@require_safe
def week(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The week as a list."""
    return week_shown(request, me, week_asked_for(request, local_day(timezone.now())))


def week_shown(request: HttpRequest, me: Substitute, chosen: Week, *, gone: bool = False) -> HttpResponse:
    """The list; `gone` says that the time which was to be taken away is not there."""
    now = timezone.now()
    today = local_day(now)
    entries = agenda.of(me, chosen.span, now=now)
    context = {
        "week": chosen,
        "days": days_with(entries, chosen.days, today=today),
        "this_week": Week.of(today),
        "today": today,
        "gone": gone,
    }
    return render(request, "booking/substitute/calendar_week.html", context, status=404 if gone else 200)


def soon(entries: list[agenda.Entry], today: date) -> list[Day]:
    """The next days that have anything in them."""
    dates = sorted({entry.day for entry in entries if entry.day >= today})[:SOON_AT_MOST]
    return days_with(entries, dates, today=today)


def month_asked_for(request: HttpRequest, today: date) -> Month:
    """`?manad=2026-05`, or this month."""
    try:
        return Month.named(request.GET.get("manad", ""))
    except ValueError:
        return Month.of(today)


def week_asked_for(request: HttpRequest, today: date) -> Week:
    """`?vecka=2026-W20`, or this week."""
    try:
        return Week.named(request.GET.get("vecka", ""))
    except ValueError:
        return Week.of(today)
