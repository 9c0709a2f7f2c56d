"""What the model is given: an area's orders by day, and the calendar as it is here."""

import uuid
from collections import defaultdict
from datetime import date, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate

from booking import calendar_days, holidays
from booking.forecast.history import History
from booking.forecast.model import HORIZON
from booking.forecast.sorts import Calendar
from booking.forecast.usual import MEMORY
from booking.inconvenient import DayKind
from booking.matching.board import NEEDED
from booking.models import Order
from booking.period import STOCKHOLM, local

EVES = {DayKind.EVE, DayKind.MAJOR}


def histories(area: uuid.UUID, *, on: date) -> dict[uuid.UUID, History]:
    """By occupation: the orders that needed filling, as far back as is looked and as far ahead as is foreseen.

    One query, answered in sums. An order that was taken away again was not needed.
    """
    first, last = on - MEMORY, on + timedelta(days=HORIZON)
    span = {"starts__gte": local(first, time()), "starts__lt": local(last, time())}
    rows = Order.objects.filter(NEEDED, workplace__area=area, **span).order_by()
    begun = {"day": TruncDate("starts", tzinfo=STOCKHOLM), "placed": TruncDate("placed_at", tzinfo=STOCKHOLM)}
    by_trade: defaultdict[uuid.UUID, list[tuple[date, date, int]]] = defaultdict(list)
    for trade, day, placed, number in rows.values_list("occupation", *begun.values()).annotate(number=Count("pk")):
        by_trade[trade].append((day, placed, number))
    return {trade: History.of(found) for trade, found in by_trade.items()}


def calendar(*, on: date) -> Calendar:
    """The law's days and the municipality's own, in all the years that are looked at."""
    years = range((on - MEMORY).year, (on + timedelta(days=HORIZON)).year + 1)
    red = {day for year in years for day in calendar_days.red_days(year)}
    kinds = {day: kind for year in years for day, kind in holidays.kinds(year).items()}
    kinds |= {day: kind for day, (kind, _name) in calendar_days.own().items()}
    return Calendar(red, {day for day, kind in kinds.items() if kind in EVES} - red)
