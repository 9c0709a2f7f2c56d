"""Attestera valda: foretold before it is done, and told shift by shift after."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms import which
from booking.forms.several_shifts import AttestForm
from booking.forms.worked_narrowing import WorkedNarrowing
from booking.models import Booking
from booking.operations import several_shifts
from booking.operations.one_by_one import AT_MOST
from booking.operations.refusals import Refused
from booking.operations.several_shifts import Seen
from booking.views.desk import order_rows, outcomes, worked_list, worked_rows
from booking.views.desk.worked_rows import Row
from booking.worked.states import State
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame
from portal.templatetags.times import hours

KEPT = "several_shifts"
"""Where a session keeps what became of the last few."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """A shift, what would be approved, or why nothing would."""

    row: Row
    will: str
    why_not: str = ""


@require_POST
def foretell(request: SignedIn) -> HttpResponse:
    """What would become of each; nothing is done yet."""
    if not access.may(request.user, "booking.attest"):
        raise Http404
    sent = which.sent(request.POST)
    keys = _all(request) if sent is None else sent
    if not keys:
        return worked_list.page(request, refusal=Refused(_("Kryssa för de pass det gäller, eller välj alla.")))
    if sent and len(sent) > AT_MOST:
        raise Http404  # no page of ours holds so many
    return _page(request, _hers(request, keys), AttestForm(initial={"command": uuid.uuid4()}))


@require_POST
def carry_out(request: SignedIn) -> HttpResponse:
    """Do it, shift by shift. The same form sent twice is answered with what became of it the first time."""
    form = AttestForm(request.POST)
    form.full_clean()
    seen, command = form.cleaned_data.get("rows", {}), form.cleaned_data.get("command")
    if command is None or not access.may(request.user, "booking.attest"):
        raise Http404
    if outcomes.kept(request, KEPT, command):
        return redirect("worked_desk:outcome", command)
    keys = _hers(request, list(seen))
    if not form.is_valid():
        return _page(request, keys, form) if keys else redirect(_back(request))
    bookings = _allowed(request, keys).with_places().in_bulk()
    several = [Seen(bookings[key], *seen[key]) for key in keys if key in bookings]
    became = several_shifts.attest(several, command=command, by=request.user, at=timezone.now())
    outcomes.keep(request, KEPT, command, "attestera", became)
    return redirect(f"{reverse('worked_desk:outcome', args=[command])}?{request.GET.urlencode()}")


@require_safe
def outcome(request: SignedIn, command: uuid.UUID) -> HttpResponse:
    """What became of each."""
    kept = outcomes.kept(request, KEPT, command)
    if kept is None:
        raise Http404
    seen = set(worked_list.hers(request).filter(pk__in=kept.became).values_list("pk", flat=True))
    rows = worked_rows.of([key for key in kept.became if key in seen])
    context: dict[str, Any] = {
        "groups": kept.groups({row.booking.pk: row for row in rows}),
        "each": "booking/desk/worked/outcome.html",
        "title": _("Attestera"),
        "back": _back(request),
    }
    return render(request, "booking/desk/outcome.html", context | _frame(request))


def _page(request: SignedIn, keys: Sequence[uuid.UUID], form: AttestForm) -> HttpResponse:
    allowed = set(_allowed(request, keys).values_list("pk", flat=True))
    foretold = [_foretold(row, may=row.booking.pk in allowed) for row in worked_rows.of(keys[:AT_MOST])]
    context: dict[str, Any] = {
        "form": form,
        "can": [each for each in foretold if not each.why_not],
        "cannot": [each for each in foretold if each.why_not],
        "left_out": max(len(keys) - AT_MOST, 0),
        "back": _back(request),
        "query": request.GET.urlencode(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "booking/desk/worked/foretold.html", context | _frame(request), status=status)


def _foretold(row: Row, *, may: bool) -> Foretold:
    why_not = "" if may else _("Du får se passet, men inte attestera det.")
    why_not = why_not or _why_not(row)
    if why_not:
        return Foretold(row, "", why_not)
    work = hours(row.stands.work)
    if row.said is None:
        return Foretold(row, _("Attesteras som bokat: %(hours)s.") % {"hours": work})
    if not row.differs:
        words = _("Attesteras som bokat, som %(who)s har sagt: %(hours)s.")
        return Foretold(row, words % {"who": row.said.get_side_display(), "hours": work})
    words = _("Attesteras som %(who)s säger: %(hours)s, %(more)s mot bokat. %(how)s.")
    said = {"who": row.said.get_side_display(), "hours": work, "more": row.more, "how": ". ".join(row.differs)}
    return Foretold(row, words % said)


def _why_not(row: Row) -> str:
    if row.state is State.DISPUTED:
        return several_shifts.disputed()
    if row.state is State.MISSED:
        return _("Passet är markerat som uteblivet.")
    if row.booking.attested_at:
        return _("Passet är redan attesterat.")
    return _("Löneperioden är stängd. Öppna passet och rätta tiden.") if row.is_closed else ""


def _all(request: SignedIn) -> list[uuid.UUID]:
    """All that the filter shows, by the list's own order; one more than is taken, if they are more."""
    form = WorkedNarrowing(request.GET, user=request.user, now=timezone.now())
    rows = form.ordered(form.narrowed(worked_list.hers(request)))
    return list(rows.values_list("pk", flat=True)[: order_rows.COUNTED])


def _hers(request: SignedIn, keys: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """The keys, in their order, if she may see to all of them; else 404."""
    seen = set(worked_list.hers(request).filter(pk__in=keys).values_list("pk", flat=True))
    if missing := set(keys) - seen:
        message = f"booking not found: {missing}"
        raise Http404(message)
    return list(dict.fromkeys(keys))


def _allowed(request: SignedIn, keys: Sequence[uuid.UUID]) -> Any:  # noqa: ANN401 (a QuerySet of ours)
    return access.scope(request.user, Booking.objects.filter(pk__in=keys), "attest")


def _back(request: SignedIn) -> str:
    """The list, as it was narrowed."""
    query = request.GET.urlencode()
    return f"{reverse('worked_desk:index')}{'?' if query else ''}{query}"


def _frame(request: SignedIn) -> dict[str, object]:
    return frame(_("Attestera"), [(_back(request), _("Arbetad tid"))], "time")
