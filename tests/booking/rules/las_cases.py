"""Engagements to count."""

from datetime import date, timedelta

from booking.rules.las import VIKARIAT, VISSTID
from booking.rules.las_course import Engaged


def fixed_term(*days: str) -> list[Engaged]:
    return [Engaged(date.fromisoformat(day), VISSTID) for day in days]


def standing_in(*days: str) -> list[Engaged]:
    return [Engaged(date.fromisoformat(day), VIKARIAT) for day in days]


def each_day(first: str, number: int, kind: str = VISSTID) -> list[Engaged]:
    """An engagement on each of so many days in a row."""
    begins = date.fromisoformat(first)
    return [Engaged(begins + timedelta(days=n), kind) for n in range(number)]
