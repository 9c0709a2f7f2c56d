"""When a limit under LAS was passed, or is to be: by what is booked, or at her pace. Old days fall out meanwhile."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from booking.rules.las import DAY, Limit
from booking.rules.las_course import Engaged, chains, counted, counts_from, course, number
from booking.weeks import months_later

PACE = 3
"""Months back that show how much she works."""

AHEAD = 24
"""Months ahead that are looked at: what comes later is no forecast."""


def passed_on(engagements: Sequence[Engaged], limit: Limit, *, today: date) -> date | None:
    """The day of the engagement that passes the limit, of all that is worked and booked; `None` if none does.

    Employment for good stays what it is, so the first time counts. The right to the next employment comes and goes:
    then it is since when she has been over it, or is going to be.
    """
    chained = chains(engagements)
    since: date | None = None
    for day, days in course(engaged for engaged in engagements if engaged.kind == limit.kind):
        if number(days, counts_from(limit, day, chained)) <= limit.days:
            since = None
        elif since is None:
            since = day
        if since and (limit is not Limit.NEXT_ONE or since > today):
            return since
    return since


def at_pace(worked: Sequence[Engaged], limit: Limit, *, today: date) -> date | None:
    """The day when it is passed if she goes on as in the last three months; `None` if not within two years.

    The pace is the days that counted, those between with them, by the days that there were. `today` is over.
    """
    days = counted(engaged for engaged in worked if engaged.kind == limit.kind)
    since = months_later(today, -PACE)
    pace = Fraction(number(days, since + DAY), (today - since).days)
    chained = chains(worked)
    begun = chained[-1:]  # it goes on, if she does
    for ahead in range(1, (months_later(today, AHEAD) - today).days + 1) if pace else ():
        day = today + ahead * DAY
        if number(days, counts_from(limit, day, begun)) + int(pace * ahead) > limit.days:
            return day
    return None
