"""The coming weeks of some areas: what was counted at night, and what has been placed, booked and put in since."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate

from booking.forecast.free import free
from booking.forecast.model import HORIZON
from booking.forecast.weighing import Foretold, Free, Orders, Weighed, weigh
from booking.matching.board import FILLED, NEEDED
from booking.models import Forecast, ForecastDay, Order
from booking.period import STOCKHOLM
from booking.weeks import span_of

Key = uuid.UUID
Place = tuple[Key, date]


def coming(today: date) -> tuple[date, date]:
    """The first and the last of the days that are foreseen."""
    return today, today + timedelta(days=HORIZON - 1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """By area and day; `rows` are what was counted, `people` who has time."""

    days: Mapping[Place, Weighed]
    rows: Mapping[tuple[Key, date, Key | None], ForecastDay]
    people: Mapping[Place, list[Free]]
    forecasts: Mapping[Key, Forecast]


def outlook(areas: Collection[Key], first: date, last: date) -> Outlook:
    """As it is now; eight queries, however many the areas and the days are."""
    rows = {
        (row.area_id, row.day, row.occupation_id): row
        for row in ForecastDay.objects.filter(area__in=areas, day__range=(first, last))
    }
    forecasts = {row.area_id: row for row in Forecast.objects.filter(area__in=areas)}
    placed, people = _orders(areas, first, last), free(areas, first, last)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    trades: defaultdict[Place, dict[Key, Foretold]] = defaultdict(dict)
    for (area, day, trade), row in rows.items():
        if trade:
            trades[area, day][trade] = _foretold(row)
    weighed = {
        (area, day): weigh(
            area,
            day,
            whole=_foretold(rows[area, day, None]) if (area, day, None) in rows else None,
            trades=trades[area, day],
            orders=placed[area, day],
            people=people.get((area, day), []),
        )
        for area in areas
        for day in days
    }
    return Outlook(weighed, rows, people, forecasts)


def _foretold(row: ForecastDay) -> Foretold:
    return Foretold(row.expected, row.low, row.high)


def _orders(areas: Collection[Key], first: date, last: date) -> defaultdict[Place, dict[Key, Orders]]:
    span = span_of(first, last)
    rows = Order.objects.filter(NEEDED, workplace__area__in=areas, starts__gte=span.starts, starts__lt=span.ends)
    names = ("workplace__area", "occupation", TruncDate("starts", tzinfo=STOCKHOLM))
    counted = rows.order_by().values_list(*names).annotate(placed=Count("pk"), booked=Count("pk", filter=FILLED))
    found: defaultdict[Place, dict[Key, Orders]] = defaultdict(dict)
    for area, trade, day, placed, booked in counted:
        found[area, day][trade] = Orders(placed, booked)
    return found
