"""Who has put in time that could be booked, day by day: with an agreement in the area, neither booked nor away.

Read in a constant number of queries, however many the areas, the days and the people are.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from booking.forecast.weighing import Free
from booking.models import Absence, Availability, Booking, Kind
from booking.models.order import LONGEST
from booking.period import Period, local, without
from booking.weeks import local_day, span_of
from people.models import Agreement, Substitute

SHORTEST = timedelta(hours=4)
"""Time that a shift could fill."""

MORNING = time(5)
"""Who is free since the evening before has a day from here on: what is left of her night is no time for a shift."""

Key = uuid.UUID
Place = tuple[Key, date]
Spans = Mapping[Key, Sequence[Period]]


@dataclass(frozen=True, slots=True)
class Papers:
    """Who may work in an area as what, and on which of the days."""

    area: Key
    substitute: Key
    trade: Key
    starts: date
    ends: date | None  # her last day

    def holds(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def papers(areas: Collection[Key], span: Period) -> list[Papers]:
    """The agreements that reach the areas, of active people; one query."""
    rows = Agreement.objects.touching(span).filter(Q(area__in=areas) | Q(workplace__area__in=areas))
    rows = rows.filter(substitute__in=Substitute.objects.active()).order_by("pk")
    names = ("area", "workplace__area", "substitute", "occupation", "starts", "ends")
    return [
        Papers(
            area or of_place, person, trade, local_day(starts), local_day(ends - timedelta.resolution) if ends else None
        )
        for area, of_place, person, trade, starts, ends in rows.values_list(*names)
    ]


def free(areas: Collection[Key], first: date, last: date) -> dict[Place, list[Free]]:
    """By area and day, each person once; five queries."""
    span = span_of(first, last)
    held = papers(areas, span)
    people = Agreement.objects.filter(Q(area__in=areas) | Q(workplace__area__in=areas)).values("substitute")
    open_, limits = _open(people, span)
    busy, booked = _busy(people, span)
    able: defaultdict[Key, list[Papers]] = defaultdict(list)
    for paper in held:
        able[paper.substitute].append(paper)
    found: dict[Place, list[Free]] = {}
    for person in sorted(able.keys() & open_.keys(), key=str):
        for day, places in _days(open_[person], busy[person], limits, first, last).items():
            if day not in booked[person]:
                _place(found, person, day, able[person], places)
    return found


def _place(
    found: dict[Place, list[Free]], person: Key, day: date, held: Iterable[Papers], places: frozenset[Key] | None
) -> None:
    trades: defaultdict[Key, set[Key]] = defaultdict(set)
    for paper in held:
        if paper.holds(day) and (places is None or paper.area in places):
            trades[paper.area].add(paper.trade)
    for area, of_hers in trades.items():
        found.setdefault((area, day), []).append(Free(person, frozenset(of_hers)))


@dataclass(frozen=True, slots=True)
class Open:
    """Time that she has put in; `row` if it is limited to some workplaces."""

    period: Period
    row: Key | None


def _open(people: "QuerySet[Any, Any]", span: Period) -> tuple[Mapping[Key, list[Open]], Mapping[Key, frozenset[Key]]]:
    """What gives time, by person; and the areas of those rows that are limited."""
    rows = Availability.objects.touching(span).for_any_order().exclude(kind=Kind.NOT_AVAILABLE)
    rows = rows.filter(substitute__in=people)
    found: defaultdict[Key, list[Open]] = defaultdict(list)
    for key, person, starts, ends, limited in rows.values_list("pk", "substitute", "starts", "ends", "limited"):
        found[person].append(Open(Period(starts, ends), key if limited else None))
    limits: defaultdict[Key, set[Key]] = defaultdict(set)
    for key, area in rows.filter(limited=True).values_list("pk", "workplaces__area"):
        limits[key].add(area)
    return found, {key: frozenset(areas) for key, areas in limits.items()}


def _busy(
    people: "QuerySet[Any, Any]", span: Period
) -> tuple[defaultdict[Key, list[Period]], defaultdict[Key, set[date]]]:
    """When she cannot, and on which days she begins a shift."""
    taken: defaultdict[Key, list[Period]] = defaultdict(list)
    no = Availability.objects.touching(span).filter(kind=Kind.NOT_AVAILABLE)
    away = Absence.objects.touching(span)
    names = ("substitute", "starts", "ends")
    both = no.order_by().values_list(*names).filter(substitute__in=people)
    for person, starts, ends in both.union(away.values_list(*names).filter(substitute__in=people), all=True):
        taken[person].append(Period(starts, ends))
    booked: defaultdict[Key, set[date]] = defaultdict(set)
    near = Booking.objects.occupying().overlapping(span).filter(starts__gt=span.starts - LONGEST)
    for person, starts, ends in near.filter(substitute__in=people).values_list(*names):
        taken[person].append(Period(starts, ends))
        booked[person].add(local_day(starts))
    return taken, booked


def _days(
    blocks: Sequence[Open], busy: Sequence[Period], limits: Mapping[Key, frozenset[Key]], first: date, last: date
) -> dict[date, frozenset[Key] | None]:
    """The days on which she has time for a shift, each with the areas that it counts in; `None` is everywhere."""
    found: dict[date, frozenset[Key] | None] = {}
    for row in {block.row for block in blocks}:
        periods = [block.period for block in blocks if block.row == row]
        for day in {day for left in without(periods, busy) for day in _long_enough(left, first, last)}:
            here = limits.get(row, frozenset()) if row else None
            before = found.get(day, frozenset())
            found[day] = None if here is None or before is None else before | here
    return found


def _long_enough(left: Period, first: date, last: date) -> Iterable[date]:
    day = max(local_day(left.starts), first)
    while day <= min(local_day(left.ends), last):
        if left.ends - max(left.starts, _morning(day)) >= SHORTEST:
            yield day
        day += timedelta(days=1)


def _morning(day: date) -> datetime:
    return local(day, MORNING)
