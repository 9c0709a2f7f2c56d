"""Säkerhet: what the system owner is warned of, and what browsers have stopped on our pages."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people import access
from people.models import Alarm, Stopped
from people.operations import alarms
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 50
SHOWN = 20


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The alarms, the unseen first; then what is stopped most often."""
    if not access.may(request.user, "alarm.view"):
        raise Http404
    every = access.scope(request.user, Alarm.objects.select_related("seen_by"))
    stopped = access.scope(request.user, Stopped.objects.order_by("-times", "-last_at", "pk"))
    context = {
        "unseen": every.unseen()[:SHOWN],
        "seen": every.exclude(seen_at=None).order_by("-raised_at")[:SHOWN],
        "page": Paginator(stopped, ON_A_PAGE).get_page(request.GET.get("sida")),
    }
    return render(request, "people/desk/security.html", context | frame(_("Säkerhet"), [], "lock"))


@require_POST
def see_to(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It is taken care of."""
    alarm = access.get(request.user, Alarm.objects.all(), pk, "change")
    alarms.see_to(alarm, by=request.user, at=timezone.now())
    messages.success(request, _("Larmet är omhändertaget."))
    return redirect("security:index")
