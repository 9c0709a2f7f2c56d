"""Her days under LAS as her own page and her planners' tell them: facts, and the days of a year with their shifts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from booking.eligibility import las_facts
from booking.eligibility.las_facts import Behind, Facts, Stretch
from booking.models import Booking
from booking.weeks import local_day, span_of
from people import access
from people.models import Substitute, User


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift behind a day; where it was is told to those who may know."""

    booking: Booking
    place_is_seen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A day with its shifts, or days between."""

    stretch: Stretch
    shifts: Sequence[Shift]


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The days of one kind in a month, line by line."""

    behind: Behind
    lines: Sequence[Line]

    @property
    def days_apart(self) -> bool:
        """Whether there are several days of work and nothing between them counts."""
        return not self.behind.is_of_many and self.behind.worked > 1


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year of the days behind, and the years that there are, the latest first."""

    year: int | None
    years: Sequence[int]
    months: Sequence[MonthShown]


def context(substitute: Substitute, reader: User, *, year: str | None, now: datetime) -> dict[str, object]:
    """What both pages show; three queries, however many shifts there are. `year` is as the address says it."""
    facts = las_facts.of(substitute, now=now)
    return {"facts": facts, "behind": _shown(facts, substitute, reader, year=year, now=now)}


def _shown(facts: Facts, substitute: Substitute, reader: User, *, year: str | None, now: datetime) -> YearShown:
    years = sorted({each.month.first.year for each in facts.months}, reverse=True)
    chosen = next((each for each in years if str(each) == year), years[0] if years else None)
    if chosen is None:
        return YearShown(None, years, [])
    shifts = _shifts(substitute, reader, chosen, now=now)
    months = [each for each in facts.months if each.month.first.year == chosen]
    return YearShown(chosen, years, [MonthShown(each, list(_lines(each, shifts))) for each in months])


def _lines(behind: Behind, shifts: Mapping[tuple[date, str], Sequence[Shift]]) -> Iterable[Line]:
    for stretch in behind.stretches:
        yield Line(stretch, shifts.get((stretch.first, behind.kind), ()) if stretch.is_worked else ())


def _shifts(
    substitute: Substitute, reader: User, year: int, *, now: datetime
) -> Mapping[tuple[date, str], Sequence[Shift]]:
    span = span_of(date(year, 1, 1), date(year, 12, 31))
    worked = Booking.objects.worked(now=now).of(substitute).filter(starts__gte=span.starts, starts__lt=span.ends)
    seen = set(access.scope(reader, worked).values_list("pk", flat=True))
    found: defaultdict[tuple[date, str], list[Shift]] = defaultdict(list)
    for booking in worked.select_related("order__workplace").order_by("starts", "pk"):
        key = local_day(booking.starts), str(booking.terms.get("employment", ""))
        found[key].append(Shift(booking, booking.pk in seen))
    return found
