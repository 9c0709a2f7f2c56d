"""Lagen om anställningsskydd: how near she is to being employed for good. Warned of and reported, never a veto.

Särskild visstid (5 a §, since 2022-10-01): the right to the next fixed-term employment after 9 months in three years
(25 §), permanent after 12 months in five years, or in a chain of fixed-term employments (`las_course.chains`).
Vikariat: two years in five, but 18 months by the municipalities' agreement (AB). Each confirmed booking is an
engagement of its own, and what is passed is a number of days. The paragraphs were read in the wording of SFS 2022:836;
the agreement was not, but for what Kommunal says of it (ka.se, 2021-10-01 and 2022-11-28: 548 days).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum

from booking.rules.case import Breach, Case, Weight
from booking.rules.words import gettext_noop
from booking.weeks import Month, months_later

VISSTID, VIKARIAT = "sarskild_visstid", "vikariat"
NINE_MONTHS, TWELVE_MONTHS, EIGHTEEN_MONTHS, TWO_YEARS = 274, 365, 548, 730
WINDOW, WINDOW_FOR_THE_NEXT = 5, 3
"""Years back in which days count for being employed for good, and for the right to the next employment."""

MANY = 3
"""Engagements in a calendar month that make the days between them count as well."""

DAY = timedelta(days=1)


class Limit(Enum):
    """What may be passed: the kind of employment, its days, the years in which they count, and its whole months."""

    NEXT_ONE = (VISSTID, NINE_MONTHS, WINDOW_FOR_THE_NEXT, 9)
    FIXED_TERM = (VISSTID, TWELVE_MONTHS, WINDOW, 12)
    STANDING_IN = (VIKARIAT, EIGHTEEN_MONTHS, WINDOW, 18)
    STANDING_IN_BY_LAW = (VIKARIAT, TWO_YEARS, WINDOW, 24)

    @property
    def kind(self) -> str:
        """Of employment."""
        return self.value[0]

    @property
    def days(self) -> int:
        """That may be worked before it is passed."""
        return self.value[1]

    @property
    def years(self) -> int:
        """In which they count."""
        return self.value[2]

    @property
    def short_months(self) -> int | None:
        """Its days if each month is 30 of them, as Kommunal reckons särskild visstid (361 days pass twelve months)."""
        return self.value[3] * 30 if self.kind == VISSTID else None


LIMITS = (
    (Limit.FIXED_TERM, gettext_noop("Över 12 månader särskild visstid ({days} dagar)")),
    (Limit.NEXT_ONE, gettext_noop("Över 9 månader särskild visstid ({days} dagar)")),
    (Limit.STANDING_IN_BY_LAW, gettext_noop("Över 2 år vikariat ({days} dagar)")),
    (Limit.STANDING_IN, gettext_noop("Över 18 månader vikariat ({days} dagar)")),
)

Engagement = tuple[date, date]
"""First and last day, both worked."""


def permanence(case: Case) -> Breach | None:
    """With the shift she has passed a limit of days; the highest one is told."""
    employed = case.employed
    elsewhere = Limit.STANDING_IN_BY_LAW if employed.by_agreement else Limit.STANDING_IN
    for limit, words in LIMITS:
        if employed.kind == limit.kind and employed.days > limit.days and limit is not elsewhere:
            return Breach("las", Weight.NOTICE, words, {"days": employed.days})
    return None


def days(engagements: Iterable[Engagement], kind: str, *, until: date, years: int = WINDOW) -> int:
    """Days of employment that count, in the years that end with the day `until`; each day once.

    `engagements` are all of the same kind. For särskild visstid, three or more in one calendar month make the days
    between the first and the last of them count (3 § second paragraph); vikariat is counted shift by shift.
    """
    first, last = window(until, years)
    return sum(1 for day in counted(engagements, kind) if first <= day <= last)


def counted(engagements: Iterable[Engagement], kind: str) -> set[date]:
    """Every day that counts, whenever it was."""
    known = list(engagements)
    found = {day for engagement in known for day in _days(engagement)}
    if kind == VISSTID:
        found |= {day for between in _months_of_many(known) for day in _days(between)}
    return found


def window(until: date, years: int = WINDOW) -> Engagement:
    """The first and the last day of the years that end with the day `until`."""
    return months_later(until, -12 * years) + DAY, until


def _months_of_many(engagements: Iterable[Engagement]) -> Iterator[Engagement]:
    """From the first to the last day within each month that has many engagements."""
    by_month: dict[Month, list[Engagement]] = defaultdict(list)
    for first, last in engagements:
        month = Month.of(first)
        while month.first <= last:
            by_month[month].append((max(first, month.first), min(last, month.last)))
            month = month.after
    for parts in by_month.values():
        if len(parts) >= MANY:
            yield min(first for first, _ in parts), max(last for _, last in parts)


def _days(engagement: Engagement) -> Iterator[date]:
    first, last = engagement
    return (first + n * DAY for n in range((last - first).days + 1))
