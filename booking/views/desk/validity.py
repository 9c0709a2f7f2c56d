"""Giltighet: agreements, competences and records checks that end, and the shifts that need them; also as a file."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.validity_narrowing import DAYS, USUAL, ValidityNarrowing
from booking.templatetags.shifts import exact
from booking.templatetags.staffing import last_day
from booking.views.desk import validity_rows
from booking.views.desk.validity_rows import Row
from booking.weeks import local_day
from people import access
from people.exports import Column, Kind, table_response
from people.operations import exporting
from people.requests import SignedIn
from people.views.desk.page import frame
from people.views.desk.substitutes import the_list
from portal.templatetags.times import day

ON_A_PAGE = 50


@require_safe
def report(request: SignedIn) -> HttpResponse:
    """The first to end first."""
    form = _asked(request)
    page = Paginator(validity_rows.of(form, request.user), ON_A_PAGE).get_page(request.GET.get("sida"))
    validity_rows.with_shifts(list(page.object_list), request.user, now=form.now)
    within = str(form.within)
    context: dict[str, Any] = {
        "form": form,
        "chips": form.chips(),
        "query": form.query(),
        "page": page,
        "days": [(form.query(days="" if value == USUAL else value), name, value == within) for value, name in DAYS],
        "within": form.within,
        "may_export": access.may(request.user, "order.export"),
        "now": form.now,
    }
    context |= frame(_("Giltighet"), [the_list()], "clipboard-list")
    return render(request, "booking/desk/validity.html", context)


@require_POST
def export(request: SignedIn, kind: str) -> HttpResponseBase:
    """All that the report shows, as a file; that it was taken out is in the history."""
    form = _asked(request)
    if not access.may(request.user, "order.export"):
        raise Http404
    chosen = Kind.named(kind)
    rows = validity_rows.with_shifts(validity_rows.of(form, request.user), request.user, now=form.now)
    counts = dict.fromkeys(_areas(request), len(rows))
    exporting.noted("validity.export", counts, kind=kind, narrowed=form.noted(), by=request.user, at=form.now)
    return table_response(_columns(), rows, name=f"giltighet-{local_day(form.now).isoformat()}", kind=chosen)


def _asked(request: SignedIn) -> ValidityNarrowing:
    if not access.may(request.user, "agreement.view"):
        raise Http404
    return ValidityNarrowing(request.GET, user=request.user, now=timezone.now())


def _areas(request: SignedIn) -> list[Any]:
    """Those whose papers the reader sees."""
    return sorted({given.area_id for given in access.assignments(request.user) if given.area_id}, key=str)


def _columns() -> Sequence[Column[Row]]:
    return [
        Column("employee_number", _("Anställningsnummer"), lambda row: row.substitute.employee_number, width=20),
        Column("substitute", _("Vikarie"), lambda row: str(row.substitute), width=26),
        Column("kind", _("Slag"), lambda row: row.kind_name, width=18),
        Column("paper", _("Papper"), lambda row: row.what, width=34),
        Column("last_day", _("Sista dagen"), lambda row: last_day(row.ends), width=12),
        Column("shifts", _("Pass efter"), lambda row: len(row.shifts), width=10),
        Column("first_shift", _("Första passet"), _first_shift, width=40),
    ]


def _first_shift(row: Row) -> str:
    if not row.shifts:
        return ""
    first = row.shifts[0]
    return f"{day(first.starts)} {exact(first.period)}, {first.order.workplace}"
