"""What each day is here: as in the country's calendar, unless the municipality says otherwise."""

from collections.abc import Mapping
from datetime import date

from django.core.cache import cache

from booking import holidays
from booking.inconvenient import DayKind
from booking.models import CalendarDay
from people.operations import organisation

KEY = "booking.calendar_days"
KEPT_FOR = 60
"""Seconds that a process may go on with what it has read, when another has written; its own it sees at once."""

RED = {DayKind.RED, DayKind.MAJOR}


def own() -> Mapping[date, tuple[DayKind, str]]:
    """What the municipality says, by day: the kind of day and its name."""
    days: Mapping[date, tuple[DayKind, str]] | None = cache.get(KEY)
    if days is None:
        days = _read()
        cache.set(KEY, days, KEPT_FOR)
    return days


def red_days(year: int, language: str = "sv") -> Mapping[date, str]:
    """The year's red days that are not mere Sundays, with their names in the language; its own in its own words."""
    ours = {day: said for day, said in own().items() if day.year == year}
    laws = {day: name for day, name in holidays.red_days(year, language).items() if day not in ours}
    return laws | {day: name for day, (kind, name) in ours.items() if kind in RED}


def kind_of(day: date) -> DayKind:
    """What the day is when inconvenient hours are counted."""
    kind, _name = own().get(day) or (holidays.kind_of(day), "")
    return kind


def _read() -> dict[date, tuple[DayKind, str]]:
    return {row.day: (DayKind(row.kind), row.name) for row in CalendarDay.objects.all()}


def _forget() -> None:
    cache.delete(KEY)


organisation.after(CalendarDay, _forget)
