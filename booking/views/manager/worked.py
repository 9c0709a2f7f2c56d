"""Bekräfta arbetad tid: the shifts of her workplaces that are over, each one tap from being approved."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking.models import Booking, PlannerTask, WorkedTime
from booking.models.booking import BookingQuerySet
from booking.operations.attendance import TAKEN_BACK_WITHIN
from booking.operations.refusals import Refused
from booking.templatetags.worked import is_as
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from booking.worked import statements
from booking.worked.statements import Statements
from people import access
from people.models import User

ON_A_PAGE = 30
LATELY = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A shift that is over, what has been said of it, to a planner too, and why it was not approved just now."""

    booking: Booking
    said: Statements
    told: str = ""
    refusal: Refused | None = None

    @property
    def other(self) -> WorkedTime | None:
        """The time that was said last, if it is another than the booked one."""
        last = self.said.rows[-1] if self.said.rows else None
        return last if last and not is_as(last, self.booking) else None

    @property
    def agrees(self) -> bool:
        """Whether its substitute says that it was as booked."""
        return self.said.hers is not None and is_as(self.said.hers, self.booking)


@dataclass(frozen=True, slots=True)
class Day:
    """A day's shifts."""

    day: date
    rows: list[Row]

    @property
    def open(self) -> list[Row]:
        """Those that she can approve: whose period of pay is not closed."""
        return [row for row in self.rows if not row.said.is_closed]


@for_managers
@require_safe
def worked(request: HttpRequest, me: User) -> HttpResponse:
    """Those that wait, the latest day first, and those that were approved the last day and night."""
    return shown(request, me)


def shown(request: HttpRequest, me: User, *, refused: Mapping[uuid.UUID, Refused] | None = None) -> HttpResponse:
    """The list as it stands; `refused` is why some of what she asked for was not done."""
    now = timezone.now()
    page = Paginator(waiting(me, now=now).order_by("-starts", "pk"), ON_A_PAGE).get_page(request.GET.get("sida"))
    approved = list(hers(me).filter(attested_at__gt=now - TAKEN_BACK_WITHIN).order_by("-attested_at", "pk")[:LATELY])
    stood = statements.of(approved)
    missing = [one for key, one in (refused or {}).items() if key not in {booking.pk for booking in page}]
    days = _by_day(page, refused or {})
    context = {
        "days": days,
        "open": [row for day in days for row in day.open],
        "page": page,
        "approved": [Row(one, stood[one.pk]) for one in approved],
        "refused": missing,
        "today": local_day(now),
    }
    return render(request, "booking/manager/worked.html", context, status=409 if refused else 200)


def of(booking: Booking) -> Row:
    """One that is over, with what has been said of it."""
    return Row(booking, statements.of([booking])[booking.pk])


def hers(me: User) -> BookingQuerySet:
    """The bookings whose time she may approve, with what a list shows of them."""
    return access.scope(me, Booking.objects.with_places(), "attest")


def waiting(me: User, *, now: datetime) -> BookingQuerySet:
    """Those of them that are over and wait for it."""
    return hers(me).to_attest(now=now)


def _by_day(page: "Page[Booking]", refused: Mapping[uuid.UUID, Refused]) -> list[Day]:
    told, said = _told(page), statements.of(list(page))
    rows = [Row(one, said[one.pk], told.get(one.pk, ""), refused.get(one.pk)) for one in page]
    grouped = groupby(rows, key=lambda row: local_day(row.booking.starts))
    return [Day(day, list(of_day)) for day, of_day in grouped]


def _told(bookings: Iterable[Booking]) -> dict[uuid.UUID, str]:
    """What a planner has been told of each, and has not seen to; one query."""
    asked = PlannerTask.objects.undone().filter(
        kind=PlannerTask.Kind.WORKED_OTHERWISE, booking__in=[booking.pk for booking in bookings]
    )
    return {task.booking_id: task.facts.get("note", "") for task in asked if task.booking_id}
