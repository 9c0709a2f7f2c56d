"""A shift that nothing speaks against, and how to put something in its way."""

from dataclasses import replace
from datetime import date, time, timedelta

from booking.period import Period, local, local_span
from booking.rules import RULES, Breach, Case, Commitment, Shift, Terms, breaches

WEDNESDAY = date(2026, 5, 13)
BREAK = timedelta(minutes=30)
RULE = {rule.__name__: rule for rule in RULES}


def hours(amount: float) -> timedelta:
    return timedelta(hours=amount)


def span(starts: int, ends: int, day: int = 0) -> Period:
    """From one hour to the next time that it is the other, so many days from the Wednesday."""
    return local_span(WEDNESDAY + timedelta(days=day), time(starts), time(ends))


def from_midnight(day: int, until: int) -> Period:
    """Whole days, the last one not among them."""
    first, last = (local(WEDNESDAY + timedelta(days=n), time()) for n in (day, until))
    return Period(first, last)


def case(period: Period | None = None, *commitments: Commitment, **more: object) -> Case:
    """An ordinary Wednesday, 07–16 with a break; each test changes one thing."""
    period = period or span(7, 16)
    shift = Shift(period, pause=BREAK, occupation="undersköterska", workplace="Solgården")
    always = (from_midnight(-60, 365),)
    return replace(Case(shift, agreements=always, availability=always, commitments=commitments), **more)


def booked(starts: int, ends: int, day: int = 0, *, pause: timedelta = timedelta()) -> Commitment:
    """A shift that she has already."""
    return Commitment(span(starts, ends, day), "Björkgården", pause)


def terms(**more: object) -> Terms:
    return replace(Terms(), **more)


def only(case: Case) -> Breach:
    """The one thing that speaks against it."""
    (breach,) = breaches(case)
    return breach


def codes(case: Case) -> list[str]:
    return [breach.code for breach in breaches(case)]
