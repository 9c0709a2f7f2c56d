"""Something else instead of what she has said: of one day, or of a week that recurs from a day on."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from booking.models import Availability, AvailabilityPattern, Kind
from booking.operations import patterns
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.said import Outcome, Said, Words, span_of
from booking.period import Period, Weekly, covered, without
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User, Workplace


@decision
def of_a_day(  # noqa: PLR0913 (all that may be said of a time)
    substitute: Substitute,
    instead_of: Period,
    periods: Collection[Period],
    *,
    kind: Kind,
    by: User,
    at: datetime,
    workplaces: Collection[Workplace] = (),
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> Outcome:
    """Say `kind` over the periods, and nothing over the rest of what was said, but for what a booked shift needs."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    about: dict[str, Any] = {"workplaces": workplaces, "gives_time": gives_time, "shift_minutes": shift_minutes}
    words = Words.about(substitute, kind, by=by, **about)
    said = Said(substitute, span_of([instead_of, *periods]), at=at)
    rows = [
        said.say(room, words, by=by, at=at)
        for period in words.over(periods)
        for room in said.make_room(period, words, even_alike=True)
    ]
    for left in without([instead_of], periods):
        said.make_room(left, None)
    record(substitute, "availability.change", by=by, at=at, area_id=None, kind=kind)
    return Outcome(rows, said.stood)


@decision
def from_a_day_on(
    pattern: AvailabilityPattern,
    weekly: Weekly,
    *,
    kind: Kind,
    by: User,
    at: datetime,
    workplaces: Collection[Workplace] = (),
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> Outcome:
    """Let the week recur in another way from the first day of `weekly`; as before if that is what it says."""
    substitute = locked_substitutes([pattern.substitute_id])[pattern.substitute_id]
    pattern = AvailabilityPattern.objects.select_related("substitute", "entered_by").get(pk=pattern.pk)
    about: dict[str, Any] = {"workplaces": workplaces, "gives_time": gives_time, "shift_minutes": shift_minutes}
    words = Words.about(substitute, kind, by=by, **about)
    if (replace(weekly, first=pattern.first_day), words) == (pattern.weekly, patterns.words_of(pattern)):
        return Outcome(pattern=pattern)
    needing = patterns.end(pattern, weekly.first - timedelta(days=1), by=by, at=at)
    outcome = patterns.lay_out(substitute, weekly, kind=kind, by=by, at=at, **about)
    bare = [shift for shift in needing if not covered(shift.period, _around(weekly, shift.period))]
    stood = {shift.pk: shift for shift in (*outcome.stood, *bare)}
    return replace(outcome, stood=sorted(stood.values(), key=lambda shift: shift.starts))


def said_already(
    substitute: Substitute,
    periods: Collection[Period],
    *,
    kind: Kind,
    by: User,
    workplaces: Collection[Workplace] = (),
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> bool:
    """Whether just that is what she says of the periods, as after a form that was sent twice."""
    about: dict[str, Any] = {"workplaces": workplaces, "gives_time": gives_time, "shift_minutes": shift_minutes}
    words = Words.about(substitute, kind, by=by, **about)
    rows = Availability.objects.for_any_order().filter(substitute=substitute).touching(span_of(periods))
    saying = [row.period for row in rows.prefetch_related("workplaces") if Words.of(row) == words]
    return all(covered(period, saying) for period in periods)


def _around(weekly: Weekly, period: Period) -> list[Period]:
    the_night_before = local_day(period.starts) - timedelta(days=1)
    return list(weekly.spans(the_night_before, local_day(period.ends)))
