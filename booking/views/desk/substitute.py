"""One substitute: the frame of her pages at the desk, and the first of them, which says how things are now."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking import time_bank
from booking.eligibility import employment, workload
from booking.models import Availability, Booking
from booking.period import Period
from booking.views.desk import panels
from people import access, learning, looking
from people.models import Agreement, Substitute, User
from people.operations import wishes
from people.operations.wishes import Wishes
from people.requests import SignedIn
from people.views.desk import second_steps
from people.views.desk.page import frame
from people.views.desk.substitutes import the_list

AHEAD = timedelta(days=14)
SHOWN = 10
"""Coming shifts on the first page; all of them are on a page of their own."""

LOOKS = {"las": "shifts"}
"""The page that a look at one of hers is written down as, where it is not its own: her days are of her shifts."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A coming shift; where it is belongs to those of its area."""

    booking: Booking
    place_is_seen: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """One of her pages."""

    name: str
    url: str
    current: bool


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The substitute's first page."""
    return page(request, the_substitute(request, pk))


def page(request: SignedIn, substitute: Substitute, *, sent: panels.Sent | None = None) -> HttpResponse:
    """The page, with a form that was refused as it was sent."""
    now, user = timezone.now(), request.user
    context = framed(request, substitute, "inspect", now=now)
    may_change = context["may_change"]
    context |= _time(substitute, user, now=now)
    context["learning"] = learning.of([substitute], seen_by=user).get(substitute.pk, [])
    context |= panels.of_time(substitute, user, now=now, sent=sent or {}, may_change=may_change)
    if may_change:
        context |= {"wishes": _wishes(substitute, user)} | counted(substitute, user, now=now)
    return render(request, "booking/desk/substitute.html", context, status=422 if sent else 200)


def the_substitute(request: SignedIn, pk: uuid.UUID, *verbs: str) -> Substitute:
    """Somebody whom she may see, or do the verb to; else 404."""
    return access.get(request.user, Substitute.objects.select_related("user", "locality"), pk, *verbs)


def framed(request: SignedIn, substitute: Substitute, route: str, *, now: datetime) -> dict[str, Any]:
    """What stands around each of her pages; `route` is which of them it is."""
    user = request.user
    if request.method == "GET":
        looking.note(substitute.user, looking.Page(LOOKS.get(route, route)), by=user, at=now)
    pages = [("inspect", _("Överblick")), ("papers", _("Papper"))]
    if access.may(user, "booking.view"):
        pages.append(("shifts", _("Pass och timmar")))
    if may_change := access.can(user, "change", substitute):
        pages.append(("las", _("LAS")))
    if access.may(user, "timebankentry.view") and time_bank.is_kept(substitute, now=now):
        pages.append(("time_bank", _("Tidbank")))
    if may_write := access.can(user, "write", substitute):
        pages.append(("messages", _("Meddelanden")))
    if access.can(user, "invite", substitute):
        pages.append(("account", _("Konto")))
    tabs = [Tab(name, reverse(f"substitute:{one}", args=[substitute.pk]), one == route) for one, name in pages]
    return {
        "substitute": substitute,
        "may_unlock": second_steps.is_offered(substitute, user),
        "tabs": tabs,
        "may_change": may_change,
        "may_write": may_write,
        "now": now,
    } | frame(str(substitute), [the_list()])


def counted(substitute: Substitute, user: User, *, now: datetime) -> dict[str, Any]:
    """Her hours and her days under LAS, for her planners."""
    papers = Agreement.objects.filter(substitute=substitute).select_related(
        "rule_profile", "area__policy", "workplace__policy", "workplace__area__policy"
    )
    return {
        "workload": workload.of(substitute, list(access.scope(user, papers)), now=now),
        "employment": employment.of(substitute, now=now),
    }


def coming(substitute: Substitute, user: User, *, now: datetime) -> list[Shift]:
    """Her coming shifts, each with whether the reader may see where."""
    hers = Booking.objects.coming(now=now).of(substitute)
    seen = set(access.scope(user, hers).values_list("pk", flat=True))
    return [Shift(booking, booking.pk in seen) for booking in hers.with_places()]


def _wishes(substitute: Substitute, user: User) -> Wishes:
    """For her planners alone, and of workplaces only their own."""
    seen = access.scope(user, substitute.wished_workplaces.all()).order_by("name", "pk")
    return replace(wishes.of(substitute), workplaces=tuple(seen))


def _time(substitute: Substitute, user: User, *, now: datetime) -> dict[str, Any]:
    shifts = coming(substitute, user, now=now)
    ahead = Availability.objects.touching(Period(now, now + AHEAD)).filter(substitute=substitute)
    return {
        "shifts": shifts[:SHOWN],
        "more_shifts": max(len(shifts) - SHOWN, 0),
        "availability": access.scope(user, ahead).order_by("starts"),
    }
