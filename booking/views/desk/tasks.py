"""Att göra: what no rule decides, until a planner has decided or it has solved itself."""

import uuid
from datetime import datetime, timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.follow_ups import TaskFilter
from booking.models import PlannerTask, RestDebt
from booking.operations import follow_ups
from booking.views.desk import task_rows
from people import access, looking
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 30
KEPT = timedelta(days=14)
"""For so long those that are done can be looked up."""

SOON = timedelta(days=4)
"""A debt of rest is shown when it must be given within so long."""


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """Those of her areas that wait; or those that were done lately."""
    if not access.may(request.user, "plannertask.view"):
        raise Http404
    now, done_ones = timezone.now(), request.GET.get("visa") == "klara"
    hers = access.scope(request.user, PlannerTask.objects.for_a_list())
    form = TaskFilter(request.GET, user=request.user)
    chosen = form.narrowed(hers.done_since(now - KEPT) if done_ones else hers.waiting().by_shift())
    page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("sida"))
    rows = task_rows.of(page.object_list, seen_by=request.user, now=now)
    looking.note_listed([row.person for row in rows if row.person and row.to_be_called], by=request.user, at=now)
    context = {
        "page": page,
        "rows": rows,
        "form": form,
        "is_narrowed": bool(form.chosen),
        "done_ones": done_ones,
        "debts": [] if done_ones or form.chosen else _rest_to_give(request, now),
        "now": now,
    }
    return render(request, "booking/desk/tasks.html", context | frame(_("Att göra"), [], "clipboard-list"))


def _rest_to_give(request: SignedIn, now: datetime) -> QuerySet[RestDebt]:
    """What must be given back within a few days, or should have been."""
    soon = access.scope(request.user, RestDebt.objects.owed().filter(due_by__lte=now + SOON))
    return soon.select_related("substitute__user", "booking__order__workplace").order_by("due_by", "pk")


@require_POST
def done(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """She has taken care of it; the list comes back as it was narrowed."""
    task = access.get(request.user, PlannerTask.objects.all(), pk, "change")
    follow_ups.done(task, by=request.user, at=timezone.now())
    messages.success(request, _("Uppgiften är klar."))
    answer = redirect("tasks:index")
    if narrowed := request.GET.urlencode():
        answer["Location"] += f"?{narrowed}"
    return answer
