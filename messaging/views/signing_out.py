"""Somebody is signed out everywhere by the one who answers for her: a telephone was lost, or somebody has left."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from messaging import devices
from people import access
from people.models import Account, Substitute, User
from people.requests import SignedIn


@require_POST
def account(request: SignedIn, pk: int) -> HttpResponse:
    """A colleague."""
    colleague = access.get(request.user, Account.objects.of_colleagues(), pk, "close")
    sign_out(request, colleague)
    return redirect("account:inspect", pk)


@require_POST
def substitute(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A substitute."""
    hers = access.get(request.user, Substitute.objects.select_related("user"), pk, "change")
    sign_out(request, hers.user)
    return redirect("substitute:inspect", pk)


def sign_out(request: SignedIn, person: User) -> None:
    """Do it, and say how many places it was."""
    ended = devices.end_everywhere(person, by=request.user, at=timezone.now())
    words = ngettext("Utloggad i en enhet.", "Utloggad i %(n)d enheter.", ended) % {"n": ended}
    messages.success(request, words if ended else _("Personen var inte inloggad någonstans."))
