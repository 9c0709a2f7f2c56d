"""The shape of all that is done on an order's page: load through the gate, act, and answer where it was asked."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from booking.forms.desk import in_sentences
from booking.models import Booking, Order
from booking.operations import seeing
from booking.operations.refusals import Refused
from booking.views.desk import page
from people import access
from people.models import Substitute
from people.requests import SignedIn


def order_for(request: SignedIn, pk: uuid.UUID, verb: str) -> Order:
    """The order, if she may do it to it; else 404."""
    return access.get(request.user, Order.objects.for_a_list().with_policies().select_related("placed_by"), pk, verb)


def booking_of(request: SignedIn, order: Order, key: object, verb: str) -> Booking:
    """A booking of the order that she may do it to, also one that has ended; else 404."""
    return access.get(request.user, Booking.objects.with_places().filter(order=order), key, verb)


def substitute_for(request: SignedIn, key: object) -> Substitute:
    """Somebody whom she may see; else 404."""
    return access.get(request.user, Substitute.objects.select_related("user"), key)


def done(
    request: SignedIn, order: Order, act: Callable[[], object], words: str, *, place: str, anchor: str = ""
) -> HttpResponseBase:
    """Do it and say so; or the page again, with why not at `place`. `anchor` is where on the page she goes on."""
    try:
        with as_read(request, order):
            act()
    except Refused as refusal:
        return page.refused(request, order, refusal, place=place)
    messages.success(request, words)
    return back_to(order, anchor=anchor)


def as_read(request: SignedIn, order: Order) -> AbstractContextManager[None]:
    """Within it nothing is done to an order that is no longer as the page showed it."""
    return seeing.as_read(order, request.POST.get("seen", ""), by=request.user, at=timezone.now())


def back_to(order: Order, *, anchor: str = "") -> HttpResponseRedirect:
    """The order's page, read afresh."""
    answer = redirect("order:inspect", order.pk)
    if anchor:
        answer["Location"] += f"#{anchor}"
    return answer


def not_filled_in(request: SignedIn, order: Order, form: Form, *, place: str) -> HttpResponseBase:
    """The page again, with what is missing at `place` and what was typed."""
    return page.show(request, order, refusal=page.Refusal(in_sentences(form), place, request.POST))


def seen(order: Order, key: uuid.UUID | None) -> None:
    """Raise `Refused` if somebody has got the shift since the page with the booking `key`, or with none, was read."""
    booking = Booking.objects.occupying().filter(order=order).select_related("substitute__user").first()
    if booking and booking.pk != key:
        raise Refused(_("%(who)s har just fått passet. Kontrollera och försök igen.") % {"who": booking.substitute})
