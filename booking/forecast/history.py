"""What was ordered: how many for each day, and how many days before. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

Leads = Mapping[int, int]
"""Of one day: how many were placed so many days before it; less than nothing is after it had begun."""


@dataclass(frozen=True, slots=True)
class History:
    """The orders of one kind, by the day on which they begin."""

    days: Mapping[date, Leads]
    first: date  # from when on nothing ordered means that nothing was needed

    @classmethod
    def of(cls, rows: Iterable[tuple[date, date, int]]) -> Self:
        """From `(day, placed on, number)`."""
        days: dict[date, Counter[int]] = {}
        for day, placed, number in rows:
            days.setdefault(day, Counter())[(day - placed).days] += number
        return cls(days, min(days, default=date.max))

    @classmethod
    def together(cls, several: Iterable["History"]) -> Self:
        """All of them as one."""
        days: dict[date, Counter[int]] = {}
        several = list(several)
        for one in several:
            for day, leads in one.days.items():
                days.setdefault(day, Counter()).update(leads)
        return cls(days, min((one.first for one in several), default=date.max))

    def number(self, day: date) -> int:
        """How many there were in all."""
        return sum(self.days.get(day, {}).values())

    def known(self, day: date, *, on: date) -> int:
        """How many of the day's were placed before the day `on` began."""
        return sum(number for lead, number in self.days.get(day, {}).items() if lead > (day - on).days)

    def since(self, first: date, until: date) -> int:
        """How many there were from the first day up to the last, which is not counted."""
        return sum(self.number(day) for day in self.days if first <= day < until)


def days_of(first: date, until: date) -> list[date]:
    """From the first day up to the last, which is not one of them."""
    return [first + timedelta(days=n) for n in range((until - first).days)]
