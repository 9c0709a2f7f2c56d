"""Läs in personal: the system owner hands in a table or the register's file, looks at it, and does it."""

import uuid
from collections import Counter
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import access
from people.exports import Column, Kind, table_response
from people.importing import tables
from people.importing.staff import carrying_out, columns, plan
from people.importing.staff.plan import What
from people.importing.tables import MOST_BYTES
from people.models import RegisteredPerson, StaffImport, User
from people.requests import SignedIn
from people.ss12000 import runs
from people.ss12000.fetching import Unreachable
from people.ss12000.reading import Unreadable
from people.views.desk import staff_lines
from people.views.desk.accounts import the_list
from people.views.desk.page import Crumb, frame
from portal import security_log

ON_A_PAGE = 100
AN_EXAMPLE = {
    "first_name": "Karin", "last_name": "Berg", "email": "karin.berg@alvsunda.example", "phone": "070-174 06 98",
    "born": "1976-03-17", "role": "Bemanningsplanerare", "place": "Hemtjänst", "first": "2026-06-01",
}  # fmt: skip


class StaffFileForm(forms.Form):
    """The file: a table, or the register's own."""

    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("XLSX eller CSV, eller JSON enligt SS 12000. Högst 5 MB."),
        error_messages={"required": gettext_lazy("Välj en fil."), "empty": gettext_lazy("Filen är tom.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.json,text/csv,application/json"}),
    )


@require_http_methods(["GET", "POST"])
def hand_in(request: SignedIn) -> HttpResponse:
    """The form, what a table must hold, and the readings that wait; then what the file says."""
    _only_readers(request)
    form = StaffFileForm(request.POST, request.FILES) if request.method == "POST" else StaffFileForm()
    if form.is_bound and form.is_valid():
        try:
            return redirect("account:staff_report", _read(form.cleaned_data["file"], request.user).pk)
        except (tables.Unreadable, Unreadable) as fault:
            security_log.event("staff.not_read", request=request, why="unreadable")
            form.add_error("file", str(fault))
    waiting = access.scope(request.user, StaffImport.objects.open(now=timezone.now())).order_by("-read_at")
    context = {"form": form, "columns": columns.COLUMNS, "waiting": waiting, "has_register": settings.SS12000["url"]}
    context |= frame(_("Läs in personal"), [the_list()], "upload")
    return render(request, "people/desk/staff.html", context, status=422 if form.is_bound else 200)


@require_safe
def template(request: SignedIn) -> HttpResponseBase:
    """A table to fill in, with the headings and an example."""
    _only_readers(request)
    shown: list[Column[dict[str, str]]] = [
        Column(one.key, one.heading, partial(_cell, key=one.key), width=22) for one in columns.COLUMNS
    ]
    return table_response(shown, [AN_EXAMPLE], name="personal-mall", kind=Kind.XLSX)


@require_POST
def ask_register(request: SignedIn) -> HttpResponse:
    """Read the register itself."""
    _only_readers(request)
    try:
        run = runs.of_interface(by=request.user, at=timezone.now())
    except (Unreadable, Unreachable) as problem:
        messages.error(request, str(problem))
        return redirect("account:staff")
    return redirect("account:staff_report", run.pk)


@require_safe
def report(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What would come of each row; or, when it is being carried out, what has come of them."""
    run = _run(request, pk, "view")
    around = frame(run.filename, [the_list(), _the_page()], "upload")
    if run.ordered_at:
        return render(request, "people/desk/staff_outcome.html", {"run": run} | around)
    lines = sorted(plan.of(run.rows, now=timezone.now()), key=lambda line: line.what is not What.FAULTY)
    counts = Counter(line.what.value for line in lines)
    gone = plan.absent(run.rows) if run.whole else []
    losing = len(gone) + sum(bool(line.gone) for line in lines)
    known = RegisteredPerson.objects.count()
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "run": run,
        "counts": {what.value: counts[what.value] for what in What},
        "useful": len(lines) - counts[What.FAULTY.value] - counts[What.ALIKE.value] + len(gone),
        "page": page,
        "rows": staff_lines.shown(page.object_list),
        "gone": gone,
        "losing": losing,
        "is_spared": losing * 100 > settings.SS12000_MOST_CLOSED * known,
        "limit": settings.SS12000_MOST_CLOSED,
    }
    return render(request, "people/desk/staff_report.html", context | around)


@require_POST
def carry_out(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Let it be done; the faulty rows are left."""
    carrying_out.order(_run(request, pk, "apply"), by=request.user, at=timezone.now())
    return redirect("account:staff_report", pk)


@require_POST
def throw_away(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was the wrong file."""
    if not carrying_out.throw_away(_run(request, pk, "apply")):
        messages.error(request, _("Filen läses redan in."))
        return redirect("account:staff_report", pk)
    messages.success(request, _("Filen är borta. Inget är ändrat."))
    return redirect("account:staff")


def _cell(row: dict[str, str], key: str) -> str:
    return row.get(key, "")


def _read(file: Any, user: User) -> StaffImport:  # noqa: ANN401 (a field of a form)
    content, name, now = file.read(MOST_BYTES + 1), file.name or "", timezone.now()
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen är större än 5 MB. Dela den i flera."))
    if content.lstrip()[:1] == b"{":
        return runs.of_file(name, content, by=user, at=now)
    return carrying_out.read(name, columns.read(content), whole=False, by=user, at=now)


def _only_readers(request: SignedIn) -> None:
    if not access.may(request.user, "staffimport.apply"):
        raise Http404


def _run(request: SignedIn, pk: uuid.UUID, verb: str) -> StaffImport:
    return access.get(request.user, StaffImport.objects.all(), pk, verb)


def _the_page() -> Crumb:
    return reverse("account:staff"), _("Läs in personal")
