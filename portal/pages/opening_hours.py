"""When somebody answers the phone. Pure: plain values in, plain values out, and the moment is handed in.

A day has any number of intervals, so that a lunch closure is simply the gap between two. Times are local wall-clock
time. A closing time of 00.00 is the midnight that ends the day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from booking.period import STOCKHOLM

MIDNIGHT = time()
FURTHEST = timedelta(days=366)
"""How far ahead a change is looked for: a year of closed days is closed for good."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Open from `opens` up to, but not at, `closes`."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Schedule:
    """The intervals of each weekday (0 is Monday), and of the dates that are not as usual (none at all is closed)."""

    weekly: Mapping[int, Sequence[Interval]] = field(default_factory=dict)
    exceptions: Mapping[date, Sequence[Interval]] = field(default_factory=dict)
    zone: ZoneInfo = STOCKHOLM

    def on(self, day: date) -> Sequence[Interval]:
        """The intervals of one date."""
        return self.exceptions.get(day, self.weekly.get(day.weekday(), ()))


@dataclass(frozen=True, slots=True)
class State:
    """Whether it is open, and when that changes: never, as far as can be seen, is None. The change is in UTC."""

    is_open: bool
    changes: datetime | None


def state(schedule: Schedule, now: datetime) -> State:
    """How it is at `now`, which is aware."""
    now = now.astimezone(UTC)
    furthest = now + FURTHEST
    for opens, closes in _joined(_spans(schedule, now.astimezone(schedule.zone).date())):
        if closes <= now:
            continue
        if opens > now:
            return State(is_open=False, changes=opens)
        return State(is_open=True, changes=closes if closes < furthest else None)
    return State(is_open=False, changes=None)


Span = tuple[datetime, datetime]


def _spans(schedule: Schedule, today: date) -> Iterator[Span]:
    """The open spans in absolute time, in order, from today."""
    for ahead in range(FURTHEST.days + 2):
        day = today + timedelta(days=ahead)
        for interval in sorted(schedule.on(day), key=lambda interval: interval.opens):
            last_day = day + timedelta(days=1) if interval.closes == MIDNIGHT else day
            # The hour that comes twice when summer time ends is open both times.
            opens = datetime.combine(day, interval.opens, schedule.zone).replace(fold=0).astimezone(UTC)
            closes = datetime.combine(last_day, interval.closes, schedule.zone).replace(fold=1).astimezone(UTC)
            if opens < closes:
                yield opens, closes


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans that touch or overlap as one: open past midnight is not closed at midnight."""
    current = next(spans, None)
    for opens, closes in spans:
        if current and opens <= current[1]:
            current = (current[0], max(current[1], closes))
            continue
        if current:
            yield current
        current = (opens, closes)
    if current:
        yield current
