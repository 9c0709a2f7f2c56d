"""What payroll has that stands no more, and what stands that it has not: asked of the database, not shift by shift."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from booking.models import Booking, WorkedTime
from booking.weeks import local_day, span_of
from payroll.models import RunShift
from payroll.operations.asked import Asked, Covered, mondays_of

HOLDS = Q(ended_at=None, attested_at__isnull=False)
SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Changed:
    """`gone`: sent, and not approved any more. `weeks`: by Monday, the people whose week is to be told anew."""

    gone: frozenset[uuid.UUID]
    weeks: Mapping[date, set[uuid.UUID]]


def since(asked: Asked, covered: Covered) -> Changed:
    """Of the period asked for and of what earlier runs covered. One query."""
    gone, weeks = set(), defaultdict[date, set[uuid.UUID]](set)
    for booking, person, area, starts, holds in _moved(asked, covered):
        day = local_day(starts)
        own = asked.holds(day, area)
        if not (own or covered.has(day, area)):
            continue
        if not holds:
            gone.add(booking)
        for monday in mondays_of(day):
            # Of its own period all is told anyway; but a later part of the week may have been sent before it.
            sunday = monday + SIX_DAYS
            if not own or (sunday > asked.last_day and covered.any_day(asked.last_day + timedelta(days=1), sunday)):
                weeks[monday].add(person)
    return Changed(frozenset(gone), weeks)


def _moved(
    asked: Asked, covered: Covered
) -> "QuerySet[Booking, tuple[uuid.UUID, uuid.UUID, uuid.UUID, datetime, bool]]":
    said = WorkedTime.objects.approved().filter(booking=OuterRef("pk")).order_by("-number").values("number")[:1]
    standing = RunShift.objects.filter(booking=OuterRef("pk"), stands=True)
    sent, sent_at = (standing.values(name)[:1] for name in ("version", "run__made_at"))
    rows = Booking.objects.filter(_within(asked, covered))
    if asked.area:
        rows = rows.filter(order__workplace__area=asked.area)
    rows = rows.annotate(said=Coalesce(Subquery(said), 0), sent=Subquery(sent), sent_at=Subquery(sent_at))
    # Approved anew since: the booked time itself may be another, and has no number.
    moved_on = Q(sent=None) | ~Q(sent=F("said")) | Q(attested_at__gt=F("sent_at"))
    moved = (HOLDS & moved_on) | (~HOLDS & Q(sent__isnull=False))
    known = rows.filter(moved).annotate(holds=Q(HOLDS))
    return known.values_list("pk", "substitute", "order__workplace__area", "starts", "holds")


def _within(asked: Asked, covered: Covered) -> Q:
    found = Q(pk=None)
    for first, last in {(asked.first_day, asked.last_day), *((first, last) for first, last, _ in covered.spans)}:
        days = span_of(first, last)
        found |= Q(starts__gte=days.starts, starts__lt=days.ends)
    return found
