"""Stoppa, starta, begär igen, visa i Lediga jobb: what a manager does to the search from her order's page."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from booking.models import Order
from booking.operations import orders, returning
from booking.operations.refusals import Refused
from booking.views.manager.orders import shown, with_all
from booking.views.manager.own import for_managers
from people import access
from people.models import User


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to an order by one button: who may, how, and what is said afterwards."""

    verb: str
    operation: Callable[..., object]
    words: Promise


STOP = Deed("stop", returning.stop, _("Sökningen är stoppad."))
RESUME = Deed("stop", returning.resume, _("Sökningen är i gång igen."))
TAKE_UP = Deed("place", returning.take_up, _("Beställningen är hos bemanningen igen."))
ADVERTISE = Deed("advertise", orders.advertise, _("Passet syns i Lediga jobb."))
STOP_ADVERTISING = Deed("advertise", orders.stop_advertising, _("Passet syns inte längre i Lediga jobb."))


@for_managers
@require_POST
def act(request: HttpRequest, me: User, pk: uuid.UUID, deed: Deed) -> HttpResponse:
    """Do it, and show the order as it then stands. Twice is once."""
    order = access.get(me, with_all(Order.objects.all()), pk, deed.verb)
    try:
        deed.operation(order, by=me, at=timezone.now())
    except Refused as refusal:
        return shown(request, me, order, refusal=refusal)
    messages.success(request, str(deed.words))
    return redirect("booking:order", order.pk)
