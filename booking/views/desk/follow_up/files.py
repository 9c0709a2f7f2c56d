"""Each table of figures as a file: the same cells as on the page, of the same selection, noted in the history."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.statistics import SelectionForm
from booking.statistics import dropped, overview, people
from booking.statistics.selection import Selection
from booking.views.desk.follow_up import hours, las, tables
from booking.views.desk.follow_up.choosing import reads_names
from booking.views.desk.follow_up.overview import areas_sheet, places_of, reason_names, workplaces_of
from booking.views.desk.follow_up.sheets import Sheet
from people import access
from people.exports import Kind, table_response
from people.models import User
from people.operations import exporting
from people.requests import SignedIn

Made = Callable[[Selection, User], Sheet[Any]]


@require_POST
def table(request: SignedIn, code: str, kind: str) -> HttpResponseBase:
    """The table, if there is one of that name that she may take with her."""
    form = SelectionForm(request.GET, user=request.user, now=timezone.now())
    makes, needs = TABLES.get(code, (None, ""))
    if makes is None or not form.areas or not form.is_valid():
        raise Http404
    file_kind = Kind.named(kind)
    if needs and not (reads_names(request.user) and access.may(request.user, needs)):
        raise Http404
    chosen = form.selection()
    sheet = makes(chosen, request.user)
    columns = [column.column for column in sheet.columns]
    rows = dict.fromkeys(chosen.areas, len(sheet.rows))
    asked = {"table": code, "first": str(chosen.stretch.first), "last": str(chosen.stretch.last)}
    exporting.noted("area.export_figures", rows, kind=kind, narrowed=asked, by=request.user, at=form.now)
    name = f"statistik-{code}-{chosen.stretch.first}-{chosen.stretch.last}"
    return table_response(columns, sheet.rows, name=name, kind=file_kind)


def _areas(chosen: Selection, _reader: User) -> Sheet[Any]:
    return areas_sheet(chosen, overview.by_place(chosen), workplaces_of(chosen))


def _reasons(chosen: Selection, _reader: User) -> Sheet[Any]:
    shares = overview.by_place(chosen).reasons
    return tables.named("orsaker", _("Per orsak"), _("Orsak"), reason_names(), shares)


def _places(chosen: Selection, _reader: User) -> Sheet[Any]:
    return tables.places(places_of(chosen, overview.by_place(chosen), workplaces_of(chosen), reason_names()))


def _continuity(chosen: Selection, _reader: User) -> Sheet[Any]:
    names = {key: place.name for key, place in workplaces_of(chosen).items()}
    found = people.continuity(chosen, list(names))
    return tables.continuity([(name, found[key]) for key, name in names.items() if key in found])


def _hours(chosen: Selection, reader: User) -> Sheet[Any]:
    return hours.sheet(hours.named(hours.rows_for(reader, chosen)))


TABLES: dict[str, tuple[Made, str]] = {
    "veckor": (lambda chosen, _reader: tables.weeks(overview.by_start(chosen)), ""),
    "veckodagar": (lambda chosen, _reader: tables.weekdays(overview.by_start(chosen)), ""),
    "nar": (lambda chosen, _reader: tables.when_missing(overview.by_start(chosen)), ""),
    "framforhallning": (lambda chosen, _reader: tables.leads(overview.by_way(chosen)), ""),
    "kanaler": (lambda chosen, _reader: tables.channels(overview.by_way(chosen)), ""),
    "omraden": (_areas, ""),
    "orsaker": (_reasons, ""),
    "tid": (lambda chosen, _reader: tables.time_to_fill(overview.by_way(chosen), overview.before(chosen)), ""),
    "varfor": (lambda chosen, _reader: tables.causes(overview.causes(chosen)), ""),
    "arbetsplatser": (_places, ""),
    "svar": (lambda chosen, _reader: tables.spread(people.spread(chosen)), ""),
    "kontinuitet": (_continuity, ""),
    "las": (lambda chosen, _reader: las.sheet(dropped.counted(dropped.dropped(chosen.of_all_in_the_areas))), ""),
    "timmar": (_hours, "order.export"),
}
"""How each is made, and what besides the figures somebody must be allowed to take it with her."""
