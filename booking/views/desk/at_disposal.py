"""Resurstid: who is paid by the month and can be sent, day by day of a week, and where."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.matching import at_disposal
from booking.matching.at_disposal import Disposal, Would
from booking.operations import seeing
from booking.templatetags.shifts import listed, short
from booking.views import resource_in_words
from booking.weeks import Week, local_day
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame


@dataclass(frozen=True, slots=True)
class Offer:
    """An order as the list shows it."""

    would: Would
    seen: str  # as the page shows it, so that nothing is done to another

    @property
    def how(self) -> str:
        """Inom resurspass 07–16"""
        return resource_in_words.to_a_planner(self.would.match)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of resource time as the list shows it."""

    disposal: Disposal
    offers: Sequence[Offer]

    @property
    def used(self) -> str:
        """07–14; nothing if no shift takes of it."""
        return listed([*map(short, self.disposal.used)])

    @property
    def places(self) -> str:
        """Where alone it counts; nothing if it does everywhere."""
        row = self.disposal.row
        return ", ".join(sorted(place.name for place in row.workplaces.all())) if row.limited else ""


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """A week, from today on if it is this one."""
    if not access.may(request.user, "availability.view"):
        raise Http404
    now = timezone.now()
    week = _week(request.GET.get("vecka", ""), now)
    found = at_disposal.within(week.span, seen_by=request.user, now=now)
    context: dict[str, Any] = {
        "week": week,
        "this_week": Week.of(local_day(now)),
        "days": list(_days(found, now)),
        "may_book": access.may(request.user, "order.book"),
    } | frame(_("Resurstid"), [], "user")
    return render(request, "booking/desk/at_disposal.html", context)


def _week(named: str, now: datetime) -> Week:
    try:
        return Week.named(named)
    except ValueError:
        return Week.of(local_day(now))


def _days(found: Sequence[Disposal], now: datetime) -> Iterator[tuple[date, list[Line]]]:
    ahead = [each for each in found if each.row.ends > now]
    marks = seeing.marks_of(list({would.order for each in ahead for would in each.would}))
    for day, those in groupby(ahead, key=lambda each: local_day(each.row.starts)):
        yield day, [_line(each, marks) for each in those]


def _line(disposal: Disposal, marks: Mapping[uuid.UUID, str]) -> Line:
    return Line(disposal, [Offer(would, marks[would.order.pk]) for would in disposal.would])
