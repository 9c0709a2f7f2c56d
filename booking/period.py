"""Half-open spans of time. Pure: no database, no clock, no settings.

All moments are aware. Lengths are real elapsed time, so that the night the clocks change is 7 or 9 hours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class NoSuchTime(ValueError):
    """A local time that the clock jumps over in spring."""


class TimeTwice(ValueError):
    """A local time that the clock passes twice in autumn."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`[starts, ends)` between two aware moments, never empty; kept in UTC."""

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        if self.starts.tzinfo is None or self.ends.tzinfo is None:
            message = "a period needs aware moments"
            raise ValueError(message)
        # In UTC, so that every sum and difference is real time; local moments would give wall-clock time.
        object.__setattr__(self, "starts", self.starts.astimezone(UTC))
        object.__setattr__(self, "ends", self.ends.astimezone(UTC))
        if self.starts >= self.ends:
            message = "a period ends after it starts"
            raise ValueError(message)

    @property
    def length(self) -> timedelta:
        """Real elapsed time."""
        return self.ends - self.starts

    @property
    def clock_moves(self) -> timedelta:
        """How far the clock is put forward during it: an hour in spring, less than nothing in autumn."""
        before, after = (moment.astimezone(STOCKHOLM).utcoffset() for moment in (self.starts, self.ends))
        return (after or timedelta()) - (before or timedelta())

    def overlaps(self, other: "Period") -> bool:
        """Whether they share a moment; touching is not overlapping."""
        return self.starts < other.ends and other.starts < self.ends

    def covers(self, other: "Period") -> bool:
        """Whether all of `other` lies within this one."""
        return self.starts <= other.starts and other.ends <= self.ends

    def touches(self, other: "Period") -> bool:
        """Whether they overlap or meet without a gap."""
        return self.starts <= other.ends and other.starts <= self.ends

    def common(self, other: "Period") -> "Period | None":
        """What they share."""
        if not self.overlaps(other):
            return None
        return Period(max(self.starts, other.starts), min(self.ends, other.ends))

    def widened(self, margin: timedelta) -> "Period":
        """The same span with a margin on both sides, in real time."""
        return Period(self.starts - margin, self.ends + margin)


def joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same time as few periods: adjacent and overlapping ones become one, in order."""
    whole: list[Period] = []
    for period in sorted(periods):
        if whole and whole[-1].touches(period):
            whole[-1] = Period(whole[-1].starts, max(whole[-1].ends, period.ends))
        else:
            whole.append(period)
    return tuple(whole)


def covered(period: Period, by: Iterable[Period]) -> bool:
    """Whether the union of `by` covers the whole period."""
    return any(block.covers(period) for block in joined(by))


def gaps(periods: Iterable[Period], within: Period) -> tuple[Period, ...]:
    """The time within `within` that no period takes."""
    return tuple(_gaps(joined(periods), within))


def _gaps(taken: Iterable[Period], within: Period) -> Iterator[Period]:
    """`taken` is joined already."""
    free_from = within.starts
    for period in taken:
        if period.starts > free_from and free_from < within.ends:
            yield Period(free_from, min(period.starts, within.ends))
        free_from = max(free_from, period.ends)
    if free_from < within.ends:
        yield Period(free_from, within.ends)


def without(periods: Iterable[Period], taken: Iterable[Period]) -> tuple[Period, ...]:
    """The time of `periods` that none of `taken` takes, as few periods in order."""
    out = joined(taken)
    return tuple(left for period in joined(periods) for left in _gaps(out, period))


def shared(periods: Iterable[Period], others: Iterable[Period]) -> tuple[Period, ...]:
    """The time that is in both, as few periods in order."""
    there = joined(others)
    return tuple(both for period in joined(periods) for other in there if (both := period.common(other)))


def readings(period: Period) -> tuple[time, time]:
    """What Stockholm's clock shows as it begins and ends."""
    starts, ends = (moment.astimezone(STOCKHOLM).time() for moment in (period.starts, period.ends))
    return starts, ends


def local(day: date, at: time) -> datetime:
    """The moment when Stockholm's clock shows `at` on `day`; refused if it never does or does so twice."""
    early = datetime.combine(day, at, STOCKHOLM).replace(fold=0)
    late = early.replace(fold=1)
    if early.utcoffset() != late.utcoffset():
        # In spring the two readings swap their order; in autumn they are the hour's first and second pass.
        raise NoSuchTime if early.astimezone(UTC) > late.astimezone(UTC) else TimeTwice
    return early.astimezone(UTC)


def whole_day(day: date) -> Period:
    """The local day from midnight to midnight: 23, 24 or 25 hours."""
    return Period(local(day, time()), local(day + timedelta(days=1), time()))


def local_span(day: date, starts: time, ends: time) -> Period:
    """From `starts` on `day` to the next time the clock shows `ends`; the same time twice means a whole day."""
    last = day if ends > starts else day + timedelta(days=1)
    return Period(local(day, starts), local(last, ends))


def _recurring(day: date, at: time, *, fold: int) -> datetime:
    """The moment when the clock shows `at`; nobody is there to be asked about the nights when it changes.

    A time that it jumps over is the moment when it goes on. One that it passes twice is the pass that `fold` names.
    """
    try:
        return local(day, at)
    except NoSuchTime:
        return local(day, time(at.hour + 1))  # Sweden's clock jumps over one whole hour
    except TimeTwice:
        return datetime.combine(day, at, STOCKHOLM).replace(fold=fold).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Weekly:
    """The same time by Stockholm's clock on some weekdays (Monday is 0) of every nth week from the first day's own.

    `ends` not later than `starts` is the next day's; the same, a whole day. Over the nights when the clock changes the
    readings stay and the length follows: a time that is jumped over moves to when the clock goes on, and one that comes
    twice is there both times.
    """

    weekdays: frozenset[int]
    starts: time
    ends: time
    first: date
    last: date | None = None
    every: int = 1

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= set(range(7)) or self.every < 1:
            message = "it recurs on some weekdays of every nth week"
            raise ValueError(message)

    def days(self, since: date, until: date) -> Iterator[date]:
        """The days from `since` to `until`, both included, on which it begins."""
        day, last = max(since, self.first), min(until, self.last or until)
        monday = self.first - timedelta(days=self.first.weekday())
        while day <= last:
            if day.weekday() in self.weekdays and (day - monday).days // 7 % self.every == 0:
                yield day
            day += timedelta(days=1)

    def spans(self, since: date, until: date) -> Iterator[Period]:
        """Its time, of the days from `since` to `until`; none on a day when the clock jumps over all of it."""
        for day in self.days(since, until):
            last = day if self.ends > self.starts else day + timedelta(days=1)
            starts, ends = _recurring(day, self.starts, fold=0), _recurring(last, self.ends, fold=1)
            if starts < ends:
                yield Period(starts, ends)
