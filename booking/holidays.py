"""Red days."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from holidays.countries.sweden import Sweden


@lru_cache(maxsize=16)
def red_days(year: int) -> Mapping[date, str]:
    """The year's public holidays that are not mere Sundays, by day, with their Swedish names."""
    return dict(Sweden(years=year, include_sundays=False, language="sv"))
