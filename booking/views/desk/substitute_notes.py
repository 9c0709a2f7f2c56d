"""A planner writes on a substitute's page: time for her, after a talk, and notes to colleagues in the area."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking import time_bank
from booking.forms.substitute import NoteForm, TimeForm, areas_for_notes
from booking.models import Availability
from booking.operations import said_for_her
from booking.views.desk.standing import OVERVIEW, hers
from booking.views.desk.substitute import page
from people import access
from people.models import Area, Substitute, SubstituteNote
from people.operations import notes
from people.requests import SignedIn


@require_POST
def put_in_time(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What she has said that she can, or cannot; her own word in the portal is worth more."""
    substitute, now = hers(request, pk, "availability.change"), timezone.now()
    form = TimeForm(request.POST, now=now, rules=time_bank.rules_of(substitute, now=now), auto_id="time_%s")
    if not form.is_valid() or form.period is None:
        return page(request, substitute, sent={"time": form})
    about: dict[str, Any] = {"kind": form.chosen, "gives_time": form.gives_time, "shift_minutes": form.shift_minutes}
    outcome = said_for_her.put_in(substitute, form.period, by=request.user, at=now, **about)
    if outcome.stood:
        messages.warning(request, _("Tiden kring bokade pass står kvar som den var."))
    if outcome.said:
        messages.success(request, _("Tiden är inlagd. Den direktbokas aldrig."))
    elif not outcome.stood:
        messages.info(request, _("Vikarien har redan lagt in den tiden."))
    return redirect(OVERVIEW, substitute.pk)


@require_POST
def take_away_time(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What a planner put in is taken back."""
    rows = Availability.objects.filter(by_herself=False).select_related("substitute__user")
    row = access.get(request.user, rows, pk, "change")
    outcome = said_for_her.take_away(row, by=request.user, at=timezone.now())
    if outcome.stood:
        messages.warning(request, _("Tiden kring bokade pass står kvar som den var."))
    else:
        messages.success(request, _("Tiden är borttagen."))
    return redirect(OVERVIEW, row.substitute.pk)


@require_POST
def write(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A note, for the planners of one area."""
    substitute = hers(request, pk, "substitutenote.change")
    form = NoteForm(request.POST, areas=_areas(request, substitute), auto_id="note_%s")
    if not form.is_valid():
        return page(request, substitute, sent={"note": form})
    notes.write(substitute, **form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("Anteckningen är sparad."))
    return redirect(OVERVIEW, substitute.pk)


@require_POST
def remove(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A note that is no longer of use."""
    note = access.get(request.user, SubstituteNote.objects.select_related("substitute"), pk, "change")
    notes.remove(note, by=request.user, at=timezone.now())
    messages.success(request, _("Anteckningen är borttagen."))
    return redirect(OVERVIEW, note.substitute.pk)


def _areas(request: SignedIn, substitute: Substitute) -> list[Area]:
    """Where she may write of her; 404 if nowhere."""
    areas = areas_for_notes(request.user, substitute)
    if not areas:
        raise Http404
    return areas
