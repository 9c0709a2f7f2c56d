"""What a planner does on an order's page: each a form, one operation, an answer."""

import uuid
from collections.abc import Callable, Collection

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from booking.forms.desk import AskForm, BookForm, CancelForm, EndForm
from booking.matching import candidates
from booking.matching.candidates import Group
from booking.models import Booking, EndReason, Order
from booking.operations import bookings, enquiries, orders
from booking.operations.refusals import Refused
from booking.views.desk import page
from people import access
from people.models import Substitute
from people.requests import SignedIn


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The order's page."""
    return page.show(request, _order(request, pk, "view"))


@require_POST
def book(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Give the order to somebody; a reason counts for a planner who may pass an obstacle."""
    order = _order(request, pk, "book")
    form = BookForm(request.POST)
    if not form.is_valid():
        return _not_filled_in(request, order, form, place="order")
    said = form.cleaned_data
    substitute = access.get(request.user, Substitute.objects.select_related("user"), said.pop("substitute"))
    try:
        bookings.book(order, substitute, by=request.user, at=timezone.now(), **said)
    except Refused as refusal:
        return page.refused(request, order, refusal, place=str(substitute.pk))
    messages.success(request, _("%(who)s är bokad och får besked.") % {"who": substitute})
    return redirect("order:inspect", order.pk)


@require_POST
def ask(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Ask one, or all who fit."""
    order, now = _order(request, pk, "ask"), timezone.now()
    form = AskForm(request.POST, order=order, now=now)
    if not form.is_valid():
        return _not_filled_in(request, order, form, place="ask")
    people = _those_to_ask(request, order, form.cleaned_data["substitute"])
    try:
        asked = enquiries.ask(order, people, by=request.user, at=now, answer_by=form.answer_by())
    except Refused as refusal:
        named = form.cleaned_data["substitute"]
        return page.refused(request, order, refusal, place=str(named) if named else "ask")
    sent = ngettext("Förfrågan är skickad till %(n)d.", "Förfrågan är skickad till %(n)d.", len(asked))
    messages.success(request, sent % {"n": len(asked)} if asked else _("Alla är redan frågade."))
    return redirect("order:inspect", order.pk)


@require_POST
def advertise(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Put the order out in Lediga jobb."""
    order = _order(request, pk, "advertise")
    return _done(request, order, orders.advertise, _("Passet syns nu i Lediga jobb."))


@require_POST
def stop_advertising(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Take it out again."""
    order = _order(request, pk, "advertise")
    return _done(request, order, orders.stop_advertising, _("Passet syns inte längre i Lediga jobb."))


@require_POST
def cancel(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The need is gone."""
    order = _order(request, pk, "cancel")
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _not_filled_in(request, order, form, place="cancel")
    try:
        orders.cancel(order, by=request.user, at=timezone.now(), **form.cleaned_data)
    except Refused as refusal:
        return page.refused(request, order, refusal, place="cancel")
    messages.success(request, _("Beställningen är borttagen. De som berörs får besked."))
    return redirect("order:inspect", order.pk)


@require_POST
def end(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """End the booking; the order opens again."""
    order = _order(request, pk, "book")
    form = EndForm(request.POST)
    if not form.is_valid():
        return _not_filled_in(request, order, form, place="end")
    said = form.cleaned_data
    booking = access.get(request.user, Booking.objects.with_places().filter(order=order), said["booking"], "end")
    try:
        bookings.end(booking, by=request.user, at=timezone.now(), reason=EndReason(said["reason"]), note=said["note"])
    except Refused as refusal:
        return page.refused(request, order, refusal, place="end")
    messages.success(request, _("%(who)s är avbokad. Passet saknar vikarie igen.") % {"who": booking.substitute})
    return redirect("order:inspect", order.pk)


def _order(request: SignedIn, pk: uuid.UUID, verb: str) -> Order:
    return access.get(request.user, Order.objects.for_a_list().select_related("placed_by"), pk, verb)


def _those_to_ask(request: SignedIn, order: Order, named: uuid.UUID | None) -> Collection[Substitute]:
    if named:
        return [access.get(request.user, Substitute.objects.select_related("user"), named)]
    fitting = candidates.in_group(candidates.of(order, seen_by=request.user), Group.FITS)
    return [candidate.substitute for candidate in fitting]


def _done(request: SignedIn, order: Order, operation: Callable[..., object], words: str) -> HttpResponse:
    try:
        operation(order, by=request.user, at=timezone.now())
    except Refused as refusal:
        return page.refused(request, order, refusal, place="advert")
    messages.success(request, words)
    return redirect("order:inspect", order.pk)


def _not_filled_in(request: SignedIn, order: Order, form: Form, *, place: str) -> HttpResponse:
    reasons = [str(error) for errors in form.errors.values() for error in errors]
    return page.show(request, order, refusal=page.Refusal(reasons, place, request.POST))
