"""One line of a proposal: who else could have it, and what is set of it by hand."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.assistant import why_in_words
from booking.forms.proposal import ChangeForm
from booking.models import ProposalLine
from booking.operations import proposal_lines
from booking.operations.refusals import Refused
from booking.views.desk import proposal_candidates, proposal_rows
from booking.views.desk.acting import substitute_for
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

WITH = ("proposal", "order__workplace__area", "order__occupation", "order__reason", "substitute__user")
Change = Callable[..., None]
Words = Callable[[], str]
OF_THE_LINE: Mapping[str, tuple[Change, Words]] = {
    "las-upp": (proposal_lines.unpin, lambda: _("Raden är inte låst längre.")),
    "ta-bort": (proposal_lines.drop, lambda: _("Passet är borttaget ur förslaget.")),
    "ta-tillbaka": (proposal_lines.take_back, lambda: _("Passet är med i förslaget igen.")),
}
OF_SOMEBODY: Mapping[str, tuple[Change, Words]] = {
    "las": (proposal_lines.pin, lambda: _("Låst: %(who)s. Lös resten när du är klar.")),
    "inte": (proposal_lines.forbid, lambda: _("%(who)s väljs inte till passet. Lös resten när du är klar.")),
    "anda": (proposal_lines.allow, lambda: _("%(who)s får väljas igen.")),
}


@require_safe
def show(request: SignedIn, pk: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """Who could have it, the best first."""
    return _page(request, _line(request, pk, line, "view"))


@require_POST
def change(request: SignedIn, pk: uuid.UUID, line: uuid.UUID, deed: str) -> HttpResponse:
    """Set something by hand; or the line's page, with why not."""
    row = _line(request, pk, line, "change")
    act, words = _deed(request, row, deed)
    try:
        act()
    except Refused as refusal:
        return _page(request, row, refusal=refusal)
    messages.success(request, words)
    return redirect(f"{reverse('proposal:show', args=[pk])}#rad-{row.pk}")


def _deed(request: SignedIn, row: ProposalLine, deed: str) -> tuple[Callable[[], None], str]:
    form = ChangeForm(request.POST)
    if not form.is_valid() or deed not in {*OF_THE_LINE, *OF_SOMEBODY}:
        raise Http404
    said: dict[str, Any] = {"version": form.cleaned_data["version"], "by": request.user, "at": timezone.now()}
    if deed in OF_THE_LINE:
        act, words = OF_THE_LINE[deed]
        return lambda: act(row, **said), words()
    who = substitute_for(request, form.cleaned_data["substitute"])
    do, sentence = OF_SOMEBODY[deed]
    return lambda: do(row, who, **said), sentence() % {"who": who}


def _line(request: SignedIn, pk: uuid.UUID, line: uuid.UUID, verb: str) -> ProposalLine:
    rows = ProposalLine.objects.filter(proposal=pk).select_related(*WITH).prefetch_related("order__competences")
    return access.get(request.user, rows, line, verb)


def _page(request: SignedIn, row: ProposalLine, *, refusal: Refused | None = None) -> HttpResponse:
    row = _line(request, row.proposal_id, row.pk, "view")
    title = _("Välj vikarie")
    context: dict[str, Any] = {
        "line": row,
        "proposal": row.proposal,
        "is_by_hand": proposal_rows.is_by_hand(row),
        "told": why_in_words.told(row.why, seen_by=request.user),
        "candidates": proposal_candidates.of(row, request.user),
        "forbidden": list(row.forbidden.select_related("user")),
        "refusal": refusal,
        "may_change": row.proposal.closed_at is None and row.state != row.State.ACCEPTED,
        "title": title,
    }
    back = reverse("proposal:show", args=[row.proposal_id])
    around = frame(title, [(reverse("proposal:index"), _("Förslag")), (back, _("Förslaget"))], "list-ul")
    return render(request, "booking/desk/proposal/line.html", context | around, status=409 if refusal else 200)
