"""The workplaces that she has asked for, and how she asks for one more."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking import reach
from booking.forms.workplace_request import AskForm
from booking.models import Booking, WorkplaceRequest
from booking.models.workplace_request import WorkplaceRequestQuerySet
from booking.operations import workplace_requests
from booking.operations.refusals import Refused
from people import access
from people.models import Substitute, Workplace
from people.views import kept
from people.views.own import for_substitutes

REMEMBERED = timedelta(days=90)
"""For so long an answer stands on the page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of hers, the shift that introduces her if she has one, and why she could not withdraw it."""

    request: WorkplaceRequest
    booking: Booking | None
    refusal: Refused | None = None


@for_substitutes
@require_safe
def workplaces(request: HttpRequest, me: Substitute) -> HttpResponse:
    """What she has asked for, and what happens next."""
    return _page(request, me)


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The form; what is wrong in it stands beside its field, and sent twice it is one request."""
    now = timezone.now()
    form = AskForm(kept.typed(request), places=_to_choose_among(me, now=now, sent=request.POST.get("workplace")))
    if request.method == "POST" and form.is_valid():
        try:
            workplace_requests.ask(me, **form.cleaned_data, by=me.user, at=now)
        except Refused as refused:
            form.add_error("workplace", [ValidationError(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Din fråga är skickad. Bemanningen svarar dig."))
            return redirect("booking:workplaces")
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/workplace_ask.html", {"form": form}, status=status)


@for_substitutes
@require_POST
def withdraw(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She no longer wants to work there."""
    wish = access.get(me.user, _hers(me), pk, "withdraw")
    try:
        workplace_requests.withdraw(wish, by=me.user, at=timezone.now())
    except Refused as refusal:
        return _page(request, me, refused=(pk, refusal))
    messages.success(request, _("Din fråga är återtagen."))
    return redirect("booking:workplaces")


def _page(request: HttpRequest, me: Substitute, *, refused: tuple[uuid.UUID, Refused] | None = None) -> HttpResponse:
    shown = access.scope(me.user, _hers(me)).of_interest_to_her(since=timezone.now() - REMEMBERED)
    context = {"asked": list(_asked(me, shown, dict([refused] if refused else [])))}
    return render(request, "booking/substitute/workplaces.html", context, status=409 if refused else 200)


def _hers(me: Substitute) -> WorkplaceRequestQuerySet:
    return WorkplaceRequest.objects.for_a_list().filter(substitute=me)


def _asked(me: Substitute, rows: Iterable[WorkplaceRequest], refused: dict[uuid.UUID, Refused]) -> Iterable[Asked]:
    """Each with its shift; one query more than the rows."""
    requests = list(rows)
    orders = [row.introduction_id for row in requests if row.introduction_id]
    booked: dict[uuid.UUID | None, Booking] = {}
    booked |= {row.order_id: row for row in Booking.objects.occupying().of(me).filter(order__in=orders)}
    for row in requests:
        yield Asked(row, booked.get(row.introduction_id), refused.get(row.pk))


def _to_choose_among(me: Substitute, *, now: datetime, sent: str | None) -> list[Workplace]:
    """Those that she may ask for; and the one that she has just sent, so that the operation itself says what of it."""
    every = access.scope(me.user, Workplace.objects.all(), "ask_for")
    found = list(reach.to_ask_for(every, me, now=now))
    if sent and sent not in {str(place.pk) for place in found}:
        found += [place for place in every.select_related("area") if str(place.pk) == sent]
    return found
