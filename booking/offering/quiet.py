"""The hours when nobody is asked, and the waking time between them. Pure.

Quiet hours are told by Stockholm's clock and may pass midnight; the same clock time twice means that there are none.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from booking.offering.terms import OfferTerms
from booking.period import STOCKHOLM, Period, gaps
from booking.weeks import local_day

A_DAY = timedelta(days=1)


def is_quiet(moment: datetime, terms: OfferTerms) -> bool:
    """Whether nobody is asked then, unless it is urgent."""
    return wakes(moment, terms) > moment


def wakes(moment: datetime, terms: OfferTerms) -> datetime:
    """The moment itself if it is waking time, otherwise the end of the quiet hours."""
    moment = moment.astimezone(UTC)
    for night in _nights(moment, terms):
        if night.starts > moment:
            break
        moment = max(moment, night.ends)
    return moment


def after_waking(moment: datetime, wait: timedelta, terms: OfferTerms) -> datetime:
    """When `wait` of waking time has passed; it may be the very moment when the quiet hours begin."""
    moment = wakes(moment, terms)
    for night in _nights(moment, terms):
        awake = max(night.starts - moment, timedelta())
        if wait <= awake:
            break
        if night.ends > moment:
            wait -= awake
            moment = night.ends
    return moment + wait


def waking_between(starts: datetime, ends: datetime, terms: OfferTerms) -> timedelta:
    """The waking time between two moments, in real time; nothing if the second is not later."""
    if starts >= ends:
        return timedelta()
    span = Period(starts, ends)
    nights = takewhile(lambda night: night.starts < span.ends, _nights(span.starts, terms))
    return sum((awake.length for awake in gaps(nights, span)), timedelta())


def _nights(moment: datetime, terms: OfferTerms) -> Iterator[Period]:
    """The quiet hours of each day in order, without end, from the day before the moment."""
    day = local_day(moment) - A_DAY
    while terms.quiet_from != terms.quiet_to:
        last = day if terms.quiet_to > terms.quiet_from else day + A_DAY
        yield Period(min(_readings(day, terms.quiet_from)), max(_readings(last, terms.quiet_to)))
        day += A_DAY


def _readings(day: date, clock: time) -> list[datetime]:
    # A clock time that is jumped over, or comes twice, can be read in two ways: the quiet hours are then the longest.
    return [datetime.combine(day, clock.replace(fold=fold), STOCKHOLM).astimezone(UTC) for fold in (0, 1)]
