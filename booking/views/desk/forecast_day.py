"""What stands on the page of one day of an area."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.text import capfirst

from booking.forecast.asked import came_in
from booking.forecast.outlook import Outlook, outlook
from booking.forecast.weighing import Line
from booking.models import ForecastDay
from booking.operations import asking_for_time
from booking.operations.asking_for_time import Askable
from booking.views.desk import forecast_words
from people import access, looking
from people.models import Area, Occupation, Substitute, User


@dataclass(frozen=True, slots=True)
class Trade:
    """An occupation's numbers, and what they follow from."""

    name: str
    line: Line
    why: list[str]


@dataclass(frozen=True, slots=True)
class WithTime:
    """Somebody with time, and what she can work as."""

    substitute: Substitute
    trades: list[str]


def of(user: User, area: Area, day: date, *, now: datetime) -> dict[str, Any]:
    """As it is now; a constant number of queries."""
    seen = outlook([area.pk], day, day)
    weighed, whole = seen.days[area.pk, day], seen.rows.get((area.pk, day, None))
    names = {one.pk: capfirst(one.name) for one in Occupation.objects.filter(pk__in=weighed.trades)}
    forecast = seen.forecasts.get(area.pk)
    lines = {names[key]: (line, seen.rows.get((area.pk, day, key))) for key, line in weighed.trades.items()}
    people = _people(user, seen, area, day, {key: names[key] for key in weighed.trades})
    looking.note_listed([one.substitute for one in people], by=user, at=now)
    asked: Askable = asking_for_time.askable(area, day, by=user)
    return {
        "line": weighed.whole,
        "trades": [Trade(name, line, _why(row)) for name, (line, row) in sorted(lines.items())],
        "why": _why(whole),
        "accuracy": forecast_words.accuracy(forecast) if forecast else "",
        "people": people,
        "askable": asked,
        "came_in": came_in(area.pk, day),
    }


def _why(row: ForecastDay | None) -> list[str]:
    return forecast_words.why(row) if row else []


def _people(user: User, seen: Outlook, area: Area, day: date, names: dict[Any, str]) -> list[WithTime]:
    trades: defaultdict[Any, list[str]] = defaultdict(list)
    for one in seen.people.get((area.pk, day), []):
        trades[one.substitute] = sorted(names[trade] for trade in one.trades)
    rows = access.scope(user, Substitute.objects.filter(pk__in=trades).select_related("user"))
    ordered = rows.order_by("user__first_name", "user__last_name", "pk")
    return [WithTime(one, trades[one.pk]) for one in ordered]
