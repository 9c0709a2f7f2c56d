"""What is told of jobs that a substitute may take."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from booking.models import Order
from booking.notifications import words
from booking.notifications.telling import in_swedish, tell
from people.models import Substitute


@in_swedish
def jobs_released(
    substitute: Substitute, orders: Sequence[Order], *, at: datetime, due_at: datetime | None = None
) -> None:
    """New in Lediga jobb: one with its facts, several as their number and days. The same ones are told of once."""
    if not orders:
        return
    keys = sorted(str(order.pk) for order in orders)
    one = orders[0] if len(orders) == 1 else None
    tell(
        "jobs.released",
        substitute,
        to=substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:job", args=[one.pk]) if one else reverse("booking:jobs"),
        version=hashlib.sha256("".join(keys).encode()).hexdigest()[:16],
        remembers={"orders": keys},
        facts=words.shift(one) if one else {"number": str(len(orders)), "days": words.days(orders)},
    )


@in_swedish
def named_first(order: Order, *, until: datetime, at: datetime, due_at: datetime | None = None) -> None:
    """The workplace wishes for her by name, and only she sees the shift until then."""
    if order.wished is None:
        return
    tell(
        "job.named",
        order,
        to=order.wished.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:job", args=[order.pk]),
        version=f"r{order.round}-{until.timestamp():.0f}",
        remembers={"wished": str(order.wished_id), "until": until.isoformat()},
        facts={**words.shift(order), "until": words.moment(until, at=due_at or at)},
    )
