"""What has become of the bookings of those who are paid by the month, found by looking: booking knows of no schedule.

What is last said of each is compared with how it now stands. Whatever killed the process after a booking, the next
look finds it.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Subquery

from booking.models import Booking
from people.models import PayForm
from scheduling.formats.facts import Booked, mark_of
from scheduling.models import Delivery, ScheduleShift

REACH = timedelta(days=62)
"""For how long after it was over a shift is looked at: what becomes of it later is payroll's."""

AT_A_TIME = 200
AT_MOST = 2000
"""Changes found in one look, so that it ends well before the queue's timeout; the next finds the others."""


def notice(*, at: datetime) -> int:
    """Write down what is to be said and has not been; how many shifts it was about."""
    found = list(_moved(at=at))
    for some in _by(AT_A_TIME, found[:AT_MOST]):
        _say(some, at=at)
    return len(found)


def _by(number: int, rows: Sequence[Booking]) -> Iterator[Sequence[Booking]]:
    return (rows[first : first + number] for first in range(0, len(rows), number))


def told_of(*, at: datetime) -> Iterable[Booking]:
    """The bookings that a schedule is told of: nobody's who is protected, whose number only payroll gets."""
    last = Delivery.objects.filter(booking=OuterRef("pk")).order_by("-version")
    rows = Booking.objects.filter(
        agreement__pay_form=PayForm.MONTHLY, ends__gt=at - REACH, substitute__user__protected=False
    )
    rows = rows.select_related("order__workplace__schedule_code", "order__occupation", "substitute")
    return rows.annotate(
        last_mark=Subquery(last.values("mark")[:1]), last_version=Subquery(last.values("version")[:1])
    ).order_by("booked_at", "pk")


def _moved(*, at: datetime) -> Iterator[Booking]:
    for booking in told_of(at=at):
        if booking.last_mark is None and booking.ended_at:  # type: ignore[attr-defined]  # annotated
            continue  # it was over before anybody heard of it
        if _mark(booking) != booking.last_mark:  # type: ignore[attr-defined]
            yield booking


def _mark(booking: Booking) -> str:
    return mark_of(said_of(booking, 0).as_said(), booking.order.workplace_id, booking.order.occupation_id)


def said_of(booking: Booking, version: int, shifts: Sequence[str] = ()) -> Booked:
    """What is to be said of it as it stands."""
    place = booking.order.workplace
    code = getattr(place, "schedule_code", None)
    return Booked(
        booking=str(booking.pk),
        version=version,
        is_off=booking.ended_at is not None,
        employee_number=booking.substitute.employee_number,
        period=booking.period,
        break_minutes=booking.break_minutes,
        workplace=place.name,
        workplace_code=code.code if code else "",
        occupation=booking.order.occupation.name,
        gives_time=bool(booking.terms.get("gives_time")),
        shifts=shifts,
    )


@transaction.atomic
def _say(bookings: Sequence[Booking], *, at: datetime) -> None:
    """A row each. Two looks at once find the same, and the second is stopped by the number of the version."""
    shifts = _shifts(bookings)
    status = Delivery.Status.PENDING if settings.SCHEDULE_URL else Delivery.Status.FILE
    rows = []
    for booking in bookings:
        before = booking.last_version  # type: ignore[attr-defined]
        version = 0 if before is None else before + 1
        said = said_of(booking, version, shifts.get(booking.pk, ())).as_said()
        told = {"booking": booking, "version": version, "is_off": booking.ended_at is not None, "content": said}
        rows.append(Delivery(**told, mark=_mark(booking), noticed_at=at, due_at=at, status=status))
    Delivery.objects.bulk_create(rows, ignore_conflicts=True)
    for row in rows:
        earlier = Delivery.objects.filter(booking=row.booking, version__lt=row.version)
        earlier.filter(status=Delivery.Status.PENDING).update(status=Delivery.Status.OVERTAKEN)


def _shifts(bookings: Sequence[Booking]) -> Mapping[uuid.UUID, list[str]]:
    """The schedule's own ids of the time that each lies in; one question."""
    people = {booking.substitute_id for booking in bookings}
    rows = list(ScheduleShift.objects.standing().filter(substitute__in=people).order_by("starts", "external_id"))
    return {
        booking.pk: [
            row.external_id
            for row in rows
            if row.substitute_id == booking.substitute_id and row.period and row.period.overlaps(booking.period)
        ]
        for booking in bookings
    }
