"""What a planner does on an order's page: each a form, one operation, an answer."""

import uuid

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.desk import AgainForm, BookForm, CancelForm, EndForm
from booking.models import EndReason
from booking.operations import bookings, orders, returning
from booking.views.desk import page
from booking.views.desk.acting import booking_of, done, not_filled_in, order_for, substitute_for
from people.requests import SignedIn


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The order's page."""
    return page.show(request, order_for(request, pk, "view"))


@require_POST
def book(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Give the order to somebody; a reason counts for a planner who may pass an obstacle."""
    order, now = order_for(request, pk, "book"), timezone.now()
    form = BookForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="order")
    said = form.cleaned_data
    substitute = substitute_for(request, said.pop("substitute"))
    words = _("%(who)s är bokad och får besked.") % {"who": substitute}

    def act() -> None:
        bookings.book(order, substitute, by=request.user, at=now, **said)

    return done(request, order, act, words, place=str(substitute.pk))


@require_POST
def rebook(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Give it to the one who had it last."""
    order, now = order_for(request, pk, "book"), timezone.now()
    form = AgainForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="rebook")

    def act() -> None:
        returning.rebook_same(order, by=request.user, at=now, reason=form.cleaned_data["reason"])

    return done(request, order, act, _("Samma vikarie är bokad igen och får besked."), place="rebook")


@require_POST
def cancel(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The need is gone."""
    order, now = order_for(request, pk, "cancel"), timezone.now()
    form = CancelForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="cancel")

    def act() -> None:
        orders.cancel(order, by=request.user, at=now, **form.cleaned_data)

    return done(request, order, act, _("Beställningen är borttagen. De som berörs får besked."), place="cancel")


@require_POST
def end(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """End the booking; the order opens again."""
    order, now = order_for(request, pk, "book"), timezone.now()
    form = EndForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="end")
    said = form.cleaned_data
    booking = booking_of(request, order, said["booking"], "end")
    words = _("%(who)s är avbokad. Passet saknar vikarie igen.") % {"who": booking.substitute}

    def act() -> None:
        bookings.end(booking, by=request.user, at=now, reason=EndReason(said["reason"]), note=said["note"])

    return done(request, order, act, words, place="end")
