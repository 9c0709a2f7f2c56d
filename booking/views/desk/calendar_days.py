"""Kalender: the days of a year that are not as others, by law and by the municipality's own word."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from booking import holidays
from booking.inconvenient import DayKind
from booking.models import CalendarDay
from booking.weeks import YEARS, local_day
from people import access
from people.forms.days import LIKELY, day_field
from people.forms.scoped import ScopedForm
from people.requests import SignedIn
from people.views.desk.page import frame
from people.views.scoped import ScopedCreate


@dataclass(frozen=True, slots=True)
class Line:
    """A day, what it is and is called, and the municipality's row of it if it has one."""

    day: date
    kind: str
    name: str
    own: CalendarDay | None


class CalendarDayForm(ScopedForm):
    """The day by the browser's own calendar."""

    day = day_field(label=gettext_lazy("Dag"), validators=LIKELY)

    class Meta:
        widgets: dict[str, Any] = {"kind": forms.Select}


class AddDay(ScopedCreate):
    """A day to say something else of, as it stands in the country's calendar."""

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET[name] for name in ("day", "name") if name in self.request.GET}


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """A year; this one unless another is asked for."""
    if not access.may(request.user, "calendarday.change"):
        raise Http404
    this_year, asked = local_day(timezone.now()).year, request.GET.get("ar", "")
    year = {str(year): year for year in YEARS}.get(asked, this_year)
    context = {"year": year, "lines": lines(year, request)} | frame(_("Kalender"), [], "calendar-alt")
    return render(request, "booking/desk/calendar_days.html", context)


def lines(year: int, request: SignedIn) -> list[Line]:
    """The days of the year in order."""
    ours = {row.day: row for row in access.scope(request.user, CalendarDay.objects.filter(day__year=year))}
    words = dict(CalendarDay.Kind.choices)
    names = holidays.red_days(year)
    laws = {
        day: kind for day, kind in holidays.kinds(year).items() if day.year == year and kind is not DayKind.ORDINARY
    }
    return [
        Line(day, str(words[row.kind if row else laws[day]]), row.name if row else names.get(day, ""), row)
        for day in sorted({*laws, *ours})
        for row in [ours.get(day)]
    ]
