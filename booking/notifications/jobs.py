"""What is told of jobs that a substitute may take."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from booking.models import Order
from booking.notifications import words
from booking.notifications.telling import tell
from people.models import Substitute


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
        facts=lambda: words.shift(one) if one else {"number": str(len(orders)), "days": words.days(orders)},
    )
