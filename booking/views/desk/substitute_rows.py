"""What stands in the list of each substitute: so many questions, however many rows."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.text import capfirst

from booking.models import Absence, Availability, Booking, Kind
from booking.period import Period
from booking.templatetags.staffing import last_day
from people import access
from people.models import Agreement, RecordsCheck, Substitute, SubstituteCompetence, User


@dataclass(frozen=True, slots=True)
class NextWeek:
    """What the next week holds of hers."""

    shifts: int
    has_time: bool
    away: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A substitute, as what and where she may work as far as the reader sees, and what is soon to be seen to."""

    substitute: Substitute
    occupations: str
    places: str
    week: NextWeek
    expires: date | None
    bookable: bool


def of(keys: Sequence[uuid.UUID], *, week: Period, user: User, now: datetime) -> list[Row]:
    """The rows of these substitutes, in their order."""
    seen = access.scope(user, Agreement.objects.not_over(now=now).select_related("occupation", "area", "workplace"))
    people = Substitute.objects.filter(pk__in=keys).select_related("user")
    by_key = people.prefetch_related(Prefetch("agreements", seen, to_attr="seen_agreements")).in_bulk()
    weeks, ends = _weeks(keys, week), _first_ends(keys, user, now=now)
    return [_row(by_key[key], weeks[key], ends.get(key), now=now) for key in keys if key in by_key]


def _row(substitute: Substitute, week: NextWeek, expires: date | None, *, now: datetime) -> Row:
    papers: list[Agreement] = substitute.seen_agreements  # type: ignore[attr-defined]  # prefetched above
    in_force = any(paper.starts <= now for paper in papers)
    return Row(
        substitute,
        capfirst(", ".join(sorted({paper.occupation.name for paper in papers}))),
        ", ".join(sorted({str(paper.workplace or paper.area) for paper in papers})),
        week,
        expires,
        substitute.is_active and substitute.user.is_active and in_force,
    )


def _weeks(keys: Sequence[uuid.UUID], week: Period) -> Mapping[uuid.UUID, NextWeek]:
    shifts = _counted(Booking.objects.occupying().overlapping(week).filter(substitute__in=keys))
    said = Availability.objects.touching(week).filter(substitute__in=keys).exclude(kind=Kind.NOT_AVAILABLE)
    time = _counted(said)
    away = _counted(Absence.objects.filter(substitute__in=keys, starts__lt=week.ends, ends__gt=week.starts))
    return {key: NextWeek(shifts[key], time[key] > 0, away[key] > 0) for key in keys}


def _counted(rows: "QuerySet[Any]") -> Mapping[uuid.UUID, int]:
    counts: defaultdict[uuid.UUID, int] = defaultdict(int)
    for key in rows.values_list("substitute", flat=True):
        counts[key] += 1
    return counts


def _first_ends(keys: Sequence[uuid.UUID], user: User, *, now: datetime) -> Mapping[uuid.UUID, date]:
    """The last day of the paper that ends first, of those that hold and have an end."""
    papers: Iterable[QuerySet[Any]] = (
        Agreement.objects.all(), SubstituteCompetence.objects.all(), RecordsCheck.objects.filter(fit=True)
    )  # fmt: skip
    first: dict[uuid.UUID, datetime] = {}
    for rows in papers:
        hers = access.scope(user, rows.filter(substitute__in=keys, ends__gt=now))
        for key, ends in hers.values_list("substitute", "ends"):
            first[key] = min(first.get(key, ends), ends)
    return {key: last_day(ends) for key, ends in first.items()}
