"""How a shift lies to the time that somebody is paid for by the month, and puts at disposal. Pure.

A resource shift has times of its own: the shift has the same (`EXACT`), or lies within them (`INSIDE`). Acute resource
time may be moved: the shift lies within the span (`MOVABLE`), and is no longer than what is left of the shift that she
gives that day. Lengths are real elapsed time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from booking.period import Period, covered, joined, shared, without
from booking.weeks import local_day

NONE = timedelta()


class Fit(StrEnum):
    """How the shift lies, the nearest first."""

    EXACT = "exact"
    INSIDE = "inside"
    MOVABLE = "movable"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Resource time as it was put in."""

    period: Period
    acute: bool = False
    gives_time: bool = False
    most: timedelta | None = None  # of acute time: how long the shift is that she gives that day; nothing is all of it


@dataclass(frozen=True, slots=True)
class Match:
    """A shift beside the resource time that it meets."""

    fit: Fit | None  # nothing if it does not lie within it
    block: Period  # the time that it lies in, or meets first, put together
    left: tuple[Period, ...] = ()  # what no shift takes of a resource shift; acute time is moved, and leaves nothing
    missing: tuple[Period, ...] = ()  # what of the shift lies outside
    too_long: timedelta = NONE  # by how much it is longer than what she gives
    gives_time: bool = False  # whether all of it goes to the time bank when it is worked

    @property
    def left_over(self) -> timedelta:
        """How much is left of the resource shift, before and after."""
        return sum((period.length for period in self.left), NONE)


def match(shift: Period, stretches: Collection[Stretch], booked: Collection[Period] = ()) -> Match | None:
    """How the shift lies; nothing if no resource time meets it. `booked` are her other shifts."""
    every = joined(stretch.period for stretch in stretches)
    block = next((each for each in every if each.overlaps(shift)), None)
    if block is None:
        return None
    plain = joined(stretch.period for stretch in stretches if not stretch.acute)
    if holding := next((each for each in plain if each.covers(shift)), None):
        left = without([holding], [shift, *booked])
        fit = Fit.EXACT if holding == shift else Fit.INSIDE
        return Match(fit, holding, left, gives_time=_gives_time(shift, stretches))
    missing, too_long = without([shift], every), beyond(shift, stretches, booked)
    if missing or too_long:
        return Match(None, block, missing=missing, too_long=too_long)
    return Match(Fit.MOVABLE, block, gives_time=_gives_time(shift, stretches))


def beyond(shift: Period, stretches: Iterable[Stretch], booked: Collection[Period]) -> timedelta:
    """By how much the shift is longer than what is left of the one that she gives within it, the worst day of them.

    What she gives belongs to the day that the time begins, however many pieces it has been cut into. Every shift that
    lies in it takes of it.
    """
    by_day: defaultdict[date, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        if stretch.most is not None:
            by_day[local_day(stretch.period.starts)].append(stretch)
    return max((_beyond(shift, those, booked) for those in by_day.values()), default=NONE)


def _beyond(shift: Period, those: Sequence[Stretch], booked: Collection[Period]) -> timedelta:
    spans = [stretch.period for stretch in those]
    asked = _length(shared(spans, [shift]))
    most = max((stretch.most for stretch in those if stretch.most is not None), default=NONE)
    return max(asked + _length(shared(spans, booked)) - most, NONE) if asked else NONE


def _length(periods: Iterable[Period]) -> timedelta:
    return sum((period.length for period in periods), NONE)


def _gives_time(shift: Period, stretches: Iterable[Stretch]) -> bool:
    return covered(shift, [stretch.period for stretch in stretches if stretch.gives_time])
