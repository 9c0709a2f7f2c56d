"""The coming weeks of each area as a calendar: a row a week, a cell a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language

from booking.calendar_days import red_days
from booking.forecast.outlook import Outlook, coming, outlook
from booking.forecast.weighing import Line
from booking.models import Forecast
from booking.views.desk import forecast_words
from booking.weeks import Week
from people.models import Area, Occupation
from portal.templatetags.times import dayname


@dataclass(frozen=True, slots=True)
class Cell:
    """A day, if it is foreseen."""

    day: date
    line: Line | None
    red: str
    address: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An area: its weeks, how sure it is, and of which occupations nothing can be said."""

    area: Area
    forecast: Forecast | None
    weeks: Sequence[tuple[Week, Sequence[Cell]]]
    accuracy: str
    too_little: Sequence[str]
    is_told: bool  # whether there is a forecast of anything
    short_days: int


def address() -> str:
    """Of the page."""
    return reverse("forecast:index")


def of(areas: Sequence[Area], *, today: date) -> list[Sheet]:
    """Each area; as many queries for one as for forty."""
    first, last = coming(today)
    seen = outlook([area.pk for area in areas], first, last)
    red = _red(first, last)
    wanted = {key for forecast in seen.forecasts.values() for key in forecast.too_little}
    names = {str(one.pk): capfirst(one.name) for one in Occupation.objects.filter(pk__in=wanted)}
    return [_sheet(area, seen, red, names, first, last) for area in areas]


def weekdays() -> list[str]:
    """mån, tis … above the columns."""
    return [capfirst(dayname(day)) for day in Week.of(date(2026, 1, 5)).days]


def _sheet(
    area: Area, seen: Outlook, red: Mapping[date, str], names: Mapping[str, str], first: date, last: date
) -> Sheet:
    forecast = seen.forecasts.get(area.pk)
    weeks = [(week, [_cell(area, day, seen, red) for day in week.days]) for week in _weeks(first, last)]
    lines = [cell.line for _week, cells in weeks for cell in cells if cell.line]
    return Sheet(
        area,
        forecast,
        weeks,
        forecast_words.accuracy(forecast) if forecast else "",
        sorted(names[key] for key in forecast.too_little if key in names) if forecast else [],
        any(line.foretold for line in lines),
        sum(line.short > 0 for line in lines),
    )


def _cell(area: Area, day: date, seen: Outlook, red: Mapping[date, str]) -> Cell:
    weighed = seen.days.get((area.pk, day))
    url = reverse("forecast:day", args=[area.pk, day.isoformat()]) if weighed else ""
    return Cell(day, weighed.whole if weighed else None, red.get(day, ""), url)


def _weeks(first: date, last: date) -> Iterable[Week]:
    week = Week.of(first)
    while week.monday <= last:
        yield week
        week = week.after


def _red(first: date, last: date) -> dict[date, str]:
    language = get_language() or ""
    return {day: name for year in {first.year, last.year} for day, name in red_days(year, language).items()}
