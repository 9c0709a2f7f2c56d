"""Stämmer, alla stämmer, kom inte, ångra: what a manager says of a shift that is over, with a tap."""

import uuid
from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from booking.forms.worked import AllForm, SeenForm
from booking.models import Booking
from booking.operations import attendance
from booking.operations.refusals import Refused
from booking.views.manager import worked
from booking.views.manager.own import for_managers
from people import access
from people.models import User
from portal.templatetags.toasts import undone_at

MOST = 200


@for_managers
@require_POST
def as_booked(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """It was worked as it stands: as was said last, else as booked."""
    booking = of(me, pk)
    seen, said = SeenForm(request.POST).numbers()
    words = _("%(who)s: tiden är bekräftad.") % {"who": booking.substitute}
    undo = reverse("booking:take_back_time", args=[pk])

    def act(now: datetime) -> None:
        attendance.attest(booking, by=me, at=now, seen_version=seen, seen_said=said)

    return _done(request, me, booking, act, words, undo=undo)


@for_managers
@require_POST
def did_not_come(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """Nobody came."""
    booking = of(me, pk)
    seen, _said = SeenForm(request.POST).numbers()
    words = _("Det är antecknat att %(who)s inte kom.") % {"who": booking.substitute}
    undo = reverse("booking:came_after_all", args=[pk])

    def act(now: datetime) -> None:
        attendance.did_not_come(booking, missed=True, by=me, at=now, seen_version=seen)

    return _done(request, me, booking, act, words, undo=undo)


@for_managers
@require_POST
def came(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """The mark was a mistake."""
    booking = of(me, pk)
    words = _("Det är antecknat att %(who)s kom.") % {"who": booking.substitute}

    def act(now: datetime) -> None:
        attendance.did_not_come(booking, missed=False, by=me, at=now)

    return _done(request, me, booking, act, words)


@for_managers
@require_POST
def take_back(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """It was approved by mistake."""
    booking = of(me, pk)
    words = _("%(who)s: tiden är inte bekräftad längre.") % {"who": booking.substitute}
    return _done(request, me, booking, lambda now: attendance.take_back(booking, by=me, at=now), words)


@for_managers
@require_POST
def all_as_booked(request: HttpRequest, me: User) -> HttpResponse:
    """Those that stood on the page; what has changed since is not approved, and that is said at its row."""
    form, now = AllForm(request.POST), timezone.now()
    seen = form.seen()
    rows = worked.hers(me).filter(pk__in=seen).order_by("starts", "pk")[:MOST]
    approved, refused = attendance.attest_all([(row, *seen[row.pk]) for row in rows], by=me, at=now)
    if approved:
        words = ngettext("%(n)d pass är bekräftat.", "%(n)d pass är bekräftade.", len(approved)) % {"n": len(approved)}
        messages.success(request, words)
    return worked.shown(request, me, refused=refused) if refused else redirect("booking:worked_time")


def of(me: User, pk: uuid.UUID) -> Booking:
    """The booking, if its time is hers to approve; else a 404."""
    return access.get(me, Booking.objects.with_places(), pk, "attest")


def _done(
    request: HttpRequest, me: User, booking: Booking, act: Callable[[datetime], object], words: str, *, undo: str = ""
) -> HttpResponse:
    """Do it, say so, and show the list; why it was not done stands at its row."""
    try:
        act(timezone.now())
    except Refused as refusal:
        return worked.shown(request, me, refused={booking.pk: refusal})
    messages.success(request, words, extra_tags=undone_at(undo) if undo else "")
    if request.POST.get("fran") == "bestallning":
        return redirect("booking:order", booking.order_id)
    return redirect("booking:worked_time")
