"""Förslag: the list of them, a new one, and its page."""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking.assistant import proposing, why_in_words
from booking.forms.proposal import AcceptForm, ChangeForm, NewForm, SeenLine
from booking.models import Proposal, ProposalLine
from booking.operations import accepting, proposals
from booking.operations.accepting import Seen
from booking.operations.one_by_one import AT_MOST, How, Outcome
from booking.operations.refusals import Refused
from booking.views.desk import proposal_days, proposal_figures, proposal_grid, proposal_rows
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

LATEST = 50
ALL = "alla"
State = ProposalLine.State


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Open ones first, then those closed."""
    if not access.may(request.user, "proposal.view"):
        raise Http404
    counted = {
        "orders": Count("lines", filter=~Q(lines__state=State.DROPPED)),
        "accepted": Count("lines", filter=Q(lines__state=State.ACCEPTED)),
    }
    rows = access.scope(request.user, Proposal.objects.all()).select_related("made_by").annotate(**counted)
    latest = rows.prefetch_related("areas").order_by("closed_at", "-made_at")[:LATEST]
    listed = sorted(latest, key=lambda row: row.closed_at is not None)
    told = [(row, proposal_days.words(row.first_day, row.last_day)) for row in listed]
    return render(request, "booking/desk/proposal/list.html", {"rows": told} | frame(_("Förslag"), [], "list-ul"))


@require_http_methods(["GET", "POST"])
def new(request: SignedIn) -> HttpResponse:
    """Choose where and when; it is solved at once."""
    if not access.may(request.user, "proposal.change"):
        raise Http404
    asked = {name: request.GET[name] for name in ("vecka", "area") if name in request.GET}
    form = NewForm(request.POST or None, user=request.user, now=timezone.now(), asked=asked)
    if form.is_bound and form.is_valid():
        try:
            return _made(request, form)
        except Refused as refused:
            form.add_error(refused.beside or None, list(refused.reasons))
    around = frame(_("Nytt förslag"), [(reverse("proposal:index"), _("Förslag"))], "list-ul")
    status = 422 if form.errors else 200
    return render(request, "booking/desk/proposal/new.html", {"form": form} | around, status=status)


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Its lines by day, and how good it is."""
    return page(request, access.get(request.user, Proposal.objects.all(), pk))


@require_POST
def solve(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Fill the rest, around what is set by hand."""
    proposal, version = to_change(request, pk), version_of(request)
    try:
        proposing.solve(proposal, version=version, by=request.user, now=timezone.now)
    except Refused as refusal:
        return page(request, proposal, refusal=refusal)
    messages.success(request, _("Resten är löst på nytt."))
    return redirect("proposal:show", proposal.pk)


@require_POST
def accept(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Book the ticked lines, or all that the page showed, one by one."""
    proposal = to_change(request, pk)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        refusal = Refused(*(str(error) for errors in form.errors.values() for error in errors))
        return page(request, proposal, refusal=refusal)
    which = "on_page" if request.POST.get("which") == ALL else "chosen"
    seen: dict[uuid.UUID, SeenLine] = dict(list(form.cleaned_data[which].items())[:AT_MOST])
    if not seen:
        return page(request, proposal, refusal=Refused(_("Kryssa för minst en rad.")))
    rows = ProposalLine.objects.filter(proposal=proposal, pk__in=seen).select_related("proposal")
    lines = rows.select_related("proposal", "order__workplace__area", "substitute__user").order_by(
        "order__starts", "pk"
    )
    became = accepting.accept([Seen(line, *seen[line.pk]) for line in lines], by=request.user, at=timezone.now())
    tell(request, became)
    return redirect("proposal:show", proposal.pk)


@require_POST
def close(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Put it aside; what is accepted stands."""
    proposals.close(to_change(request, pk), by=request.user, at=timezone.now())
    messages.success(request, _("Förslaget är stängt. Det som är godkänt är bokat."))
    return redirect("proposal:index")


def to_change(request: SignedIn, pk: uuid.UUID) -> Proposal:
    """The proposal, if she may change it; else 404."""
    return access.get(request.user, Proposal.objects.all(), pk, "change")


def version_of(request: SignedIn) -> int:
    """What the page showed; 0, which none has, where it says nothing that can be read."""
    form = ChangeForm(request.POST)
    form.full_clean()
    return int(form.cleaned_data.get("version", 0))


def tell(request: SignedIn, became: list[Outcome]) -> None:
    """How many were booked, how many were not."""
    refused = sum(one.how is How.REFUSED for one in became)
    if booked := len(became) - refused:
        words = ngettext("%(n)d rad är godkänd och bokad.", "%(n)d rader är godkända och bokade.", booked)
        messages.success(request, words % {"n": booked})
    if refused:
        words = ngettext(
            "%(n)d rad gick inte. Varför står vid raden.", "%(n)d rader gick inte. Varför står vid dem.", refused
        )
        messages.error(request, words % {"n": refused})


def page(request: SignedIn, proposal: Proposal, *, refusal: Refused | None = None, at: str = "") -> HttpResponse:
    """As it stands now, with what was refused (beside the line `at`) and what was ticked."""
    proposal.refresh_from_db()
    rows = proposal_rows.of(proposal, request.user, now=timezone.now())
    title = _("Förslag %(days)s") % {"days": proposal_days.words(proposal.first_day, proposal.last_day)}
    live = [row for row in rows if row.line.state != State.DROPPED]
    context: dict[str, Any] = {
        "proposal": proposal,
        "areas": list(proposal.areas.order_by("name")),
        "days": proposal_rows.by_day(live),
        "weeks": proposal_grid.weeks(live),
        "dropped": [row for row in rows if row.line.state == State.DROPPED],
        "figures": proposal_figures.of(proposal, rows),
        "wanted": why_in_words.wanted(proposal.wanted),
        "may_change": proposal.closed_at is None and access.can(request.user, "change", proposal),
        "can_accept": any(row.can_accept for row in rows),
        "refusal": refusal,
        "at": at,
        "ticked": {str(each).split(".")[0] for each in request.POST.getlist("chosen")},
        "title": title,
    }
    around = frame(title, [(reverse("proposal:index"), _("Förslag"))], "list-ul")
    return render(request, "booking/desk/proposal/show.html", context | around, status=409 if refusal else 200)


def _made(request: SignedIn, form: NewForm) -> HttpResponse:
    said, now = form.cleaned_data, timezone.now()
    among = Proposal.Among(said["among"])
    proposal = proposals.make(
        list(said["areas"]), form.days(), among=among, command=said["command"], by=request.user, at=now
    )
    if proposal.solved_at is None:
        proposing.solve(proposal, version=proposal.version, by=request.user, now=timezone.now)
    return redirect("proposal:show", proposal.pk)
