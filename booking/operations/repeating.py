"""The same shifts on another day, all or none."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from booking.models import Order
from booking.operations import orders
from booking.period import Period
from people.models import User

COPIED = (
    "workplace", "occupation", "break_minutes", "reason", "reference", "text", "contact", "allow_direct",
)  # fmt: skip
"""What is the same. A note to the planner was about that day; a wish for somebody is asked for anew."""


@transaction.atomic
def repeat(
    earlier: Sequence[tuple[Order, Period]], *, advertised: bool, command: uuid.UUID, by: User, at: datetime
) -> list[Order]:
    """Place each order over again, at its new time. The same `command` twice places them once."""
    return [
        orders.place(
            Order(starts=period.starts, ends=period.ends, **{name: getattr(source, name) for name in COPIED}),
            competences=source.competences.all(),
            advertised=advertised,
            command=uuid.uuid5(command, str(source.pk)),
            by=by,
            at=at,
        )
        for source, period in earlier
    ]
