"""What somebody asks of a run."""

from dataclasses import dataclass
from datetime import date, timedelta

from booking.weeks import Week
from payroll.models import Layout, PayRun
from people.models import Area

REACH = timedelta(days=366)
"""How far back what has been sent is compared with what now stands."""

Span = tuple[date, date, Area | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The days, both included; of one area, or of all if there is none."""

    first_day: date
    last_day: date
    area: Area | None
    layout: Layout

    def holds(self, day: date, area: object) -> bool:
        """Whether a shift that began on the day, in the area with the key, is of the period itself."""
        return self.first_day <= day <= self.last_day and self.is_of(area)

    def is_of(self, area: object) -> bool:
        """Whether the area with the key is asked for."""
        return self.area is None or self.area.pk == area


@dataclass(frozen=True, slots=True)
class Covered:
    """The days that earlier runs have covered, each of one area or of all: what was before them is not ours to send."""

    spans: frozenset[tuple[date, date, object]]

    @classmethod
    def before(cls, asked: Asked) -> "Covered":
        """By the runs there are, as far back as anything is compared."""
        runs = PayRun.objects.filter(last_day__gte=asked.first_day - REACH, takes_back=None)
        return cls(frozenset(runs.values_list("first_day", "last_day", "area")))

    def has(self, day: date, area: object) -> bool:
        """Whether a shift of that day in the area with the key has been asked for before."""
        return any(first <= day <= last and of in (None, area) for first, last, of in self.spans)

    def any_day(self, first: date, last: date) -> bool:
        """Whether some day from the first to the last has been, in any area."""
        return any(begins <= last and ends >= first for begins, ends, _of in self.spans)


def mondays_of(day: date) -> set[date]:
    """The weeks whose overtime a shift of the day may move: its own, and the next if it passes Sunday night."""
    monday = Week.of(day).monday
    return {monday, monday + timedelta(days=7)} if day == monday + timedelta(days=6) else {monday}
