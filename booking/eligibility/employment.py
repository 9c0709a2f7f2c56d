"""The days under LAS that somebody has worked so far: what she and her planners read, not what a shift is judged by."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models.fields.json import KT

from booking.eligibility.reading import Instant, moment
from booking.eligibility.reading import of as among_them
from booking.models import Booking
from booking.rules.las import Limit
from booking.rules.las_course import Engaged, chains, counted, counts_from, number
from booking.weeks import local_day
from people.models import Substitute

NEAR = 60  # days


@dataclass(frozen=True, slots=True)
class Count:
    """Days that count from the `first` to the `last`, both included; of these some lie between shifts."""

    days: int
    between: int
    limit: int
    first: date
    last: date

    @property
    def is_passed(self) -> bool:
        """Whether there are more of them than the limit."""
        return self.days > self.limit

    @property
    def is_near(self) -> bool:
        """Whether it is passed, or soon may be: it is then that somebody must think ahead."""
        return self.limit - self.days <= NEAR

    @property
    def left(self) -> int:
        """How many there are to the limit."""
        return max(self.limit - self.days, 0)


@dataclass(frozen=True, slots=True)
class Employment:
    """Towards being employed for good, by either kind; and towards the right to the next employment."""

    fixed_term: Count
    next_one: Count
    standing_in: Count


class Known(NamedTuple):
    """Her engagements: each shift that is over, or is booked, one of its own on the day that it begins."""

    worked: list[Engaged]
    booked: list[Engaged]

    @property
    def all(self) -> list[Engaged]:
        """Both."""
        return [*self.worked, *self.booked]


def limits() -> tuple[Limit, Limit, Limit]:
    """Those that hold here, in the order in which they are passed; that of vikariat by law, or by agreement."""
    standing_in = Limit.STANDING_IN if settings.LAS_VIKARIAT_BY_AGREEMENT else Limit.STANDING_IN_BY_LAW
    return Limit.NEXT_ONE, Limit.FIXED_TERM, standing_in


def of(substitute: Substitute, *, now: datetime) -> Employment:
    """By the shifts that are over. One query."""
    worked, today = known(substitute, now=now).worked, local_day(now)
    next_one, fixed_term, standing_in = (count(worked, limit, today=today) for limit in limits())
    return Employment(fixed_term=fixed_term, next_one=next_one, standing_in=standing_in)


def known(substitute: Substitute, *, now: datetime) -> Known:
    """All of hers, however old, since a chain may be longer than any window. One query."""
    return of_many([substitute.pk], now=now)[substitute.pk]


def of_many(people: Collection[uuid.UUID], *, now: datetime) -> Mapping[uuid.UUID, Known]:
    """The same of each of several. One query."""
    found = {key: Known([], []) for key in people}
    rows = among_them(people, Booking.objects.occupying().filter(no_show=False)).order_by()
    facts = ("substitute", Instant("starts"), Instant("ends"), KT("terms__employment"))
    for key, starts, ends, kind in rows.values_list(*facts):
        if kind:
            own = found[key].worked if moment(ends) <= now else found[key].booked
            own.append(Engaged(local_day(moment(starts)), kind))
    return found


def count(worked: Sequence[Engaged], limit: Limit, *, today: date) -> Count:
    """Towards the limit, when the day is over."""
    first = counts_from(limit, today, chains(worked))
    hers = [engaged for engaged in worked if engaged.kind == limit.kind]
    days = number(counted(hers), first)
    own = len({engaged.day for engaged in hers if engaged.day >= first})
    return Count(days=days, between=days - own, limit=limit.days, first=first, last=today)
