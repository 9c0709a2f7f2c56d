"""Lediga jobb: the jobs that she could take, each with its answer to "can I", and her interest in them.

A refusal is shown on the job's own page with status 409. A job that is gone answers 404 with the list of those that
remain, in the same words whether it was taken, was never hers to see or never was.
"""

import uuid
from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.matching import jobs as matching
from booking.models import Availability, Booking, Interest, Kind, Order
from booking.operations import availability, direct, interests
from booking.operations.refusals import AlreadyTaken, Refused
from booking.views.substitute.job_cards import in_order
from booking.views.substitute.job_list import asked_about, listed
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes
from portal.templatetags.times import day


@for_substitutes
@require_safe
def jobs(request: HttpRequest, me: Substitute) -> HttpResponse:
    """All of them, those that fit first."""
    return listed(request, me)


@for_substitutes
@require_safe
def job(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One job; or what became of her interest in it."""
    return shown(request, me, pk)


@for_substitutes
@require_POST
def register(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She would like it; and may say that she has the time, for its sake alone."""
    now = timezone.now()
    order = hers_to_take(me, pk, now=now)
    if order is None:
        return shown(request, me, pk)
    try:
        interests.register(order, me, by=me.user, at=now)
    except Refused as refusal:
        return shown(request, me, pk, refusal=refusal)
    if request.POST.get("tid"):
        availability.put_in(me, [order.period], kind=Kind.AVAILABLE, by=me.user, at=now, order=order)
    return redirect("booking:job", pk=pk)


@for_substitutes
@require_POST
def take(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """The shift is hers at once, if nobody was first and the orderer and the policy let it be. Twice is once."""
    now = timezone.now()
    if mine := hers_already(me, pk):
        return redirect("booking:booking", mine.pk)
    order = hers_to_take(me, pk, now=now)
    if order is None:
        return shown(request, me, pk)
    try:
        booking = _taken(order, me, now=now)
    except AlreadyTaken as refusal:
        return listed(request, me, why=_who_was_first(order, refusal))
    except Refused as refusal:
        return shown(request, me, pk, refusal=refusal)
    messages.success(request, _("Passet är ditt."))
    return redirect("booking:booking", booking.pk)


def _taken(order: Order, me: Substitute, *, now: datetime) -> Booking:
    if not order.allow_direct:
        raise Refused(_("Bemanningen väljer vem som får passet. Du kan anmäla intresse."))
    return direct.book(order, me, by=me.user, at=now)


def _who_was_first(order: Order, refusal: AlreadyTaken) -> str:
    """That somebody was; never who, which is no colleague's to know."""
    booked = Booking.objects.occupying().filter(order=order).exists()
    return _("Någon annan hann före. Passet är redan taget.") if booked else str(refusal)


@for_substitutes
@require_POST
def withdraw(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She would not any more; the time that she put in for its sake goes with it."""
    now = timezone.now()
    interest = latest_interest(me, pk, "withdraw")
    if interest is None:
        return listed(request, me, gone=True)
    try:
        interests.withdraw(interest, by=me.user, at=now)
    except Refused as refusal:
        return shown(request, me, pk, refusal=refusal)
    query = {"angrat": str(pk)}
    if has_time_for(me, interest.order):
        availability.take_away(me, interest.order.period, by=me.user, at=now, order=interest.order)
        query["tid"] = "1"
    if hers_to_take(me, pk, now=now) is None:
        facts = {"place": interest.order.workplace, "day": day(interest.order.starts)}
        messages.success(request, _("Du har ångrat ditt intresse för %(place)s %(day)s.") % facts)
        return redirect("booking:jobs")
    return redirect(f"{reverse('booking:jobs')}?{urlencode(query)}")


def shown(request: HttpRequest, me: Substitute, pk: uuid.UUID, *, refusal: Refused | None = None) -> HttpResponse:
    """The job's page as it stands: an advert, an interest that waits, or what became of it."""
    now = timezone.now()
    context: dict[str, object] = {"today": local_day(now), "refusal": refusal, "phone": me.user.phone}
    status = 409 if refusal else 200
    order = hers_to_take(me, pk, now=now)
    if order:
        (card,) = in_order(matching.beside([order], me, now=now), asked_about(me, now=now))
        template = "job_sent" if card.job.wanted else "job"
        context |= {"order": order, "card": card, "interest": card.job.interest, "own_time": has_time_for(me, order)}
        return render(request, f"booking/substitute/{template}.html", context, status=status)
    interest, mine = latest_interest(me, pk, "view"), hers_already(me, pk)
    if mine and (interest is None or interest.status != Interest.Status.SELECTED):
        return redirect("booking:booking", mine.pk)
    if interest is None or interest.status == Interest.Status.WITHDRAWN:
        return listed(request, me, gone=True)
    waits = interest.status == Interest.Status.REGISTERED and interest.order.starts > now
    own_time = has_time_for(me, interest.order)
    context |= {"order": interest.order, "interest": interest, "own_time": own_time, "booking": mine}
    template = "job_sent" if waits else "job_outcome"
    return render(request, f"booking/substitute/{template}.html", context, status=status)


def hers_to_take(me: Substitute, pk: uuid.UUID, *, now: datetime) -> Order | None:
    """The job, if it is out and she may see it."""
    return matching.hers_to_see(me, now=now).filter(pk=pk).first()


def hers_already(me: Substitute, order: uuid.UUID) -> Booking | None:
    """Her booking on the order, if the shift is hers."""
    return access.scope(me.user, Booking.objects.occupying().of(me)).filter(order=order).first()


def has_time_for(me: Substitute, order: Order) -> bool:
    """Whether she has put in time for the sake of this job alone."""
    return Availability.objects.filter(substitute=me, order=order).exists()


def latest_interest(me: Substitute, order: uuid.UUID, verb: str) -> Interest | None:
    """Her interest in the order, of the latest round."""
    hers = Interest.objects.filter(substitute=me, order=order)
    return access.scope(me.user, hers, verb).with_places().order_by("-round").first()
