"""Figures of days that are over are counted once an hour, for all who choose the same: little changes in them."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.core.cache import cache

from booking.statistics.selection import Selection

Found = TypeVar("Found")
AN_HOUR = 60 * 60
"""Seconds."""


def kept(count: Callable[[Selection], Found]) -> Callable[[Selection], Found]:
    """The same figures for an hour, if all of the days have passed; else counted each time."""

    @wraps(count)
    def told(chosen: Selection) -> Found:
        if not chosen.is_over:
            return count(chosen)
        key = f"{count.__module__}.{count.__name__}.{chosen.key}"
        found: Found | None = cache.get(key)
        if found is None:
            found = count(chosen)
            cache.set(key, found, AN_HOUR)
        return found

    return told
