"""All that follows for one person from her days under LAS: each limit with its dates, her rights, the days behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from booking.eligibility.employment import Count, Known, count, known, limits
from booking.rules.las import Limit
from booking.rules.las_behind import Behind, Stretch, behind
from booking.rules.las_course import chains
from booking.rules.las_forecast import at_pace, passed_on
from booking.rules.las_precedence import Notice, Precedence, Right, notice, precedence
from booking.weeks import local_day
from people.models import Substitute

ALL = (Limit.FIXED_TERM, Limit.NEXT_ONE, Limit.STANDING_IN, Limit.STANDING_IN_BY_LAW)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How she stands to a limit: passed, or when it is, by what is booked or at her pace of the last three months."""

    limit: Limit
    count: Count
    holds_here: bool
    passed_on: date | None
    if_booked: date | None
    at_pace: date | None
    chain: date | None  # the first day of the chain in which the days count, if it is longer than the years

    @property
    def short_is_passed(self) -> bool:
        """Whether it is by months of thirty days, and not by the calendar's."""
        short = self.limit.short_months
        return short is not None and short < self.count.days <= self.limit.days


@dataclass(frozen=True, slots=True)
class Facts:
    """What she and her planners are told."""

    today: date
    standings: Sequence[Standing]
    rights: Sequence[Precedence]
    notice: Notice | None
    months: Sequence[Behind]

    @property
    def is_passed(self) -> bool:
        """Whether she is past a limit that holds here and that makes her employed for good."""
        return any(each.passed_on and each.holds_here for each in self.standings if each.limit is not Limit.NEXT_ONE)

    @property
    def held(self) -> Sequence[Precedence]:
        """The rights that she has today."""
        return [each for each in self.rights if each.holds(self.today)]

    @property
    def notice_is_due(self) -> bool:
        """Whether it is time to tell her, if nothing more is booked."""
        return self.notice is not None and self.notice.is_due(self.today)


def of(substitute: Substitute, *, now: datetime) -> Facts:
    """One query."""
    return facts(known(substitute, now=now), today=local_day(now))


def facts(hers: Known, *, today: date) -> Facts:
    """From her engagements."""
    return Facts(
        today=today,
        standings=[standing(hers, limit, today=today) for limit in ALL],
        rights=[precedence(hers.all, right, today=today) for right in Right],
        notice=notice(hers.all, today=today),
        months=behind(hers.worked),
    )


def standing(hers: Known, limit: Limit, *, today: date) -> Standing:
    """Her days and dates towards one limit."""
    counted = count(hers.worked, limit, today=today)
    passed = passed_on(hers.all, limit, today=today)
    is_over = passed is not None and passed <= today and (counted.is_passed or limit is not Limit.NEXT_ONE)
    chained = counted.first in chains(hers.worked) and limit is Limit.FIXED_TERM
    return Standing(
        limit=limit,
        count=counted,
        holds_here=limit in limits(),
        passed_on=passed if is_over else None,
        if_booked=passed if passed and passed > today else None,
        at_pace=None if is_over else at_pace(hers.worked, limit, today=today),
        chain=counted.first if chained else None,
    )


__all__ = ["ALL", "Behind", "Facts", "Limit", "Notice", "Precedence", "Right", "Standing", "Stretch", "facts", "of"]
