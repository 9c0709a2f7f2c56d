"""The seeded year."""

from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.seeded.database import seeded

ORDERS = 60_000
"""A month."""


def year() -> AbstractContextManager[None]:
    """Django's connection leads to a municipality with a year behind it."""
    return seeded("follow_up", Path(__file__).with_name("seed.sql"), orders=ORDERS)
