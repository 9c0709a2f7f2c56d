"""What is done to booking assistants by a button: on, off, all off, at work now, or for a try."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from booking.assistant import run as at_work
from booking.models import AssistantProfile, AssistantRun
from booking.operations import assistant_profiles
from booking.operations.refusals import Refused
from booking.views.desk.assistants import hers
from people import access
from people.requests import SignedIn

Why = AssistantRun.Why
BY_HAND = {why.value: why for why in (Why.NOW, Why.DRY)}


@require_POST
def switch(request: SignedIn, pk: uuid.UUID, *, on: bool) -> HttpResponse:
    """On or off, from this moment. Twice is once."""
    profile = access.get(request.user, hers(request), pk, "change")
    assistant_profiles.switch(profile, on=on, by=request.user, at=timezone.now())
    words = _("%(name)s är på.") if on else _("%(name)s är av. Den gör ingenting mer.")
    messages.success(request, words % {"name": profile.name})
    return redirect("assistant:index")


@require_POST
def all_off(request: SignedIn) -> HttpResponse:
    """None of hers does anything more."""
    rows = access.scope(request.user, hers(request), "change")
    number = assistant_profiles.switch_all_off(list(rows), by=request.user, at=timezone.now())
    words = ngettext("%(n)d assistent stängdes av.", "%(n)d assistenter stängdes av.", number) % {"n": number}
    messages.success(request, _("%(number)s Nu är alla av.") % {"number": words} if number else _("Alla är redan av."))
    return redirect("assistant:index")


@require_POST
def start(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Kör nu and Provkör: the queue does it, and its page tells how it goes. The same form twice is one run."""
    if not access.may(request.user, "assistantrun.start"):
        raise Http404
    profile = access.get(request.user, hers(request), pk)
    why, command = BY_HAND.get(request.POST.get("why", "")), access.key_named(request.POST.get("command", ""))
    if why is None:
        raise Http404
    try:
        run = _started(request, profile, why, command)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("assistant:index")
    return redirect("assistant:run", run.pk)


def _started(request: SignedIn, profile: AssistantProfile, why: Why, command: uuid.UUID) -> AssistantRun:
    """One command is one run of one assistant: whoever names another's has made it up."""
    run = at_work.start(profile, why=why, command=f"{command}:{why}", by=request.user, at=timezone.now())
    if run.profile_id != profile.pk:
        raise Http404
    return run
