"""Annan tid: a manager writes when a shift began and ended, or in words what cannot be said with a time."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.worked import SeenForm, TimeForm, WordsForm
from booking.operations import attendance, worked_time
from booking.operations.refusals import Refused
from booking.views.manager.approving import of
from booking.views.manager.own import for_managers
from booking.worked import statements
from people.models import User
from people.views import kept


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def another_time(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """The time that it was, which is approved by that; of a closed period only words are left."""
    booking = of(me, pk)
    said = statements.of([booking])[pk]
    if said.is_closed and request.method != "POST":
        return redirect("booking:time_in_words", pk)
    form = TimeForm(kept.typed(request), booking=booking, stands=worked_time.as_it_stands(booking))
    refusal = None
    if request.method == "POST" and form.is_valid() and form.told:
        _version, seen = SeenForm(request.POST).numbers()
        try:
            worked_time.answer(booking, form.told, by=me, at=timezone.now(), seen=seen)
        except Refused as refused:
            refusal = None if form.takes(refused) else refused
        else:
            messages.success(request, _("%(who)s: tiden är bekräftad.") % {"who": booking.substitute})
            return redirect("booking:worked_time")
    context = {"booking": booking, "said": statements.of([booking])[pk], "form": form, "refusal": refusal}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "booking/manager/another_time.html", context, status=status)


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def in_words(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """What is wrong, to a planner; it is not approved by that."""
    booking = of(me, pk)
    form, refusal = WordsForm(kept.typed(request)), None
    if request.method == "POST" and form.is_valid():
        try:
            attendance.worked_otherwise(booking, note=form.cleaned_data["note"], by=me, at=timezone.now())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Bemanningen får veta det. Tiden är inte bekräftad än."))
            return redirect("booking:worked_time")
    context = {"booking": booking, "said": statements.of([booking])[pk], "form": form, "refusal": refusal}
    status = 409 if refusal else 422 if form.errors else 200
    return render(request, "booking/manager/time_in_words.html", context, status=status)
