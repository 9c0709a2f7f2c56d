"""The rows of the list of worked time: as booked, as said, how far it has come; as many queries for many as for one."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from booking.models import Booking, PayPeriod, PlannerTask, WorkedTime
from booking.operations.worked_time import DISPUTES
from booking.views.desk.worked_words import difference, signed
from booking.weeks import local_day
from booking.worked import states
from booking.worked.shifts import WorkedShift, as_it_stands, what_was_said
from booking.worked.states import State

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Row:
    """A shift that is over: what stands of it, what was said last, and what somebody says is wrong."""

    booking: Any  # a Booking with its state
    stands: WorkedShift
    said: WorkedTime | None
    disputed: str
    is_closed: bool

    @property
    def state(self) -> State:
        """How far it has come."""
        return State(self.booking.state)

    @property
    def seen(self) -> str:
        """What stands in the list of it, so that what has changed since is noticed."""
        return f"{self.booking.pk}.{self.booking.order.terms_version}.{self.said.number if self.said else 0}"

    @property
    def differs(self) -> list[str]:
        """How what was said last differs from what was booked."""
        if self.said is None:
            return []
        period = None if self.said.nothing else self.said.period
        return difference(self.booking.period, self.booking.break_minutes, period, self.said.break_minutes)

    @property
    def more(self) -> str:
        """+0,75 tim: of what stands against what was booked."""
        return signed(self.stands.work - booked_work(self.booking))


def booked_work(booking: Booking) -> timedelta:
    """Real elapsed time as booked, less the break."""
    return max(booking.period.length - booking.break_minutes * MINUTE, timedelta())


def of(keys: Sequence[uuid.UUID]) -> list[Row]:
    """The rows of these bookings, in their order; four queries."""
    bookings = states.with_state(Booking.objects.filter(pk__in=keys).with_places().select_related("attested_by"))
    by_key = {booking.pk: booking for booking in bookings.prefetch_related(what_was_said())}
    notes, closed = _notes(keys), _closed(by_key.values())
    return [_row(by_key[key], notes, closed) for key in keys if key in by_key]


def _row(booking: Any, notes: dict[uuid.UUID, str], closed: Sequence[PayPeriod]) -> Row:  # noqa: ANN401 (with its state)
    day = local_day(booking.starts)
    return Row(
        booking,
        as_it_stands(booking, booking.said),
        booking.said[-1] if booking.said else None,
        notes.get(booking.pk, "") if booking.state == State.DISPUTED else "",
        any(period.first_day <= day <= period.last_day for period in closed),
    )


def _notes(keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    undone = PlannerTask.objects.undone().filter(booking__in=keys, kind__in=DISPUTES).order_by("found_at")
    return {task.booking_id: str(task.facts.get("note", "")) for task in undone if task.booking_id}


def _closed(bookings: Iterable[Booking]) -> Sequence[PayPeriod]:
    days = [local_day(booking.starts) for booking in bookings]
    if not days:
        return []
    return list(PayPeriod.objects.filter(first_day__lte=max(days), last_day__gte=min(days)))
