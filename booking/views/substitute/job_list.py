"""The list of available jobs: what she could take, as she has chosen to see it, and what she has asked for herself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from booking.forms.job_filter import JobFilter
from booking.matching import jobs as matching
from booking.models import Enquiry, Interest
from booking.views.substitute.job_cards import JobCard, in_order
from booking.weeks import local_day
from people import access
from people.models import Substitute

OUTCOMES = [Interest.Status.SELECTED, Interest.Status.NOT_SELECTED, Interest.Status.LAPSED]
REMEMBERED = timedelta(days=30)
"""How long the outcome of an interest stands in the list."""


@dataclass(frozen=True, slots=True)
class Hoped:
    """An interest of hers; `over` when it waits for nothing any more."""

    interest: Interest
    now: datetime

    @property
    def waits(self) -> bool:
        """Whether somebody may still choose her."""
        return self.interest.status == Interest.Status.REGISTERED and self.interest.order.starts > self.now

    @property
    def outcome(self) -> str:
        """What became of it, in words."""
        words = {
            Interest.Status.SELECTED: _("Passet är ditt"),
            Interest.Status.NOT_SELECTED: _("Någon annan fick passet"),
            Interest.Status.LAPSED: _("Passet togs bort"),
        }
        return words.get(Interest.Status(self.interest.status), _("Ingen blev vald"))


def listed(request: HttpRequest, me: Substitute, *, gone: bool = False, why: str = "") -> HttpResponse:
    """The list; `gone` says that the job which was asked for is not among them, `why` that it slipped away, and how."""
    now = timezone.now()
    seen = matching.open_to(me, now=now)
    chosen = JobFilter.read(request.GET, [job for job in seen if not job.wanted], me, today=local_day(now))
    cards = in_order(chosen.shown, asked_about(me, now=now))
    context = {
        "cards": cards,
        "hidden": len(chosen.jobs) - len(cards),
        "filter": chosen,
        "gone": gone or why,
        "why": why,
        "today": local_day(now),
        "regretted": regretted(request, in_order(chosen.jobs)),
    } | interests_of(me, now=now)
    status = 409 if why else 404 if gone else 200
    answer = render(request, "booking/substitute/jobs.html", context, status=status)
    if request.headers.get("HX-Request"):
        answer["HX-Push-Url"] = f"{request.path}?{chosen.query}" if chosen.query else request.path
    return answer


def asked_about(me: Substitute, *, now: datetime) -> dict[uuid.UUID, Enquiry]:
    """The enquiries that wait for her answer, by order."""
    waiting = access.scope(me.user, Enquiry.objects.unanswered(now=now).filter(substitute=me))
    return {enquiry.order_id: enquiry for enquiry in waiting}


def interests_of(me: Substitute, *, now: datetime) -> dict[str, Sequence[Hoped]]:
    """Those that wait, the soonest shift first, and what became of the others lately, the latest first."""
    open_still = Q(status=Interest.Status.REGISTERED, order__starts__gt=now - REMEMBERED)
    decided = Q(status__in=OUTCOMES, changed_at__gt=now - REMEMBERED)
    rows = access.scope(me.user, Interest.objects.filter(open_still | decided, substitute=me)).with_places()
    hoped = [Hoped(row, now) for row in rows]
    over = sorted((one for one in hoped if not one.waits), key=lambda one: one.interest.changed_at, reverse=True)
    return {"waiting": [one for one in hoped if one.waits], "outcomes": over}


def regretted(request: HttpRequest, cards: Sequence[JobCard]) -> JobCard | None:
    """The job whose interest she has just taken back, so that she can have it again."""
    return next((card for card in cards if str(card.order.pk) == request.GET.get("angrat")), None)
