"""Shares, changes and quantiles. Pure: no database, no clock, no words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

GOAL = 95
"""Per cent of the shifts that the municipality wants filled: the dashed line."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """To a tenth; nothing of nothing is no share. All is 100, and less than all is never."""
        if not self.whole:
            return None
        rounded = round(100 * self.part / self.whole, 1)
        return 99.9 if rounded == 100 and self.part < self.whole else rounded  # noqa: PLR2004 (all of it)

    @property
    def rest(self) -> int:
        """Those that are not part of it."""
        return self.whole - self.part

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)


NONE = Share(0, 0)


def total(shares: Iterable[Share]) -> Share:
    """All of them together."""
    return sum(shares, NONE)


def difference(now: float | None, before: float | None) -> float | None:
    """How much more it is than before, to a tenth; nothing if either is not known."""
    return None if now is None or before is None else round(now - before, 1)


def quantile(number_of: Mapping[int, int], part: float) -> int | None:
    """The smallest value such that at least this part of all is no larger; `number_of` says how often each occurs."""
    needed, so_far = part * sum(number_of.values()), 0
    for value in sorted(number_of):
        so_far += number_of[value]
        if so_far >= needed:
            return value
    return None


@dataclass(frozen=True, slots=True)
class Quartiles:
    """A quarter, a half and three quarters of the shifts were filled within so many minutes."""

    first: int
    median: int
    third: int


def quartiles(number_of: Mapping[int, int]) -> Quartiles | None:
    """Nothing if there is nothing to order."""
    first, median, third = (quantile(number_of, part) for part in (0.25, 0.5, 0.75))
    return None if first is None or median is None or third is None else Quartiles(first, median, third)
