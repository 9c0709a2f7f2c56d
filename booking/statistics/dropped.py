"""People who were near a limit under LAS and were then neither booked nor asked: what can be known, and not why."""

import uuid
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from booking.eligibility import employment
from booking.eligibility.nearing import Limit, Near, near
from booking.models import Booking, EndReason, Enquiry
from booking.period import Period
from booking.statistics.keeping import kept
from booking.statistics.selection import Selection
from booking.statistics.suppression import Count, Told, told
from booking.weeks import local_day, span_of

QUIET, BEFORE = timedelta(days=30), timedelta(days=60)
"""So long nobody asked for her, and so long before that she worked."""

BY_THE_DESK = (EndReason.OTHER, EndReason.MISTAKE)
"""Bookings that ended although the shift was still there and she had not given it back."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Who is near a limit when the last day is over, and who of them was let go."""

    last: date
    near: list[Near]
    let_go: frozenset[uuid.UUID]
    ended: frozenset[uuid.UUID]  # had a booking ended by the desk in the last thirty days


@kept
def dropped(chosen: Selection) -> Dropped:
    """Of those who worked in the chosen areas in the last ninety days; a constant number of queries."""
    last = min(chosen.stretch.last, local_day(chosen.now))
    quiet = span_of(last - QUIET + timedelta(days=1), last)
    found = near(_worked(chosen, Period(quiet.starts - BEFORE, quiet.ends)), until=last)
    people = frozenset(each.substitute for each in found)
    worked_before = people & _worked(chosen, Period(quiet.starts - BEFORE, quiet.starts))
    return Dropped(last, found, worked_before - _wanted(people, quiet), _ended(people, quiet))


def _worked(chosen: Selection, span: Period) -> frozenset[uuid.UUID]:
    rows = Booking.objects.occupying().filter(starts__gte=span.starts, starts__lt=min(span.ends, chosen.now))
    rows = rows.filter(order__workplace__area__in=chosen.areas).order_by()
    return frozenset(rows.values_list("substitute", flat=True).distinct())


def _wanted(people: Collection[uuid.UUID], quiet: Period) -> frozenset[uuid.UUID]:
    """Anywhere: who is asked in another area is not let go."""
    booked = Booking.objects.occupying().filter(substitute__in=people, starts__gte=quiet.starts)
    asked = Enquiry.objects.put().filter(substitute__in=people, asked_at__gte=quiet.starts, asked_at__lt=quiet.ends)
    keys = (rows.order_by().values_list("substitute", flat=True) for rows in (booked, asked))
    return frozenset(key for each in keys for key in each)


def _ended(people: Collection[uuid.UUID], quiet: Period) -> frozenset[uuid.UUID]:
    rows = Booking.objects.filter(substitute__in=people, ended_at__gte=quiet.starts, ended_at__lt=quiet.ends)
    return frozenset(rows.filter(end_reason__in=BY_THE_DESK).order_by().values_list("substitute", flat=True))


def counted(found: Dropped) -> dict[Limit, Told]:
    """Of each limit: how many are near and `went_on`, and how many were `let_go`; groups of few are hidden."""
    let_go = Counter(each.limit for each in found.near if each.substitute in found.let_go)
    all_near = Counter(each.limit for each in found.near)
    return {
        limit: told(
            {
                "let_go": Count.of_people(let_go[limit]),
                "went_on": Count.of_people(all_near[limit] - let_go[limit]),
            }
        )
        for limit in employment.limits()
    }
