"""Red days, and what the country's calendar makes of a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from holidays.countries.sweden import Sweden

from booking.inconvenient import DayKind

A_DAY = timedelta(days=1)
MAJOR = ("Nyårsdagen", "Långfredagen", "Påskdagen", "Annandag påsk", "Midsommardagen", "Juldagen", "Annandag jul")
WITH_AN_EVE = ("Nyårsdagen", "Midsommardagen", "Juldagen")  # the eve is as the day
AFTER_AN_EVE = ("Trettondedag jul", "Första maj", "Kristi himmelsfärdsdag", "Nationaldagen", "Alla helgons dag")


@lru_cache(maxsize=16)
def red_days(year: int, language: str = "sv") -> Mapping[date, str]:
    """The year's public holidays that are not mere Sundays, by day, with their names in the language."""
    return dict(Sweden(years=year, include_sundays=False, language=language))


def kind_of(day: date) -> DayKind:
    """What the law and AB § 21 make of the day, before the municipality has said anything of its own."""
    return kinds(day.year).get(day, DayKind.ORDINARY)


@lru_cache(maxsize=16)
def kinds(year: int) -> Mapping[date, DayKind]:
    """The days of the year that are not as others, and the eve of the next one."""
    kinds: dict[date, DayKind] = {}
    # The eve of the first day of a year is in the year before.
    for day, name in [*red_days(year).items(), *red_days(year + 1).items()]:
        if name in AFTER_AN_EVE:
            kinds.setdefault(day - A_DAY, DayKind.EVE)
        if name in WITH_AN_EVE:
            kinds[day - A_DAY] = DayKind.MAJOR
        kinds[day] = DayKind.MAJOR if name in MAJOR else DayKind.RED
    return kinds
