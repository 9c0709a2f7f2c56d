"""The days behind a number: which shifts made them count, and which lie between, month by month."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from booking.rules.las import MANY, VISSTID
from booking.rules.las_course import Engaged, counted
from booking.weeks import Month


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day of work, or the days in a row between two such days, the first and the last included."""

    first: date
    last: date
    is_worked: bool

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Behind:
    """The days of one kind in a month: those with shifts, those between, and how many engagements there were."""

    month: Month
    kind: str
    engagements: int
    stretches: tuple[Stretch, ...]

    @property
    def worked(self) -> int:
        """Days with shifts."""
        return sum(each.days for each in self.stretches if each.is_worked)

    @property
    def between(self) -> int:
        """Days between shifts."""
        return self.days - self.worked

    @property
    def days(self) -> int:
        """All of them."""
        return sum(each.days for each in self.stretches)

    @property
    def is_of_many(self) -> bool:
        """Whether the rule of three made the days between count."""
        return self.kind == VISSTID and self.engagements >= MANY


def behind(engagements: Sequence[Engaged]) -> list[Behind]:
    """Each kind in each month that has any, the latest month first."""
    found = []
    for kind in sorted({engaged.kind for engaged in engagements}):
        hers = sorted(engaged for engaged in engagements if engaged.kind == kind)
        worked = [engaged.day for engaged in hers]
        for month, days in groupby(counted(hers), key=Month.of):
            number = sum(1 for day in worked if Month.of(day) == month)
            found.append(Behind(month, kind, number, tuple(_stretches(days, set(worked)))))
    return sorted(found, key=lambda each: (each.month, each.kind), reverse=True)


def _stretches(days: Iterable[date], worked: set[date]) -> Iterator[Stretch]:
    """Each day of work by itself; those between in a row."""
    between: list[date] = []
    for day in days:
        if day not in worked:
            between.append(day)
            continue
        if between:
            yield Stretch(between[0], between[-1], is_worked=False)
            between = []
        yield Stretch(day, day, is_worked=True)
