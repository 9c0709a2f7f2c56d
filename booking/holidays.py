"""Red days."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from holidays.countries.sweden import Sweden


@lru_cache(maxsize=16)
def red_days(year: int, language: str = "sv") -> Mapping[date, str]:
    """The year's public holidays that are not mere Sundays, by day, with their names in the language."""
    return dict(Sweden(years=year, include_sundays=False, language=language))
