"""What speaks for the candidates of several orders, read for all of them at once: `merits.about`, of many.

The rows are few, since only those who share an order's lead are asked of; so they are read, and counted here.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from booking.eligibility.reading import among
from booking.matching.merits import A_SEASON, A_YEAR, COUNTS_FOR_NOTHING, UNANSWERED, About
from booking.models import Booking, Enquiry, Interest, Order
from booking.weeks import Month, Week, local_day

Keys = Collection[uuid.UUID]


class _Asked(NamedTuple):
    asked_at: datetime
    status: str
    order: uuid.UUID
    starts: datetime
    ends: datetime


def about_each(
    candidates: Mapping[Order, Keys], interests: Mapping[uuid.UUID, Mapping[uuid.UUID, Interest]]
) -> dict[uuid.UUID, About]:
    """By order, as `interests` are; two queries for all of them."""
    if not any(candidates.values()):
        return {}
    here, asked = _shifts(candidates), _enquiries(candidates)
    return {
        order.pk: About(
            week=Week.of(local_day(order.starts)).span,
            interested=interests.get(order.pk, {}),
            shifts_here={who: _lately(here[order.workplace_id, who], order) for who in keys},
            asked={who: told for who in keys if (told := _last_asked(asked.get(who, ()), order))},
        )
        for order, keys in candidates.items()
    }


def _everybody(candidates: Mapping[Order, Keys]) -> set[uuid.UUID]:
    return {who for keys in candidates.values() for who in keys}


def _shifts(candidates: Mapping[Order, Keys]) -> Mapping[tuple[uuid.UUID, uuid.UUID], list[datetime]]:
    """When each began a shift at each of the workplaces, of late."""
    starts = [order.starts for order in candidates]
    rows = Booking.objects.occupying().filter(
        among("substitute", _everybody(candidates)),
        order__workplace__in={order.workplace_id for order in candidates},
        order__starts__gte=min(starts) - A_YEAR,
        order__starts__lt=max(starts),
    )
    found: defaultdict[tuple[uuid.UUID, uuid.UUID], list[datetime]] = defaultdict(list)
    for place, who, began in rows.values_list("order__workplace", "substitute", "order__starts"):
        found[place, who].append(began)
    return found


def _lately(began: Collection[datetime], order: Order) -> int:
    return sum(order.starts - A_YEAR <= moment < order.starts for moment in began)


def _enquiries(candidates: Mapping[Order, Keys]) -> dict[uuid.UUID, list[_Asked]]:
    since = min(order.starts for order in candidates) - A_SEASON
    rows = Enquiry.objects.filter(among("substitute", _everybody(candidates)), asked_at__gte=since)
    found: defaultdict[uuid.UUID, list[_Asked]] = defaultdict(list)
    names = ("asked_at", "status", "order", "order__starts", "order__ends")
    for who, *told in rows.exclude(status__in=COUNTS_FOR_NOTHING).values_list("substitute", *names):
        found[who].append(_Asked._make(told))
    return dict(found)


def _last_asked(asked: Collection[_Asked], order: Order) -> tuple[datetime, timedelta] | None:
    """When she was last asked, and the hours in the order's month that she let pass; nothing if she was not."""
    month = Month.of(local_day(order.starts)).span
    counted = [row for row in asked if row.asked_at >= order.starts - A_SEASON]
    passed = [
        row.ends - row.starts
        for row in counted
        if row.status in UNANSWERED and row.order != order.pk and month.starts <= row.starts < month.ends
    ]
    return (max(row.asked_at for row in counted), sum(passed, timedelta())) if counted else None
