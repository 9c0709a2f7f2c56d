"""A past of orders as rows."""

import uuid
from datetime import date, time, timedelta

from booking.models import Order
from booking.period import local_span
from tests.factories.booking import OrderReasonFactory

TODAY = date(2026, 5, 12)


def a_past(town, *, each_day=2, weeks=20, until=TODAY, **fields):
    """So many orders each day before `until`, placed two hours before."""
    usual = {
        "workplace": town.workplace, "occupation": town.occupation, "placed_by": town.manager,
        "reason": OrderReasonFactory(), "status": Order.Status.COMPLETED,
    }  # fmt: skip
    days = [until - timedelta(days=number) for number in range(1, 7 * weeks + 1)]
    spans = [local_span(day, time(7), time(16)) for day in days for _each in range(each_day)]
    Order.objects.bulk_create(
        Order(
            **(usual | fields),
            starts=span.starts,
            ends=span.ends,
            placed_at=span.starts - timedelta(hours=2),
            command=uuid.uuid4(),
        )
        for span in spans
    )
