"""What is read only where it matters: a year's work for overtime, five years' days for LAS."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models.fields.json import KT

from booking.eligibility import hours
from booking.eligibility.known import Known
from booking.eligibility.reading import Instant, Keys, moment, of
from booking.eligibility.seats import HOUR, Seat
from booking.eligibility.shifts import Booked, booked, over
from booking.models import Booking
from booking.period import Period, whole_day
from booking.rules import Terms, las
from booking.weeks import local_day


@dataclass(frozen=True, slots=True)
class Beyond:
    """By substitute. Who is not in `year` has no week that is full; `days` is `None` when nobody has counted."""

    year: Mapping[uuid.UUID, Sequence[Booked]] = field(default_factory=dict)
    days: Mapping[uuid.UUID, Collection[date]] | None = None


def beyond(seats: Sequence[Seat], known: Mapping[uuid.UUID, Known], keys: Keys, *, count_las: bool) -> Beyond:
    """At most one query for the year, and one for LAS."""
    return Beyond(_year(seats, known), _days(seats[0], keys) if count_las else None)


def _year(seats: Sequence[Seat], known: Mapping[uuid.UUID, Known]) -> Mapping[uuid.UUID, Sequence[Booked]]:
    longest: defaultdict[Period, timedelta] = defaultdict(timedelta)
    for seat in seats:
        for week, own in seat.weeks:
            longest[week] = max(longest[week], own)
    full = [key for key, hers in known.items() if hers.booked and _may_fill(hers, longest)]
    year: defaultdict[uuid.UUID, list[Booked]] = defaultdict(list)
    for key, row in booked(over(hours.year_around(seats)), full) if full else ():
        year[key].append(row)
    return year


def _may_fill(known: Known, longest: Mapping[Period, timedelta]) -> bool:
    """Whether some shift may make some week longer than her ordinary one; rather one too many than one too few."""
    own = [float(paper.profile[0]) * HOUR for paper in known.papers if paper.profile]
    ordinary = min([Terms().weekly_hours, *own])
    return any(hours.fills(week, shift, known.booked, ordinary) for week, shift in longest.items())


def _days(seat: Seat, keys: Keys) -> Mapping[uuid.UUID, Collection[date]]:
    """The days on which she began a shift that was agreed on as the seat's legal kind, as far as LAS looks back."""
    today = local_day(seat.shift.period.starts)
    first = whole_day(date(today.year - las.WINDOW, 1, 1)).starts
    span = {"starts__gte": first, "starts__lt": whole_day(today).ends}
    rows = of(keys, Booking.objects.occupying().filter(**span)).exclude(order=seat.order)
    days: defaultdict[uuid.UUID, list[date]] = defaultdict(list)
    for key, starts, kind in rows.values_list("substitute", Instant("starts"), KT("terms__employment")):
        if kind == seat.legal_kind:
            days[key].append(local_day(moment(starts)))
    return days
