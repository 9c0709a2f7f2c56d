"""Figures of days that are over are counted once an hour, for all who choose the same: little changes in them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

from django.core.cache import cache
from django.db import connection, transaction

from booking.statistics.selection import Selection

Found = TypeVar("Found")
AN_HOUR = 60 * 60
"""Seconds."""


def kept(count: Callable[[Selection], Found]) -> Callable[[Selection], Found]:
    """The same figures for an hour, if all of the days have passed; else counted each time."""

    @wraps(count)
    def told(chosen: Selection) -> Found:
        if not chosen.is_over:
            with planned_for_these_days():
                return count(chosen)
        key = f"{count.__module__}.{count.__name__}.{chosen.key}"
        found: Found | None = cache.get(key)
        if found is None:
            with planned_for_these_days():
                found = count(chosen)
            cache.set(key, found, AN_HOUR)
        return found

    return told


@contextmanager
def planned_for_these_days() -> Iterator[None]:
    """PostgreSQL plans by the days that are asked for: its plan for any days takes up to three times as long."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        yield
