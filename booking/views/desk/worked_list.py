"""Arbetad tid: the shifts that are over, by default those that somebody must see to."""

import uuid
from collections.abc import Iterator
from itertools import islice

from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.worked_narrowing import WorkedNarrowing
from booking.models import Booking
from booking.operations import one_by_one
from booking.operations.refusals import Refused
from booking.views.desk import lists, worked_columns, worked_rows
from booking.views.desk.worked_rows import Row
from booking.weeks import local_day
from people import access
from people.exports import Kind, table_response
from people.operations import exporting
from people.requests import SignedIn
from people.views.desk.page import frame

AT_A_TIME = 500
"""So many rows of a file are in memory."""


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The list, the oldest first."""
    return page(request)


def page(request: SignedIn, *, refusal: Refused | None = None) -> HttpResponse:
    """The list as the address narrows it, with why nothing was done to the rows that were chosen."""
    form = WorkedNarrowing(request.GET, user=request.user, now=timezone.now())
    context = lists.narrowed(request, form, hers(request))
    context |= {
        "rows": worked_rows.of([row.pk for row in context["page"].object_list]),
        "may_attest": access.may(request.user, "booking.attest"),
        "may_export": access.may(request.user, "booking.export_time"),
        "at_most": one_by_one.AT_MOST,
        "refusal": refusal,
    }
    context |= frame(_("Arbetad tid"), [], "time")
    return render(request, "booking/desk/worked/list.html", context, status=422 if refusal else 200)


def hers(request: SignedIn) -> QuerySet[Booking]:
    """The bookings whose time she may see to; 404 to whoever has none to."""
    if not access.may(request.user, "booking.correct"):
        raise Http404
    return access.scope(request.user, Booking.objects.all(), "correct")


@require_POST
def export(request: SignedIn, kind: str) -> HttpResponseBase:
    """All that the list shows, as a file; written down before the first row leaves."""
    if not access.may(request.user, "booking.export_time"):
        raise Http404
    form, ending = WorkedNarrowing(request.GET, user=request.user, now=timezone.now()), Kind.named(kind)
    taken = access.scope(request.user, Booking.objects.all(), "export_time")
    rows = form.ordered(form.narrowed(taken))
    counts = dict(rows.order_by().values_list("order__workplace__area").annotate(Count("pk")))
    exporting.noted(
        "booking.export_time", counts, kind=ending.value, narrowed=form.noted(), by=request.user, at=form.now
    )
    columns = worked_columns.of(ending)
    name = f"arbetad-tid-{local_day(form.now).isoformat()}"
    return table_response(columns, _in_parts(rows), name=name, kind=ending)


def _in_parts(rows: QuerySet[Booking]) -> Iterator[Row]:
    keys: Iterator[uuid.UUID] = rows.values_list("pk", flat=True).iterator(AT_A_TIME)
    while part := list(islice(keys, AT_A_TIME)):
        yield from worked_rows.of(part)
