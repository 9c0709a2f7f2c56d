"""Kalender: her month, her week as a list, and what is on a day."""

from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import agenda
from booking.entries import Entry
from booking.forms.copying import copy_offer
from booking.forms.last_time import offered
from booking.views.substitute.days import Day, days_with, first_empty
from booking.views.substitute.resource_days import with_resource_time
from booking.weeks import Month, Week, local_day, span_of, within_reach
from people.models import Substitute
from people.views.answers import remember
from people.views.own import for_substitutes

SOON = timedelta(days=14)
SOON_AT_MOST = 4
VIEW_COOKIE: Final = f"{settings.COOKIE_PREFIX}kalender"
AS_MONTH, AS_WEEK = "manad", "vecka"


@for_substitutes
@require_safe
def month(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The month as a table, or the week if that is what she chose the last time and nothing else is asked for."""
    now = timezone.now()
    if "manad" not in request.GET and request.COOKIES.get(VIEW_COOKIE) == AS_WEEK:
        return week_shown(request, me, Week.of(local_day(now)))
    return chosen_view(request, month_shown(request, me, month_asked_for(request, local_day(now))), AS_MONTH)


@for_substitutes
@require_safe
def week(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The week as a list."""
    chosen = week_asked_for(request, local_day(timezone.now()))
    return chosen_view(request, week_shown(request, me, chosen), AS_WEEK)


@for_substitutes
@require_safe
def day(request: HttpRequest, me: Substitute, named: str) -> HttpResponse:
    """What is on a day, and what she may do about it; for the sheet alone if htmx asks."""
    now = timezone.now()
    chosen = day_named(named)
    entries = with_resource_time(agenda.of(me, span_of(chosen, chosen), now=now), me, now=now)
    today = local_day(now)
    [shown] = days_with(entries, [chosen], today=today)
    context = {"day": shown, "today": today, "before": chosen - timedelta(days=1), "after": chosen + timedelta(days=1)}
    template = "partials/day_sheet.html" if request.headers.get("HX-Request") else "day.html"
    return render(request, f"booking/substitute/{template}", context)


def month_shown(request: HttpRequest, me: Substitute, chosen: Month) -> HttpResponse:
    """The table; of this month also what comes soon."""
    now = timezone.now()
    today = local_day(now)
    this_month = chosen == Month.of(today)
    last = max(chosen.last, today + SOON) if this_month else chosen.last
    entries = agenda.of(me, span_of(chosen.first, last), now=now)
    rows = [
        (week, [day if Month.of(day.on) == chosen else None for day in days_with(entries, week.days, today=today)])
        for week in chosen.weeks()
    ]
    ahead = [week for week in chosen.weeks() if week > Week.of(today)]
    empty = first_empty(ahead, entries)
    context = {
        "month": chosen,
        "rows": rows,
        "red": [day for _week, days in rows for day in days if day and day.red],
        "soon": soon(entries, today) if this_month else [],
        "empty": empty,
        "copy_to_empty": copy_offer(me, empty) if empty else None,
        "today": today,
        "form": offered(me, now=now),
        "copy": copy_offer(me, Week.of(today).after),
    }
    return render(request, "booking/substitute/calendar_month.html", context)


def week_shown(request: HttpRequest, me: Substitute, chosen: Week, *, gone: str = "") -> HttpResponse:
    """The list; `gone` says in words that what she asked for is not there."""
    now = timezone.now()
    today = local_day(now)
    entries = with_resource_time(agenda.of(me, chosen.span, now=now), me, now=now)
    is_empty = chosen.sunday >= today and first_empty([chosen], entries) is not None
    context = {
        "week": chosen,
        "days": days_with(entries, chosen.days, today=today),
        "this_week": Week.of(today),
        "today": today,
        "gone": gone,
        "is_empty": is_empty,
        "copy": copy_offer(me, chosen) if is_empty else None,
    }
    return render(request, "booking/substitute/calendar_week.html", context, status=404 if gone else 200)


def chosen_view(request: HttpRequest, answer: HttpResponse, view: str) -> HttpResponse:
    """Remember how she wants to see the calendar, if she has just said so by its tab."""
    if "val" in request.GET:
        remember(answer, VIEW_COOKIE, view)
    return answer


def soon(entries: list[Entry], today: date) -> list[Day]:
    """The next days that have anything in them."""
    dates = sorted({entry.day for entry in entries if entry.day >= today})[:SOON_AT_MOST]
    return days_with(entries, dates, today=today)


def day_named(name: str) -> date:
    """`2026-05-13`; what is no day does not exist."""
    try:
        return within_reach(date.fromisoformat(name))
    except ValueError as error:
        raise Http404 from error


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
