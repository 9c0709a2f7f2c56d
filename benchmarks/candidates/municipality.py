"""The seeded municipality."""

from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks.seeded.database import seeded


def municipality(substitutes: int) -> AbstractContextManager[None]:
    """Django's connection leads to a municipality of so many substitutes."""
    return seeded("candidates", Path(__file__).with_name("seed.sql"), substitutes=substitutes)
