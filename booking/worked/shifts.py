"""A shift as it stands: as it was approved, else as it was last said, else as booked."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet

from booking.models import Booking, WorkedTime
from booking.period import Period
from booking.weeks import local_day

AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class WorkedShift:
    """What stands of one booking: `period` is `None` where nothing was worked, `version` 0 where it is as booked.

    `day` is the local day on which it began as booked, by which it belongs to a month or a period.
    """

    booking: uuid.UUID
    version: int
    substitute: uuid.UUID
    employee_number: str
    day: date
    period: Period | None
    rest: timedelta
    attested_at: datetime | None
    occupation: uuid.UUID
    workplace: uuid.UUID
    area: uuid.UUID
    agreement: uuid.UUID
    terms: Mapping[str, Any] = field(hash=False)

    @property
    def rest_minutes(self) -> int:
        """The break, in minutes."""
        return self.rest // timedelta(minutes=1)

    @property
    def work(self) -> timedelta:
        """Real elapsed time less the break."""
        return max(self.period.length - self.rest, timedelta()) if self.period else timedelta()


def read(bookings: QuerySet[Booking]) -> Iterator[WorkedShift]:
    """The bookings as they stand, in their order; two queries for each thousand."""
    known: QuerySet[Any] = bookings.select_related("substitute", "order__workplace").prefetch_related(what_was_said())
    for booking in known.iterator(chunk_size=AT_A_TIME):
        yield as_it_stands(booking, booking.said)


def what_was_said() -> "Prefetch[str, QuerySet[WorkedTime], str]":
    """What was said of each booking, by number, as its `said`."""
    return Prefetch("worked", WorkedTime.objects.select_related("said_by").order_by("number"), to_attr="said")


def as_it_stands(booking: Booking, said: Sequence[WorkedTime]) -> WorkedShift:
    """The booking, of which all that was `said` is handed in."""
    return _of(booking, standing(booking, said))


def standing(booking: Booking, said: Sequence[WorkedTime]) -> WorkedTime | None:
    """Of what was said, by number, what stands; nothing if it is the booked time.

    Where the shift is approved that is the last that was approved, else what was said last.
    """
    if booking.attested_at:
        said = [one for one in said if one.attested_at]
    return said[-1] if said else None


def _of(booking: Booking, said: WorkedTime | None) -> WorkedShift:
    time = said or booking
    nothing = said.nothing if said else booking.no_show
    return WorkedShift(
        booking=booking.pk,
        version=said.number if said else 0,
        substitute=booking.substitute_id,
        employee_number=booking.substitute.employee_number,
        day=local_day(booking.starts),
        period=None if nothing else time.period,
        rest=timedelta(minutes=time.break_minutes),
        attested_at=booking.attested_at,
        occupation=booking.order.occupation_id,
        workplace=booking.order.workplace_id,
        area=booking.order.workplace.area_id,
        agreement=booking.agreement_id,
        terms=booking.terms,
    )
