"""A substitute's time bank at the desk: what stands in it, and what a planner takes out, pays out and corrects."""

import uuid
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking import time_bank
from booking.forms.time_bank import LESS, MORE, PAID, EntryForm
from booking.models import Booking, TimeBankEntry
from booking.operations import time_bank as operations
from booking.views.desk.standing import hers
from booking.views.desk.substitute import framed, the_substitute
from booking.weeks import local_day
from people import access
from people.models import RuleProfile, Substitute
from people.requests import SignedIn
from people.views.desk.page import done

ON_A_PAGE = 12  # months


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What stands in it."""
    return page(request, the_substitute(request, pk))


@require_POST
def write(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """One row more."""
    substitute = hers(request, pk, "timebankentry.change")
    form = EntryForm(request.POST)
    if done(form, partial(_written, request, substitute, form)) is None:
        return page(request, substitute, form=form)
    messages.success(request, _("Raden är skriven i tidbanken."))
    return redirect("substitute:time_bank", substitute.pk)


def page(request: SignedIn, substitute: Substitute, *, form: EntryForm | None = None) -> HttpResponse:
    """The page, with a form that was refused as it was sent; 404 of who has no time bank, and to who may not see it."""
    user, now = request.user, timezone.now()
    entries = access.scope(user, TimeBankEntry.objects.of(substitute))
    rules, said = time_bank.rules_of(substitute, now=now), time_bank.statement(entries)
    if not access.may(user, "timebankentry.view") or (rules is None and not said.months):
        raise Http404
    today = local_day(now)
    shifts = [line.entry.booking_id for month in said.months for line in month.lines if line.entry.booking_id]
    seen = access.scope(user, Booking.objects.filter(pk__in=shifts)).values_list("pk", flat=True)
    context = framed(request, substitute, "time_bank", now=now)
    if context["may_change"] and access.may(user, "timebankentry.change"):
        context["form"] = form or EntryForm(day=today)
    context |= {
        "balance": said.balance(on=today),
        "in_all": said.in_all,
        "rules": rules or RuleProfile(),
        "seen": set(seen) if shifts else set(),
        "page": Paginator(said.months, ON_A_PAGE).get_page(request.GET.get("sida")),
    }
    return render(request, "booking/desk/substitute_time_bank.html", context, status=422 if form else 200)


def _written(request: SignedIn, substitute: Substitute, form: EntryForm) -> TimeBankEntry:
    data, time = form.cleaned_data, form.time
    told = {"day": data["day"], "key": data["command"], "note": data["note"]}
    told |= {"by": request.user, "at": timezone.now()}
    if data["deed"] in {MORE, LESS}:
        return operations.correct(substitute, time if data["deed"] == MORE else -time, **told)
    out = operations.pay_out if data["deed"] == PAID else operations.take_out
    return out(substitute, time, **told)
