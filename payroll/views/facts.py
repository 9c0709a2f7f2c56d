"""Uppgifter från lönesystemet: an officer hands in a file, looks at what would come of it, and lets it be done."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from payroll.forms.facts import FactsFileForm, WhoseForm
from payroll.importing import carrying_out, plan
from payroll.importing.plan import What
from payroll.models import FactsImport
from payroll.views import facts_lines
from people import access
from people.importing.tables import MOST_BYTES, Unreadable
from people.models import Substitute
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame
from portal import security_log

SHOWN, FAULTY_ON_A_PAGE, LATEST = 50, 200, 20


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: SignedIn) -> HttpResponse:
    """The form, the files that wait, and the latest that were read in; then what the file says."""
    _only_importers(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FactsFileForm(*sent, user=request.user)
    if form.is_bound and form.is_valid():
        try:
            return redirect("payfacts:report", _read(request, form).pk)
        except Unreadable as fault:
            security_log.event("pay_facts.not_read", request=request, why="unreadable")
            form.add_error("file", str(fault))
    runs = access.scope(request.user, FactsImport.objects.select_related("layout", "applied_by"))
    waiting = runs.open(now=timezone.now()).order_by("-read_at").defer("rows")
    done = runs.carried_out().defer("rows")[:LATEST]
    context = {"form": form, "whose": WhoseForm(), "waiting": waiting, "done": done}
    context |= frame(_("Uppgifter från lönesystemet"), [], "upload")
    return render(request, "payroll/facts.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_safe
def report(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What would come of the rows, or what has."""
    run = _run(request, pk)
    around = frame(run.filename, [the_page()], "upload")
    if run.applied_at:
        return render(request, "payroll/facts_outcome.html", {"run": run, "counts": run.counts} | around)
    return _shown(request, run)


@require_POST
def carry_out(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Let what was shown be done; the page again if it would be something else by now."""
    run, said = _run(request, pk), request.POST
    try:
        carrying_out.carry_out(
            run, seen=said.get("seen", "") or "?", leaves_out="leaves_out" in said, by=request.user, at=timezone.now()
        )
    except carrying_out.Moved:
        words = _("Något har ändrats sedan sidan visades. Inget är inläst. Läs igenom, och läs in igen.")
        return _shown(request, _run(request, pk), problem=words)
    except Refused as refused:
        return _shown(request, run, problem=str(refused))
    return redirect("payfacts:report", pk)


@require_POST
def throw_away(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was the wrong file."""
    if not carrying_out.throw_away(_run(request, pk)):
        messages.error(request, _("Filen är redan inläst."))
        return redirect("payfacts:report", pk)
    messages.success(request, _("Filen är borta. Inget är ändrat."))
    return redirect("payfacts:index")


@require_safe
def find(request: SignedIn) -> HttpResponse:
    """From an employment number to the page of whose it is."""
    if not access.may(request.user, "monthlypay.view"):
        raise Http404
    form = WhoseForm(request.GET or None)
    if form.is_bound and form.is_valid():
        rows = Substitute.objects.filter(employee_number__iexact=form.cleaned_data["number"])
        if her := access.scope(request.user, rows).first():
            return redirect("payfacts:person", her.pk)
        form.add_error("number", _("Ingen vikarie har det numret."))
    context = {"whose": form} | frame(_("Visa lön och anställningar"), [the_page()], "view")
    return render(request, "payroll/facts_find.html", context, status=422 if form.is_bound else 200)


def the_page() -> Crumb:
    """The page that the others are below."""
    return reverse("payfacts:index"), _("Uppgifter från lönesystemet")


def _read(request: SignedIn, form: FactsFileForm) -> FactsImport:
    file, layout = form.cleaned_data["file"], form.cleaned_data["layout"]
    content = file.read(MOST_BYTES + 1)
    return carrying_out.read(file.name, content, layout, by=request.user, at=timezone.now())


def _shown(request: SignedIn, run: FactsImport, *, problem: str = "") -> HttpResponse:
    found = plan.of(run)
    faulty = Paginator(found.of(What.FAULTY), FAULTY_ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "run": run,
        "plan": found,
        "counts": found.counts,
        "problem": problem,
        "before": carrying_out.read_before(run),
        "changed": facts_lines.shown(run.layout, found.of(What.CHANGED)[:SHOWN]),
        "new": facts_lines.shown(run.layout, found.of(What.NEW)[:SHOWN]),
        "page": faulty,
        "faulty": facts_lines.shown(run.layout, faulty.object_list),
        "limit": SHOWN,
    }
    context |= frame(run.filename, [the_page()], "upload")
    return render(request, "payroll/facts_report.html", context, status=409 if problem else 200)


def _only_importers(request: SignedIn) -> None:
    if not access.may(request.user, "factsimport.apply"):
        raise Http404


def _run(request: SignedIn, pk: uuid.UUID) -> FactsImport:
    return access.get(request.user, FactsImport.objects.select_related("layout", "applied_by"), pk, "apply")
