"""Timmar: who worked how much where. No statistics but a list with names, for those who may read it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from booking.forms.statistics import SelectionForm
from booking.models import Booking
from booking.statistics import questions
from booking.statistics.selection import Selection
from booking.templatetags.charts import number
from booking.views.desk.follow_up.choosing import follows_up, page, reads_names
from booking.views.desk.follow_up.overview import ON_A_PAGE
from booking.views.desk.follow_up.sheets import Sheet, Shown
from people import access
from people.models import Substitute, User
from people.requests import SignedIn


@dataclass(frozen=True, slots=True)
class Worked:
    """Somebody's shifts at a workplace, and their hours without breaks."""

    key: uuid.UUID
    name: str
    employee_number: str
    workplace: str
    shifts: int
    hours: float


@follows_up
def index(request: SignedIn, form: SelectionForm) -> HttpResponse:
    """The list, a page at a time."""
    if not reads_names(request.user):
        message = "no names for her"
        raise Http404(message)
    context = page(request, form, "statistics:hours")
    if form.is_valid():
        rows = rows_for(request.user, form.selection())
        shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("sida"))
        context |= {"sheet": sheet(named(shown)), "page": shown}
    return render(request, "booking/desk/follow_up/hours.html", context)


def rows_for(user: User, chosen: Selection) -> "QuerySet[Any, Any]":
    """Of bookings and people that she may see."""
    people = access.scope(user, Substitute.objects.all())
    seen = access.scope(user, Booking.objects.filter(substitute__in=people))
    return questions.hours_by_person_and_workplace(seen, chosen)


def named(rows: Iterable[tuple[Any, ...]]) -> list[Worked]:
    """The rows with the names of their people; one query."""
    each = list(rows)
    people = Substitute.objects.select_related("user").in_bulk({row[0] for row in each})
    return [
        Worked(key, str(people[key]), people[key].employee_number, place, shifts, round((minutes - breaks) / 60, 2))
        for key, place, _place, shifts, minutes, breaks in each
    ]


def sheet(rows: list[Worked]) -> Sheet[Worked]:
    """As a table."""
    columns: list[Shown[Worked]] = [
        Shown("substitute", _("Vikarie"), lambda row: row.name, is_number=False),
        Shown("employee_number", _("Anställningsnummer"), lambda row: row.employee_number, is_number=False),
        Shown("workplace", _("Arbetsplats"), lambda row: row.workplace, is_number=False),
        Shown("shifts", _("Pass"), lambda row: row.shifts),
        Shown("hours", _("Timmar utan rast"), lambda row: row.hours, number),
    ]
    return Sheet("timmar", _("Timmar per vikarie och arbetsplats"), columns, rows)
