"""A worked shift in pieces: the day, the class of inconvenient hours, and ordinary, additional or overtime. Pure.

Real elapsed time less the break, in whole minutes; the pieces of a shift always add up to it. Nobody knows when a break
was taken: it is taken from the day that holds most of the shift, and there evenly from all of it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from booking.inconvenient import Calendar, Ob, spans
from booking.period import Period, whole_day
from booking.rules import Terms
from booking.weeks import Week, local_day

NONE, MINUTE, A_DAY = timedelta(), timedelta(minutes=1), timedelta(days=1)
FULL_WEEK = Terms().weekly_hours
"""40 hours (ATL 5 §): beyond them is overtime, whatever an agreement says."""

Key = TypeVar("Key", bound=Hashable)


class TimeKind(StrEnum):
    """What an hour is by the week that it is in."""

    ORDINARY = "ordinary"
    ADDITIONAL = "additional"  # mertid: beyond the agreement's week, and not beyond a full one
    OVERTIME = "overtime"  # övertid: beyond a full week


@dataclass(frozen=True, slots=True)
class Paper:
    """The agreement that a piece was worked by; `week` is its ordinary hours a week."""

    key: Hashable = None
    pay_form: str = ""
    week: timedelta = FULL_WEEK


@dataclass(frozen=True, slots=True)
class Piece:
    """So much work on a local day, all of one class; `ob` is `None` for hours that are not inconvenient."""

    day: date
    ob: Ob | None
    work: timedelta
    kind: TimeKind = TimeKind.ORDINARY
    paper: Paper = Paper()


def by_day(shift: Period, pause: timedelta) -> dict[date, timedelta]:
    """The work on each local day that the shift touches, cut at midnight.

    The break is taken from the day that holds most of the shift (the first of two equal ones), and what does not fit
    there from the others.
    """
    parts = {local_day(part.starts): part.length for part in _cut_at_midnight(shift)}
    left = pause
    for day in sorted(parts, key=lambda day: (-parts[day], day)):
        taken = min(left, parts[day])
        parts[day] -= taken
        left -= taken
    return parts


def pieces(shift: Period, pause: timedelta, kind_of: Calendar) -> Iterator[Piece]:
    """The shift in order, cut at midnight and where the class of inconvenient hours changes; all of it ordinary."""
    work = by_day(shift, pause)
    for day, cut in groupby(spans(shift, kind_of), key=lambda span: local_day(span[0].starts)):
        yield from _of_day(day, list(cut), work[day])


def classed(
    shifts: Iterable[tuple[Key, Period, timedelta]], paper_on: Callable[[Key, date], Paper], kind_of: Calendar
) -> dict[Key, list[Piece]]:
    """The pieces of all that one person worked, with what passes the hours of each week told apart.

    `shifts` are keys with spans and breaks. A week is Monday to Sunday in Stockholm, and what comes last in it is what
    passes. To be right for a week, all of that week must be handed in.
    """
    so_far: defaultdict[Week, timedelta] = defaultdict(timedelta)
    found: dict[Key, list[Piece]] = {}
    for key, shift, pause in sorted(shifts, key=lambda one: one[1]):
        mine = found.setdefault(key, [])
        for piece in pieces(shift, pause, kind_of):
            week, paper = Week.of(piece.day), paper_on(key, piece.day)
            mine += _by_week(replace(piece, paper=paper), so_far[week])
            so_far[week] += piece.work
    return found


def _of_day(day: date, cut: list[tuple[Period, Ob | None]], work: timedelta) -> Iterator[Piece]:
    whole = sum((span.length for span, _ob in cut), NONE)
    passed = done = NONE
    for span, ob in cut:
        passed += span.length
        # In whole minutes, and to the end all of it: so the pieces add up to the day.
        until = work if passed == whole else round(work * (passed / whole) / MINUTE) * MINUTE
        if until > done:
            yield Piece(day, ob, until - done)
        done = max(done, until)


def _by_week(piece: Piece, before: timedelta) -> Iterator[Piece]:
    """The piece cut where the week passes the agreement's hours, and where it passes a full one's."""
    full = max(FULL_WEEK, piece.paper.week)
    bounds = ((TimeKind.ORDINARY, piece.paper.week), (TimeKind.ADDITIONAL, full), (TimeKind.OVERTIME, None))
    at, end = before, before + piece.work
    for kind, bound in bounds:
        until = end if bound is None else min(end, bound)
        if until > at:
            yield replace(piece, work=until - at, kind=kind)
            at = until


def _cut_at_midnight(shift: Period) -> Iterator[Period]:
    day = local_day(shift.starts)
    while part := whole_day(day).common(shift):
        yield part
        day += A_DAY
