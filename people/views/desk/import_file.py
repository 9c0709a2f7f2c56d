"""Läs in en fil: a planner hands in a file of substitutes, looks at what would come of it, and lets it be done."""

import uuid
from collections import Counter
from functools import partial

from django import forms
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
from people.importing import carrying_out, plan
from people.importing.columns import COLUMNS
from people.importing.plan import What
from people.importing.tables import MOST_BYTES, Unreadable
from people.models import SubstituteImport
from people.requests import SignedIn
from people.views.desk import import_lines
from people.views.desk.page import frame
from people.views.desk.substitutes import the_list
from portal import security_log

ON_A_PAGE = 100
AN_EXAMPLE = {
    "employee_number": "104299", "first_name": "Mira", "last_name": "Lindgren", "born": "1996-03-17",
    "phone": "070-174 06 98", "email": "mira.lindgren@alvsunda.example", "place": "Hemtjänst",
    "occupation": "Undersköterska", "starts": "2026-06-01", "pay_form": "Timlön",
}  # fmt: skip


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("XLSX eller CSV, högst 5 MB och 5 000 rader."),
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom. Första raden ska vara rubriker, och sedan en rad per avtal."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )


@require_http_methods(["GET", "POST"])
def hand_in(request: SignedIn) -> HttpResponse:
    """The form, what a file must hold, and the files that wait; then what the file says."""
    _only_importers(request)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            content = file.read(MOST_BYTES + 1)
            run = carrying_out.read(file.name, content, by=request.user, at=timezone.now())
        except Unreadable as fault:
            security_log.event("substitutes.not_read", request=request, why="unreadable")
            form.add_error("file", str(fault))
        else:
            return redirect("substitute:import_report", run.pk)
    now = timezone.now()
    waiting = access.scope(request.user, SubstituteImport.objects.open(now=now)).order_by("-read_at")
    context = {"form": form, "columns": COLUMNS, "waiting": waiting}
    context |= frame(_("Läs in en fil"), [the_list()], "upload")
    return render(request, "people/desk/import.html", context, status=422 if form.is_bound else 200)


@require_safe
def template(request: SignedIn) -> HttpResponseBase:
    """A file to fill in, with the headings and an example."""
    _only_importers(request)
    return table_response(of_the_file(), [AN_EXAMPLE], name="vikarier-mall", kind=Kind.XLSX)


@require_safe
def report(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What would come of each row; or, when it is being carried out, what has come of them."""
    run = _run(request, pk)
    context: dict[str, object] = {"run": run} | frame(run.filename, [the_list(), _the_page()], "upload")
    if run.ordered_at:
        return render(request, "people/desk/import_outcome.html", context | {"faulty": import_lines.failed(run)})
    lines = plan.of(run.rows, by=request.user)
    counts = Counter(line.what.value for line in lines)
    good = [line for line in lines if line.what is not What.FAULTY]
    context |= {
        "faulty": import_lines.faulty(lines),
        "page": Paginator(good, ON_A_PAGE).get_page(request.GET.get("sida")),
        "counts": {what.value: counts[what.value] for what in What},
        "useful": len(good) - counts[What.ALIKE.value],
    }
    return render(request, "people/desk/import_report.html", context)


@require_POST
def carry_out(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Let it be done; the faulty rows are left."""
    run = _run(request, pk)
    carrying_out.order(run, at=timezone.now())
    return redirect("substitute:import_report", run.pk)


@require_POST
def throw_away(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was the wrong file."""
    run = _run(request, pk)
    carrying_out.throw_away(run)
    if SubstituteImport.objects.filter(pk=pk).exists():
        messages.error(request, _("Filen läses redan in."))
        return redirect("substitute:import_report", pk)
    messages.success(request, _("Filen är borta. Inget är ändrat."))
    return redirect("substitute:import")


@require_safe
def faults(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The faulty rows as a file to mend, with what is wrong in a column of its own."""
    run = _run(request, pk)
    rows = import_lines.failed(run) if run.ordered_at else import_lines.faulty(plan.of(run.rows, by=request.user))
    said = [row.said | {import_lines.WRONG: row.in_words} for row in rows]
    wrong: Column[dict[str, str]] = Column(import_lines.WRONG, _("Fel"), lambda row: row[import_lines.WRONG], width=60)
    return table_response([*of_the_file(), wrong], said, name="vikarier-att-ratta", kind=Kind.XLSX)


def of_the_file() -> list[Column[dict[str, str]]]:
    """The columns of such a file."""
    return [Column(one.key, one.heading, partial(_cell, key=one.key), width=22) for one in COLUMNS]


def _cell(row: dict[str, str], key: str) -> str:
    return row.get(key, "")


def _only_importers(request: SignedIn) -> None:
    if not access.may(request.user, "substitute.import"):
        raise Http404


def _run(request: SignedIn, pk: uuid.UUID) -> SubstituteImport:
    _only_importers(request)
    return access.get(request.user, SubstituteImport.objects.all(), pk)


def _the_page() -> tuple[str, str]:
    return reverse("substitute:import"), _("Läs in en fil")
