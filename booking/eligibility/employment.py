"""The days under LAS that somebody has worked so far: what she and her planners read, not what a shift is judged by."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models.fields.json import KT

from booking.eligibility.reading import Instant, moment
from booking.models import Booking
from booking.period import whole_day
from booking.rules import las
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


def of(substitute: Substitute, *, now: datetime) -> Employment:
    """By the shifts that are over: each is an engagement of its own, on the day that it began. One query."""
    today = local_day(now)
    first, _last = las.window(today)
    rows = Booking.objects.worked(now=now).filter(substitute=substitute, starts__gte=whole_day(first).starts)
    days: defaultdict[str, list[date]] = defaultdict(list)
    for starts, kind in rows.values_list(Instant("starts"), KT("terms__employment")):
        days[kind].append(local_day(moment(starts)))
    fixed_term, standing_in = days[las.VISSTID], days[las.VIKARIAT]
    return Employment(
        fixed_term=_count(fixed_term, las.VISSTID, las.TWELVE_MONTHS, today, las.WINDOW),
        next_one=_count(fixed_term, las.VISSTID, las.NINE_MONTHS, today, las.WINDOW_FOR_THE_NEXT),
        standing_in=_count(standing_in, las.VIKARIAT, las.EIGHTEEN_MONTHS, today, las.WINDOW),
    )


def _count(worked: Collection[date], kind: str, limit: int, today: date, years: int) -> Count:
    first, last = las.window(today, years)
    counted = las.days([(day, day) for day in worked], kind, until=today, years=years)
    own = sum(1 for day in set(worked) if first <= day <= last)
    return Count(days=counted, between=counted - own, limit=limit, first=first, last=last)
