"""A run that is made: what it holds by person, what it left out, its file, and taking it back."""

import uuid
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from payroll import files
from payroll.models import PayRun, RunLine
from payroll.operations import runs
from payroll.paxml import decimal
from payroll.told import mark_of
from payroll.views import left_out
from payroll.views.runs import SHOWN, all_runs, reasons, totals
from people import access
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 200  # rows
MEDIA = {"xml": "application/xml", "csv": "text/csv", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row, as it is shown."""

    line: RunLine
    hours: str
    mark: str


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The run."""
    run = access.get(request.user, PayRun.objects.told(), pk)
    page = Paginator(_lines(run), ON_A_PAGE).get_page(request.GET.get("sida"))
    out = list(run.left_out.order_by("booking__starts", "pk")[:SHOWN])
    every = list(run.left_out.values_list("reason", flat=True))
    context = {
        "run": run,
        "page": page,
        "people": _by_person(list(page)),
        "totals": totals(run.sums, run.codes),
        "reasons": reasons(every),
        "left_out": left_out.lines(out),
        "more": len(every) - len(out),
        "taken_back": PayRun.objects.filter(takes_back=run).first(),
        "lacks_personnummer": any(column["source"] == "personnummer" for column in run.recipe["columns"]),
        "may_fetch": access.may(request.user, "payrun.fetch"),
        "may_make": access.may(request.user, "payrun.make"),
    }
    title = _("Körning %(number)s") % {"number": run.number}
    return render(request, "payroll/run.html", context | frame(title, [all_runs()], "download"))


@never_cache
@require_POST
def fetch(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The file, the same each time; who took it is written down first."""
    run = access.get(request.user, PayRun.objects.all(), pk, "fetch")
    try:
        file = runs.fetch(run, by=request.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("payrun:show", run.pk)
    name = files.name_of(run)
    media = f"{MEDIA[name.rpartition('.')[2]]}; charset={run.recipe['encoding']}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=media)


@require_POST
def take_back(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A run of minuses."""
    run = access.get(request.user, PayRun.objects.all(), pk, "make")
    try:
        back = runs.take_back(run, by=request.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("payrun:show", run.pk)
    words = _("Körning %(number)s tar tillbaka körning %(was)s. Lämna båda filerna till lönesystemet, eller ingen.")
    messages.success(request, words % {"number": back.number, "was": run.number})
    return redirect("payrun:show", back.pk)


def _lines(run: PayRun) -> "QuerySet[RunLine]":
    return run.lines.select_related("shift__substitute__user").order_by("number")


def _by_person(lines: list[RunLine]) -> list[tuple[str, str, list[Row]]]:
    """Each person with her employment number, which is empty for whoever is protected, and her rows."""
    found = []
    for _key, hers in groupby(lines, key=lambda line: line.shift.substitute_id):
        rows = [
            Row(line, decimal(line.hundredths, _(",")), mark_of(line.takes_back_id, line.shift.replaces_id))
            for line in hers
        ]
        shift = rows[0].line.shift
        found.append((str(shift.substitute), shift.employee_number, rows))
    return found
