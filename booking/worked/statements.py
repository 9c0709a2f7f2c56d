"""What was said of each of some shifts, and whether its period of pay is closed: for the pages that show them."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from booking.models import Booking, PayPeriod, WorkedTime
from booking.weeks import local_day
from booking.worked.shifts import standing

Side = WorkedTime.Side


@dataclass(frozen=True, slots=True)
class Statements:
    """All that was said of a shift, in order."""

    booking: Booking
    rows: Sequence[WorkedTime]
    is_closed: bool

    @property
    def number(self) -> int:
        """That of what was said last, 0 if nothing was."""
        return self.rows[-1].number if self.rows else 0

    @property
    def hers(self) -> WorkedTime | None:
        """What its substitute said last."""
        return next((row for row in reversed(self.rows) if row.side == Side.SUBSTITUTE), None)

    @property
    def standing(self) -> WorkedTime | None:
        """What stands of it; nothing if that is the booked time."""
        return standing(self.booking, self.rows)


def of(bookings: Collection[Booking]) -> dict[uuid.UUID, Statements]:
    """Those of each, by its key; two queries, however many they are."""
    rows: defaultdict[uuid.UUID, list[WorkedTime]] = defaultdict(list)
    for row in WorkedTime.objects.filter(booking__in=[booking.pk for booking in bookings]).order_by("number"):
        rows[row.booking_id].append(row)
    closed = _closed(bookings)
    return {one.pk: Statements(one, rows[one.pk], is_closed=one.pk in closed) for one in bookings}


def _closed(bookings: Collection[Booking]) -> set[uuid.UUID]:
    days = {booking.pk: local_day(booking.starts) for booking in bookings}
    if not days:
        return set()
    first, last = min(days.values()), max(days.values())
    periods = list(PayPeriod.objects.filter(first_day__lte=last, last_day__gte=first))
    return {key for key, day in days.items() if any(one.first_day <= day <= one.last_day for one in periods)}
