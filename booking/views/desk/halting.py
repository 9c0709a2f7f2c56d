"""A planner halts an order: stops it for a while, or sends it back to whoever placed it; and takes it up again."""

import uuid

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.desk import ReturnForm
from booking.operations import returning
from booking.views.desk.acting import done, not_filled_in, order_for, seen
from people.requests import SignedIn


@require_POST
def stop(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Nothing more goes out."""
    order, now = order_for(request, pk, "stop"), timezone.now()
    words = _("Passet är stoppat. Inget mer går ut, och inget ja bokar.")
    return done(request, order, lambda: returning.stop(order, by=request.user, at=now), words, place="halt")


@require_POST
def resume(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """It may be offered again."""
    order, now = order_for(request, pk, "stop"), timezone.now()
    words = _("Passet är startat igen. Nu kan det erbjudas på nytt.")
    return done(request, order, lambda: returning.resume(order, by=request.user, at=now), words, place="halt")


@require_POST
def send_back(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Back to the orderer, with a reason."""
    order, now = order_for(request, pk, "return"), timezone.now()
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="return")

    def act() -> None:
        seen(order, form.cleaned_data["seen_booking"])
        returning.send_back(order, by=request.user, at=now, reason=form.cleaned_data["reason"])

    return done(request, order, act, _("Passet är returnerat. Beställaren får besked."), place="return")


@require_POST
def take_up(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The planners have it again."""
    order, now = order_for(request, pk, "return"), timezone.now()
    words = _("Passet är tillbaka hos bemanningen.")
    return done(request, order, lambda: returning.take_up(order, by=request.user, at=now), words, place="halt")
