"""Lagen om anställningsskydd: how near she is to being employed for good. Warned of and reported, never a veto.

Särskild visstid (5 a §, since 2022-10-01): the right to the next fixed-term employment after 9 months in three years
(25 §), permanent after 12 months in five years. Vikariat: two years in five, but 18 months by the municipalities'
agreement (AB). Each confirmed booking is an engagement of its own, and what is passed is a number of days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from booking.rules.case import Breach, Case, Weight
from booking.rules.words import gettext_noop
from booking.weeks import Month

VISSTID, VIKARIAT = "sarskild_visstid", "vikariat"
NINE_MONTHS, TWELVE_MONTHS, EIGHTEEN_MONTHS = 274, 365, 548
WINDOW, WINDOW_FOR_THE_NEXT = 5, 3
"""Years back in which days count for being employed for good, and for the right to the next employment."""

MANY = 3
"""Engagements in a calendar month that make the days between them count as well."""

DAY = timedelta(days=1)

LIMITS = (
    (VISSTID, TWELVE_MONTHS, gettext_noop("Över 12 månader särskild visstid ({days} dagar)")),
    (VISSTID, NINE_MONTHS, gettext_noop("Över 9 månader särskild visstid ({days} dagar)")),
    (VIKARIAT, EIGHTEEN_MONTHS, gettext_noop("Över 18 månader vikariat ({days} dagar)")),
)

Engagement = tuple[date, date]
"""First and last day, both worked."""


def permanence(case: Case) -> Breach | None:
    """With the shift she has passed a limit of days; the highest one is told."""
    employed = case.employed
    for kind, limit, words in LIMITS:
        if employed.kind == kind and employed.days > limit:
            return Breach("las", Weight.NOTICE, words, {"days": employed.days})
    return None


def days(engagements: Iterable[Engagement], kind: str, *, until: date, years: int = WINDOW) -> int:
    """Days of employment that count, in the years that end with the day `until`; each day once.

    `engagements` are all of the same kind. For särskild visstid, three or more in one calendar month make the days
    between the first and the last of them count (5 a § third paragraph); vikariat is counted shift by shift.
    """
    known = list(engagements)
    counted = {day for engagement in known for day in _days(engagement)}
    if kind == VISSTID:
        counted |= {day for between in _months_of_many(known) for day in _days(between)}
    first, last = window(until, years)
    return sum(1 for day in counted if first <= day <= last)


def window(until: date, years: int = WINDOW) -> Engagement:
    """The first and the last day of the years that end with the day `until`."""
    return _years_before(until, years) + DAY, until


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


def _years_before(day: date, years: int) -> date:
    """The same date so many years ago; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
