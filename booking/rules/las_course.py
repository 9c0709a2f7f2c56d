"""How days under LAS have come about: engagement by engagement, in their windows and in their chains."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from booking.rules.las import DAY, MANY, VISSTID, Limit, window
from booking.weeks import Month, months_later

LONGEST = 31  # days that a month has

FOLLOWS_WITHIN = 6
"""Months from the last day of an engagement, within which the next one has followed on it (5 a § second paragraph)."""


class Engaged(NamedTuple):
    """A confirmed booking that is worked, or to be worked: an engagement, on the day that it begins."""

    day: date
    kind: str


class Condensed(NamedTuple):
    """The särskild visstid of a month, as much as a count of its days needs: of many, all from first to last count."""

    number: int
    first: date
    last: date

    def days(self, since: date) -> int:
        """How many of them count, from a day on; as `number` says, without listing them."""
        if self.last < since:
            return 0
        if self.number >= MANY:
            return (self.last - max(self.first, since)).days + 1
        return 1 + (since <= self.first < self.last)


def course(engagements: Iterable[Engaged]) -> Iterator[tuple[date, Sequence[date]]]:
    """Each engagement's day, and all days that count when it has begun, in order; the same list, which grows.

    What lies between counts first when the third of the month has begun, and then from the first: a limit can be
    passed on no other day than that of an engagement. Kinds may be mixed; särskild visstid alone makes days between.
    """
    counted: list[date] = []
    for _month, rows in groupby(sorted(engagements), key=lambda engaged: Month.of(engaged.day)):
        begins, known = len(counted), list[Engaged]()
        for engaged in rows:
            known.append(engaged)
            counted[begins:] = _of_a_month(known)
            yield engaged.day, counted


def _of_a_month(known: Sequence[Engaged]) -> list[date]:
    days = {engaged.day for engaged in known}
    fixed_term = [engaged.day for engaged in known if engaged.kind == VISSTID]
    if len(fixed_term) >= MANY:
        first, last = fixed_term[0], fixed_term[-1]
        days.update(first + n * DAY for n in range((last - first).days))
    return sorted(days)


def counted(engagements: Iterable[Engaged]) -> Sequence[date]:
    """All days that count, in order."""
    days: Sequence[date] = ()
    for _day, days in course(engagements):  # noqa: B007 (the last is what is asked for)
        pass
    return days


def chains(engagements: Iterable[Engaged]) -> list[date]:
    """The first day of each chain, in order: of engagements, whatever their kinds, of which each followed on another.

    "Inom sex månader från den föregående anställningens slutdag": on the same day six months later is within.
    """
    starts: list[date] = []
    before: date | None = None
    for day in sorted({engaged.day for engaged in engagements}):
        if before is None or day > months_later(before, FOLLOWS_WITHIN):
            starts.append(day)
        before = day
    return starts


def counts_from(limit: Limit, until: date, chained: Sequence[date]) -> date:
    """The first day that counts towards the limit when `until` is over: of the years, or of the chain if it is longer.

    Twelve months of särskild visstid are passed in five years or in a chain (5 a § first paragraph, points 1 and 2);
    since days are only added backwards, whichever reaches further back has the more of them.
    """
    first, _last = window(until, limit.years)
    if limit is not Limit.FIXED_TERM or not (begun := bisect_right(chained, until)):
        return first
    return min(first, chained[begun - 1])


def number(days: Sequence[date], first: date) -> int:
    """How many of the days, which are in order, are the first one or later."""
    return len(days) - bisect_left(days, first)


def fewest(days: int) -> int:
    """No fewer engagements of särskild visstid can make so many days count: three make a month, at best."""
    months, left = divmod(days, LONGEST)
    return MANY * months + min(left, MANY)
