"""The line of the board that tells on which days people will be lacking, as it was weighed within the hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from booking.forms.board import BoardNarrowing
from booking.models import ForecastDay
from people import access
from people.models import User

AT_MOST = 6
"""So many days are named; the page of the forecast has the others."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The first days that will be short, and how many more there are."""

    days: Sequence[ForecastDay]
    more: int


def of(user: User, form: BoardNarrowing, first: date, last: date, *, today: date) -> Strip:
    """Of her areas, or of the one that she has chosen; those that will be short before those that may be. One query."""
    rows = ForecastDay.objects.short(max(first, today), last).select_related("area")
    if form.is_valid() and (area := form.cleaned_data.get("area")):
        rows = rows.filter(area=area)
    found = sorted(access.scope(user, rows), key=lambda row: (not row.short, row.day, row.area.name))
    return Strip(found[:AT_MOST], len(found[AT_MOST:]))
