"""Who may read a workplace's codes and where its keys are, and when. Pure, and the only place that decides it."""

import uuid
from datetime import datetime, timedelta
from typing import Protocol

BEFORE = timedelta(hours=24)
"""So long before the shift begins it can be read; then until the shift ends."""


class Held(Protocol):
    """A booking, as far as this asks of it."""

    starts: datetime
    ends: datetime
    ended_at: datetime | None
    substitute_id: uuid.UUID


def opens(booking: Held) -> datetime:
    """From when it can be read."""
    return booking.starts - BEFORE


def is_open(booking: Held, *, reader: uuid.UUID, now: datetime) -> bool:
    """Whether the substitute `reader` may read it now: the shift is hers, stands, is near, and is not over."""
    return _is_hers(booking, reader) and opens(booking) <= now < booking.ends


def will_open(booking: Held, *, reader: uuid.UUID, now: datetime) -> bool:
    """Whether she may read it later."""
    return _is_hers(booking, reader) and now < opens(booking)


def _is_hers(booking: Held, reader: uuid.UUID) -> bool:
    return booking.substitute_id == reader and booking.ended_at is None
