"""How a planner lets an order be offered without asking anybody: booked directly, or out in Lediga jobb."""

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.models import Booking, Order, Origin, Policy
from booking.models.booking import BookingQuerySet
from booking.operations import direct, orders
from booking.operations.refusals import Refused, taken_by
from booking.views.desk import offers, page
from booking.views.desk.acting import as_read, back_to, done, order_for
from people.models import User
from people.requests import SignedIn


@require_POST
def book_directly(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Book the first of those who may be booked without being asked, or say why nobody is."""
    order, now = order_for(request, pk, "book"), timezone.now()
    try:
        with as_read(request, order):
            booking = direct.book_best(order, by=request.user, at=now) or _same_click(order, request.user)
    except Refused as refusal:
        return page.refused(request, order, refusal, place="direct")
    if booking is None:
        return page.refused(request, order, _why_nobody(order, at=now), place="direct")
    messages.success(request, _("%(who)s är bokad direkt och får besked.") % {"who": booking.substitute})
    return back_to(order)


@require_POST
def advertise(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Put the order out in Lediga jobb."""
    order, now = order_for(request, pk, "advertise"), timezone.now()
    words = _("Passet syns nu i Lediga jobb.")
    return done(request, order, lambda: orders.advertise(order, by=request.user, at=now), words, place="advert")


@require_POST
def stop_advertising(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Take it out again."""
    order, now = order_for(request, pk, "advertise"), timezone.now()
    words = _("Passet syns inte längre i Lediga jobb.")
    return done(request, order, lambda: orders.stop_advertising(order, by=request.user, at=now), words, place="advert")


def _same_click(order: Order, user: User) -> Booking | None:
    """What the same button did a moment ago."""
    return _standing(order).filter(booked_by=user, origin=Origin.DIRECT).first()


def _why_nobody(order: Order, *, at: datetime) -> Refused:
    if made := _standing(order).first():
        return taken_by(made)
    hindrances = offers.why_not_directly(order, Policy.objects.in_force(order.workplace), now=at)
    return Refused(*(hindrances or [_("Ingen som passar har lagt in tid för hela passet och kan bokas direkt.")]))


def _standing(order: Order) -> BookingQuerySet:
    return Booking.objects.occupying().select_related("substitute__user").filter(order=order)
