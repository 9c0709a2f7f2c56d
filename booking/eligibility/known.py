"""What the database says of many substitutes, read as plain tuples: as many queries for thousands as for one."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    PositiveSmallIntegerField,
    QuerySet,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast

from booking.eligibility.reading import Instant, Keys, among, moment, of, perhaps
from booking.eligibility.seats import Profile, Seat, Spans
from booking.eligibility.shifts import Booked, Elsewhen, around_any, booked, elsewhen_of, near
from booking.models import Absence, Availability
from booking.period import Period
from booking.rules import Worked
from people.models import Agreement, Block, Introduction, RecordsCheck, Substitute, SubstituteCompetence

STARTS, ENDS = Instant("starts"), Instant("ends")
AWAY, INTRODUCED = "away", "introduced"
NO_KEY, NO_TIME = Cast(Value(None), UUIDField()), Cast(Value(None), BigIntegerField())
NO_KIND, NO_MINUTES = Value("", CharField()), Cast(Value(None), PositiveSmallIntegerField())


class Person(NamedTuple):
    """What is asked of a substitute herself."""

    key: uuid.UUID
    active: bool
    by_hand_only: bool
    born: date | None
    ends_on: date | None  # the last day of her account

    @classmethod
    def of(cls, substitute: Substitute) -> "Person":
        """As her row says."""
        active = substitute.is_active and substitute.user.is_active
        return cls(substitute.pk, active, substitute.by_hand_only, substitute.born, substitute.user.ends_on)


class Paper(NamedTuple):
    """An agreement; no end is until further notice."""

    starts: datetime
    ends: datetime | None
    key: uuid.UUID
    area: uuid.UUID | None
    workplace: uuid.UUID | None
    occupation: uuid.UUID
    pay_form: str
    profile: Profile | None


class Word(NamedTuple):
    """What she has said of her time, or that she is away (`AWAY`)."""

    starts: datetime
    ends: datetime
    period: Period  # the same, for the rules
    kind: str
    by_herself: bool
    order: uuid.UUID | None
    places: Collection[uuid.UUID] | None  # `None` is everywhere
    gives_time: bool = False  # in the time bank, when it is worked
    most: timedelta | None = None  # how long the shift is that she gives within it


class Held(NamedTuple):
    """A competence, or a records check of a kind, and from when to when."""

    what: Any
    starts: datetime
    ends: datetime | None


@dataclass(slots=True)
class Known:
    """All that an order may ask of one substitute."""

    papers: list[Paper] = field(default_factory=list)  # the first to begin first
    competences: list[Held] = field(default_factory=list)
    records_checks: list[Held] = field(default_factory=list)
    introduced: set[uuid.UUID] = field(default_factory=set)  # at these workplaces
    blocked: set[uuid.UUID] = field(default_factory=set)  # from these
    absences: list[Period] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)  # soonest first
    elsewhen: dict[Spans, Elsewhen] = field(default_factory=dict)
    counted: dict[Spans, Worked] = field(default_factory=dict)  # what was
    words: list[Word] = field(default_factory=list)


def known_of(
    seats: Sequence[Seat], keys: Keys, *, let_in: bool = False, summed: bool = False, later: bool = True
) -> Mapping[uuid.UUID, Known]:
    """What the rules may ask of these substitutes for these seats.

    `let_in` when the database has already told that they are not blocked where they are asked of; `summed` when the
    hours of shifts far from the seats are enough, and need not be listed; not `later` when it has told that they are
    not absent either, and nobody asks what they have said of later times.
    """
    known: defaultdict[uuid.UUID, Known] = defaultdict(Known)
    span = Period(min(seat.papers_span.starts for seat in seats), max(seat.papers_span.ends for seat in seats))
    for key, paper in _papers(span, seats, keys):
        known[key].papers.append(paper)
    if not let_in:
        for key, place in of(keys, Block.objects.in_force()).values_list("substitute", "workplace"):
            known[key].blocked.add(place)
    for key, row in booked(near(seats) if summed else around_any(seats), keys):
        known[key].booked.append(row)
    for key, spans, elsewhen in elsewhen_of(seats, keys) if summed else ():
        known[key].elsewhen[spans] = elsewhen
    for key, word in _words(span if later else _shifts(seats), keys):
        if word.kind == AWAY:
            known[key].absences.append(word.period)
        else:
            known[key].words.append(word)
    _what_some_demand(known, span, seats, keys)
    return known


def _shifts(seats: Sequence[Seat]) -> Period:
    """From the first to begin to the last to end."""
    return Period(min(seat.shift.period.starts for seat in seats), max(seat.shift.period.ends for seat in seats))


def _papers(span: Period, seats: Sequence[Seat], keys: Keys) -> Iterable[tuple[uuid.UUID, Paper]]:
    rows = Agreement.objects.touching(span).filter(occupation__in={seat.occupation for seat in seats})
    own = ("pk", "area", "workplace", "occupation", "pay_form", "rule_profile")
    profile = ("weekly_hours", "month_cap", "days_in_row", "overridable")
    names = (*own, *(f"rule_profile__{name}" for name in profile))
    for row in of(keys, rows).order_by("starts", "pk").values_list("substitute", STARTS, ENDS, *names):
        key, starts, ends = row[:3]
        yield key, Paper._make([moment(starts), perhaps(ends), *row[3:8], row[9:] if row[8] else None])


def _what_some_demand(known: Mapping[uuid.UUID, Known], span: Period, seats: Sequence[Seat], keys: Keys) -> None:
    """Competences, introductions and records checks: read only if some seat asks for one, and then in one query."""
    rows = list(_demanded(span, seats, keys))
    if not rows:
        return
    first, *others = rows
    for key, thing, kind, starts, ends in first.union(*others, all=True) if others else first:
        if kind == INTRODUCED:
            known[key].introduced.add(thing)
        elif thing:
            known[key].competences.append(Held(thing, moment(starts), perhaps(ends)))
        else:
            known[key].records_checks.append(Held(kind, moment(starts), perhaps(ends)))


def _demanded(span: Period, seats: Sequence[Seat], keys: Keys) -> "Iterable[QuerySet[Any]]":
    """Each table that a seat asks of, in the same columns: whose, which, of what kind, from and to."""
    if serving := {one for seat in seats for one in seat.serves}:
        held = of(keys, SubstituteCompetence.objects.touching(span).filter(competence__in=serving))
        yield held.values_list("substitute", "competence", NO_KIND, STARTS, ENDS)
    if places := {seat.workplace for seat in seats if seat.shift.needs_introduction}:
        given = of(keys, Introduction.objects.filter(workplace__in=places))
        yield given.values_list("substitute", "workplace", Value(INTRODUCED), NO_TIME, NO_TIME)
    if kinds := {seat.records_check for seat in seats} - {""}:
        shown = of(keys, RecordsCheck.objects.touching(span).filter(fit=True, kind__in=kinds))
        yield shown.values_list("substitute", NO_KEY, "kind", STARTS, ENDS)


def _words(span: Period, keys: Keys) -> Iterable[tuple[uuid.UUID, Word]]:
    """What she has said of her time, and when she is away, in one query."""
    limited = Case(When(limited=True, then="pk"))  # few are, and a key takes time to read
    said = of(keys, Availability.objects.touching(span))
    away = of(keys, Absence.objects.touching(span))
    no = Value(value=False)
    rows = list(
        said.values_list(
            "substitute", STARTS, ENDS, "kind", "by_herself", "order", "gives_time", "shift_minutes", limited
        ).union(away.values_list("substitute", STARTS, ENDS, Value(AWAY), no, NO_KEY, no, NO_MINUTES, NO_KEY), all=True)
    )
    places: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    if keyed := [row[-1] for row in rows if row[-1]]:
        links: QuerySet[Any] = Availability.workplaces.through.objects.filter(among("availability", keyed))
        for pk, place in links.values_list("availability", "workplace"):
            places[pk].add(place)
    for key, starts, ends, kind, by_herself, order, gives_time, minutes, pk in rows:
        said_of = Period(moment(starts), moment(ends))
        most = None if minutes is None else timedelta(minutes=minutes)
        where = places[pk] if pk else None
        yield key, Word(said_of.starts, said_of.ends, said_of, kind, by_herself, order, where, gives_time, most)
