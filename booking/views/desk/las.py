"""LAS at the desk: who is near a limit, who stopped being booked near one, and who is past one; also as a file."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.las_narrowing import LISTS, NEAR, PASSED, STOPPED, LasNarrowing
from booking.views.desk import las_rows
from booking.views.desk.las_rows import Row, Told
from booking.weeks import local_day
from people import access
from people.exports import Column, Kind, table_response
from people.operations import exporting
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 50


@require_safe
def report(request: SignedIn) -> HttpResponse:
    """The fewest days left first."""
    form = _asked(request)
    page = Paginator(las_rows.of(form, request.user), ON_A_PAGE).get_page(request.GET.get("sida"))
    context: dict[str, Any] = {
        "form": form,
        "chips": form.chips(),
        "query": form.query(),
        "page": page,
        "rows": las_rows.with_dates(list(page.object_list), form, request.user),
        "lists": [(form.query(lista=code), name, code == form.chosen) for code, name in LISTS],
        "is_near": form.chosen == NEAR,
        "has_stopped": form.chosen == STOPPED,
        "is_over": form.chosen == PASSED,
        "may_export": access.may(request.user, "order.export"),
    }
    return render(request, "booking/desk/las.html", context | frame(_("LAS"), [], "calendar-alt"))


@require_POST
def export(request: SignedIn, kind: str) -> HttpResponseBase:
    """All that the list shows, as a file; that it was taken out is in the history."""
    form, chosen = _asked(request), Kind.named(kind)
    if not access.may(request.user, "order.export"):
        raise Http404
    rows = las_rows.with_dates(las_rows.of(form, request.user), form, request.user)
    counts = dict.fromkeys(_areas(request), len(rows))
    exporting.noted("las.export", counts, kind=kind, narrowed=form.noted(), by=request.user, at=form.now)
    return table_response(_columns(), rows, name=f"las-{form.chosen}-{local_day(form.now).isoformat()}", kind=chosen)


def _asked(request: SignedIn) -> LasNarrowing:
    if not access.may(request.user, "substitute.change"):
        raise Http404
    return LasNarrowing(request.GET, user=request.user, now=timezone.now())


def _areas(request: SignedIn) -> list[uuid.UUID]:
    """Those whose people the reader sees."""
    return sorted({given.area_id for given in access.assignments(request.user) if given.area_id}, key=str)


def _columns() -> Sequence[Column[Row]]:
    return [
        Column("employee_number", _("Anställningsnummer"), lambda row: row.substitute.employee_number, width=20),
        Column("substitute", _("Vikarie"), lambda row: str(row.substitute), width=26),
        Column("limit", _("Gräns"), lambda row: row.limit, width=44),
        Column("days", _("Dagar"), lambda row: row.found.days, width=9),
        Column("left", _("Kvar"), lambda row: row.found.left, width=9),
        Column("passed_on", _("Passerades"), lambda row: row.standing.passed_on, width=12),
        Column("if_booked", _("Passeras med det som är bokat"), lambda row: row.standing.if_booked, width=24),
        Column("at_pace", _("Passeras i samma takt"), lambda row: row.standing.at_pace, width=20),
        Column("last_shift", _("Senaste passet"), lambda row: _day(row.last), width=14),
        Column("next_shift", _("Nästa pass"), lambda row: _day(row.coming), width=14),
        Column("asked", _("Frågad sedan dess"), lambda row: row.asked, width=14),
        Column("has_time", _("Har lagt in tid"), lambda row: _("ja") if row.has_time else _("nej"), width=14),
    ]


def _day(shift: Told | None) -> Any:  # noqa: ANN401 (a Cell)
    return local_day(shift.booking.starts) if shift else None
