"""A week of hers, said once more of another week."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from booking import agenda
from booking.models import Availability
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.refusals import Refused
from booking.operations.said import Said, Words, span_of
from booking.period import NoSuchTime, Period, TimeTwice, Weekly, covered, local, readings, shared, without
from booking.weeks import Week, local_day
from people.history import record
from people.models import Substitute, User


@dataclass(frozen=True, slots=True)
class Copied:
    """The days that were filled, in part at least; those left out, and why; those that the clock makes otherwise."""

    filled: tuple[date, ...] = ()
    past: tuple[date, ...] = ()
    spoken_of: tuple[date, ...] = ()
    clock_changes: tuple[date, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.filled or self.past or self.spoken_of or self.clock_changes)


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be said of a day. There is no `period` on a day when the clock jumps over all of it."""

    day: date
    period: Period | None
    words: Words
    clock_changes: bool


@decision
def copy_week(substitute: Substitute, source: Week, target: Week, *, by: User, at: datetime) -> Copied:
    """Say in `target` what she herself says in `source`, by Stockholm's clock, where nothing is said yet.

    Nothing gives way: what is said there already is her newer word. Days that have passed are left out. The night when
    the clock changes is as for time that recurs: a time that it jumps over is when it goes on, and one that comes twice
    is there both times; the day is named.
    """
    if target <= source:
        raise Refused(_("Välj en vecka som kommer efter den du kopierar från."))
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    distance = target.monday - source.monday
    pieces = [_moved(day, period, words, distance) for day, period, words in _hers(substitute, source)]
    coming = [piece for piece in pieces if piece.period is None or piece.period.ends > at]
    filled, spoken_of = _fill(substitute, coming, by=by, at=at)
    if filled:
        told = {"source": str(source), "target": str(target)}
        record(substitute, "availability.copy_week", by=by, at=at, area_id=None, **told)
    return Copied(
        filled,
        _days(piece for piece in pieces if piece not in coming),
        spoken_of,
        _days(piece for piece in coming if piece.clock_changes),
    )


def _hers(substitute: Substitute, week: Week) -> Iterator[tuple[date, Period, Words]]:
    """What she says herself of the days of the week, day by day; nights go with their evening."""
    rows = Availability.objects.filter(substitute=substitute, by_herself=True).for_any_order().touching(week.span)
    for row in rows.order_by("starts").prefetch_related("workplaces"):
        for period in agenda.day_by_day(row.period):
            if Week.of(day := local_day(period.starts)) == week:
                yield day, period, Words.of(row)


def _moved(day: date, period: Period, words: Words, distance: timedelta) -> Piece:
    """The same readings of the clock so many days later."""
    there = day + distance
    starts, ends = readings(period)
    spans = Weekly(frozenset({there.weekday()}), starts, ends, there).spans(there, there)
    last = there if ends > starts else there + timedelta(days=1)
    odd = any(_is_odd(on, reading) for on, reading in ((there, starts), (last, ends)))
    return Piece(there, next(spans, None), words, odd)


def _is_odd(day: date, reading: time) -> bool:
    """Whether the clock never shows it that day, or does so twice."""
    try:
        local(day, reading)
    except (NoSuchTime, TimeTwice):
        return True
    return False


def _fill(
    substitute: Substitute, pieces: Collection[Piece], *, by: User, at: datetime
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Say it where there is room: the days that were filled, and those of which something is said already."""
    wanted = [(piece, piece.period) for piece in pieces if piece.period]
    if not wanted:
        return (), ()
    said = Said(substitute, span_of(period for _piece, period in wanted), at=at)
    there_before = said.periods
    for piece, period in wanted:
        for room in without([period], said.periods):
            said.say(room, piece.words, by=by, at=at)
    filled = _days(piece for piece, period in wanted if not covered(period, there_before))
    return filled, _days(piece for piece, period in wanted if shared([period], there_before))


def _days(pieces: Iterable[Piece]) -> tuple[date, ...]:
    """Each of their days once, in order."""
    return tuple(sorted({piece.day for piece in pieces}))
