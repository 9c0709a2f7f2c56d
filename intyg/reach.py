"""How far back a certificate by the older rules of the unemployment insurance has to reach."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from intyg import worked
from intyg.worked import Month
from people.models import Substitute

ENOUGH_MONTHS, ENOUGH_HOURS = 12, timedelta(hours=60)
LONGEST_BACK = 60
"""Months that are looked through for those with work enough."""


def reaching_back(months: Sequence[Month]) -> date | None:
    """The first day that the older rules ask for: of the last twelve months with 60 hours or more, latest last.

    Months with less, as of illness, studies or parental leave, are stepped over, so that it reaches further back.
    None if there are not twelve.
    """
    enough = [month.first_day for month in months if month.hours >= ENOUGH_HOURS]
    return enough[-ENOUGH_MONTHS] if len(enough) >= ENOUGH_MONTHS else None


def suggested_first_day(substitute: Substitute, last_day: date, *, now: datetime) -> date | None:
    """From when a certificate by the older rules would have to be, to end on `last_day`."""
    earliest = last_day.replace(day=1)
    for _month in range(LONGEST_BACK - 1):
        earliest = (earliest - timedelta(days=1)).replace(day=1)
    return reaching_back(worked.of(substitute, earliest, last_day, now=now).months)
