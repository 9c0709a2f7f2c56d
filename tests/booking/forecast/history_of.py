"""Histories as tests speak of them."""

from datetime import date, timedelta

from booking.forecast.history import History
from booking.forecast.sorts import Calendar

PLAIN = Calendar(frozenset(), frozenset())
"""A year in which no day is red."""

TODAY = date(2026, 5, 12)  # a Tuesday


def every_day(number_of, *, weeks=30, until=TODAY, lead=1):
    """So many orders each day before `until`, all placed `lead` days before; `number_of(day)` or a number."""
    days = [until - timedelta(days=n) for n in range(1, 7 * weeks + 1)]
    numbers = [(day, number_of(day) if callable(number_of) else number_of) for day in days]
    return History.of((day, day - timedelta(days=lead), number) for day, number in numbers if number)
