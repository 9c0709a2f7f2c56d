"""Time that recurs: laid out as rows, ahead of each day, and never over what was said of that day alone."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet

from booking.models import Availability, AvailabilityPattern, Booking, Kind
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.said import Outcome, Said, Words, span_of
from booking.period import Period, Weekly, whole_day, without
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User, Workplace


@decision
def lay_out(
    substitute: Substitute,
    weekly: Weekly,
    *,
    kind: Kind,
    by: User,
    at: datetime,
    workplaces: Collection[Workplace] = (),
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> Outcome:
    """Say `kind` of the same time every week, from now on. The same again is the same one.

    What was said of a day by itself stands; what an older pattern laid out gives way, but for what a shift needs.
    """
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    about: dict[str, Any] = {"workplaces": workplaces, "gives_time": gives_time, "shift_minutes": shift_minutes}
    words = Words.about(substitute, kind, by=by, **about)
    for pattern in _running(substitute):
        if (pattern.weekly, words_of(pattern)) == (weekly, words):
            return Outcome(pattern=pattern)
    pattern = _written(substitute, weekly, words, by=by, at=at, workplaces=workplaces)
    outcome = _laid(pattern, weekly.first, at=at, anew=True)
    facts = {"substitute": str(substitute.pk), "kind": kind}
    record(pattern, "availabilitypattern.lay_out", by=by, at=at, area_id=None, **facts)
    return outcome


def due(*, at: datetime) -> QuerySet[Substitute]:
    """Those with a pattern that has days left to lay out."""
    patterns = _due(AvailabilityPattern.objects.running(), at=at)
    return Substitute.objects.active().filter(pk__in=patterns.values("substitute"))


@decision
def extend(substitute: Substitute, *, at: datetime) -> None:
    """Lay out the days that have come within sight; twice a night is once. The newest pattern has its way."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    for pattern in _due(_running(substitute), at=at):
        _laid(pattern, pattern.laid_out_to + timedelta(days=1), at=at, anew=False)
        AvailabilityPattern.objects.filter(pk=pattern.pk).update(laid_out_to=_horizon(at))


@decision
def end(pattern: AvailabilityPattern, last_day: date, *, by: User, at: datetime) -> list[Booking]:
    """Let it not recur after the day, but for what a booked shift needs; answers with those shifts."""
    substitute = locked_substitutes([pattern.substitute_id])[pattern.substitute_id]
    pattern = AvailabilityPattern.objects.select_related("substitute").get(pk=pattern.pk)
    if pattern.ended_at or (pattern.last_day and pattern.last_day <= last_day):
        return []
    stood = _taken_up(pattern, last_day, at=at)
    pattern.last_day = max(last_day, pattern.first_day)
    pattern.ended_at = at if last_day <= pattern.laid_out_to else None
    pattern.save(update_fields=["last_day", "ended_at"])
    facts = {"substitute": str(substitute.pk), "last_day": last_day.isoformat()}
    record(pattern, "availabilitypattern.end", by=by, at=at, area_id=None, **facts)
    return stood


def _running(substitute: Substitute) -> QuerySet[AvailabilityPattern]:
    """Hers, the newest first."""
    hers = AvailabilityPattern.objects.running().filter(substitute=substitute)
    return hers.select_related("substitute", "entered_by").prefetch_related("workplaces").order_by("-entered_at", "-pk")


def _due(patterns: QuerySet[AvailabilityPattern], *, at: datetime) -> QuerySet[AvailabilityPattern]:
    days_left = Q(last_day=None) | Q(last_day__gt=F("laid_out_to"))
    return patterns.filter(days_left, laid_out_to__lt=_horizon(at))


def _horizon(at: datetime) -> date:
    """The last day that is laid out."""
    return local_day(at) + timedelta(weeks=settings.PATTERN_WEEKS)


def _written(
    substitute: Substitute, weekly: Weekly, words: Words, *, by: User, at: datetime, workplaces: Collection[Workplace]
) -> AvailabilityPattern:
    pattern = AvailabilityPattern.objects.create(
        substitute=substitute,
        kind=words.kind,
        gives_time=words.gives_time,
        shift_minutes=words.shift_minutes,
        weekdays=sorted(weekly.weekdays),
        starts=weekly.starts,
        ends=weekly.ends,
        every_weeks=weekly.every,
        first_day=weekly.first,
        last_day=weekly.last,
        entered_by=by,
        entered_at=at,
        laid_out_to=_horizon(at),
    )
    pattern.workplaces.set(workplaces)
    return pattern


def _laid(pattern: AvailabilityPattern, since: date, *, at: datetime, anew: bool) -> Outcome:
    """Its rows from the day on, as far as one can see; laid out anew it takes the place of older patterns."""
    spans = [span for span in pattern.weekly.spans(since, _horizon(at)) if span.ends > at]
    if not spans:
        return Outcome(pattern=pattern)
    words = words_of(pattern)
    said = Said(pattern.substitute, span_of(spans), at=at)
    room: list[Period] = []
    for span in spans:  # two of them can share an hour, the night when the clock is set back
        free = said.make_room(span, words, what=lambda row: anew and row.pattern_id is not None)
        room += without(free, room[-1:])
    rows = said.write(room, words, by=pattern.entered_by, at=pattern.entered_at, pattern=pattern)
    return Outcome(rows, said.stood, pattern)


def _taken_up(pattern: AvailabilityPattern, last_day: date, *, at: datetime) -> list[Booking]:
    """Its rows after the day are gone, past ones aside; answers with the shifts that need theirs."""
    rows = list(Availability.objects.filter(pattern=pattern, starts__gte=whole_day(last_day).ends, ends__gt=at))
    if not rows:
        return []
    said = Said(pattern.substitute, span_of(row.period for row in rows), at=at)
    for row in rows:
        said.make_room(row.period, None, what=lambda other: other.pattern_id == pattern.pk)
    return said.stood


def words_of(pattern: AvailabilityPattern) -> Words:
    """What it says of its time."""
    places = pattern.workplaces.all()
    about: dict[str, Any] = {
        "workplaces": places,
        "gives_time": pattern.gives_time,
        "shift_minutes": pattern.shift_minutes,
    }
    return Words.about(pattern.substitute, Kind(pattern.kind), by=pattern.entered_by, **about)
