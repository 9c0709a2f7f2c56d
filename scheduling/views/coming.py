"""Från schemat: a file is handed in, what would come of it is looked at, and it is let be done; what has come."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people import access
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame
from portal import security_log
from scheduling.formats.facts import Unreadable
from scheduling.forms import ScheduleFileForm
from scheduling.models import ScheduleEvent, ScheduleFile
from scheduling.operations import files
from scheduling.views import lines

ON_A_PAGE, LATEST = 200, 20


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: SignedIn) -> HttpResponse:
    """The form, the files that wait, the latest that were read and the latest messages; then what the file says."""
    if not access.may(request.user, "schedulefile.apply"):
        raise Http404
    now = timezone.now()
    form = ScheduleFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return redirect("schedule:report", files.read(file.name, file.read(), by=request.user, at=now).pk)
        except Unreadable as fault:
            security_log.event("schedule.not_read", request=request, why="unreadable")
            form.add_error("file", str(fault))
    kept = access.scope(request.user, ScheduleFile.objects.select_related("read_by")).defer("facts")
    context = {
        "form": form,
        "waiting": kept.open(now=now).order_by("-read_at"),
        "done": kept.carried_out()[:LATEST],
        "events": access.scope(request.user, ScheduleEvent.objects.defer("facts")).order_by("-received_at")[:LATEST],
    }
    context |= frame(_("Från schemat"), [], "upload")
    return render(request, "scheduling/coming.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_safe
def report(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What would come of each row, or what has."""
    file = _file(request, pk)
    if file.applied_at:
        around = frame(file.filename, [the_page()], "upload")
        return render(request, "scheduling/outcome.html", {"file": file, "counts": file.counts} | around)
    return _shown(request, file)


@require_POST
def carry_out(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Let what was shown be done; the page again if it would be something else by now."""
    file, said = _file(request, pk), request.POST
    told: dict[str, Any] = {"seen": said.get("seen", "") or "?", "leaves_out": "leaves_out" in said}
    try:
        _done, stood = files.carry_out(file, **told, by=request.user, at=timezone.now())
    except files.Moved:
        words = _("Något har ändrats sedan sidan visades. Inget är inläst. Läs igenom, och läs in igen.")
        return _shown(request, _file(request, pk), problem=words)
    except Refused as refused:
        return _shown(request, file, problem=str(refused))
    if stood:
        words = ngettext(
            "%(n)d bokat pass ligger utanför schemat nu. Det gäller, och står i Att göra.",
            "%(n)d bokade pass ligger utanför schemat nu. De gäller, och står i Att göra.",
            len(stood),
        )
        messages.warning(request, words % {"n": len(stood)})
    return redirect("schedule:report", pk)


@require_POST
def throw_away(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was the wrong file."""
    if not files.throw_away(_file(request, pk)):
        messages.error(request, _("Filen är redan inläst."))
        return redirect("schedule:report", pk)
    messages.success(request, _("Filen är borta. Inget är ändrat."))
    return redirect("schedule:index")


def the_page() -> Crumb:
    """The page that the others are below."""
    return reverse("schedule:index"), _("Från schemat")


def _shown(request: SignedIn, file: ScheduleFile, *, problem: str = "") -> HttpResponse:
    found = files.foreseen(file, by=request.user, at=timezone.now())
    page = Paginator(found.lines, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "file": file,
        "plan": found,
        "counts": found.counts,
        "problem": problem,
        "page": page,
        "lines": lines.shown(page.object_list, names=access.may(request.user, "substitute.view")),
    }
    context |= frame(file.filename, [the_page()], "upload")
    return render(request, "scheduling/report.html", context, status=409 if problem else 200)


def _file(request: SignedIn, pk: uuid.UUID) -> ScheduleFile:
    return access.get(request.user, ScheduleFile.objects.select_related("read_by"), pk, "apply")
