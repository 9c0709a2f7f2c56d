"""A proposal as the board shows a week: workplaces by days."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from booking.views.desk.proposal_rows import Row
from booking.weeks import Week, local_day
from people.models import Workplace


@dataclass(frozen=True, slots=True)
class Grid:
    """One week: each workplace with the rows of each day, Monday to Sunday."""

    week: Week
    places: Sequence[tuple[Workplace, Sequence[Sequence[Row]]]]


def weeks(rows: Sequence[Row]) -> list[Grid]:
    """Those that have some, workplaces by area and name."""
    cells: defaultdict[tuple[Workplace, date], list[Row]] = defaultdict(list)
    for row in rows:
        cells[row.line.order.workplace, local_day(row.line.order.starts)].append(row)
    found: defaultdict[Week, set[Workplace]] = defaultdict(set)
    for place, day in cells:
        found[Week.of(day)].add(place)
    return [
        Grid(
            week, [(place, [cells.get((place, day), []) for day in week.days]) for place in sorted(places, key=_order)]
        )
        for week, places in sorted(found.items())
    ]


def _order(place: Workplace) -> tuple[str, str]:
    return str(place.area), str(place)
