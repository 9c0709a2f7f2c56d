"""Tidbanker: what everyone has in hers, in the reader's areas; also as a file."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking import time_bank
from booking.forms.time_bank import TimeBankNarrowing
from booking.weeks import local_day
from people import access
from people.exports import Column, Kind, table_response
from people.models import Substitute
from people.operations import exporting
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE, IN_A_FILE = 50, 500
Row = Any
"""A substitute, with what `time_bank.of_many` says of her."""


@require_safe
def report(request: SignedIn) -> HttpResponse:
    """The fullest first."""
    form = _asked(request)
    page = Paginator(_rows(form), ON_A_PAGE).get_page(request.GET.get("sida"))
    context: dict[str, Any] = {
        "form": form,
        "chips": form.chips(),
        "query": form.query(),
        "page": page,
        "may_export": access.may(request.user, "order.export"),
    } | frame(_("Tidbanker"), [], "history")
    return render(request, "booking/desk/time_banks.html", context)


@require_POST
def export(request: SignedIn, kind: str) -> HttpResponseBase:
    """All that the report finds, as a file; that it was taken out is in the history."""
    form = _asked(request)
    if not access.may(request.user, "order.export"):
        raise Http404
    chosen, rows = Kind.named(kind), _rows(form)
    areas = {given.area_id for given in access.assignments(request.user) if given.area_id}
    counts = dict.fromkeys(sorted(areas, key=str), rows.count())
    exporting.noted("timebank.export", counts, kind=kind, narrowed=form.noted(), by=request.user, at=form.now)
    name = f"tidbanker-{local_day(form.now).isoformat()}"
    return table_response(_columns(), rows.iterator(chunk_size=IN_A_FILE), name=name, kind=chosen)


def _asked(request: SignedIn) -> TimeBankNarrowing:
    if not access.may(request.user, "timebankentry.view"):
        raise Http404
    return TimeBankNarrowing(request.GET, user=request.user, now=timezone.now())


def _rows(form: TimeBankNarrowing) -> QuerySet[Substitute]:
    hers = access.scope(form.user, Substitute.objects.select_related("user"))
    kept = time_bank.of_many(hers, on=local_day(form.now), now=form.now)
    return form.ordered(form.narrowed(kept))


def _columns() -> Sequence[Column[Row]]:
    return [
        Column("employee_number", _("Anställningsnummer"), lambda row: row.employee_number, width=20),
        Column("substitute", _("Vikarie"), str, width=26),
        Column("minutes", _("Saldo, minuter"), lambda row: row.minutes, width=16),
        Column("hours", _("Saldo, timmar"), lambda row: round(row.minutes / time_bank.HOUR, 2), width=16),
        Column("lowest", _("Lägst, timmar"), lambda row: -row.debt // time_bank.HOUR, width=14),
        Column("highest", _("Högst, timmar"), lambda row: row.cap // time_bank.HOUR, width=14),
    ]
