"""The worked shifts that a run looks at, with all that its rows tell of them and with what was sent of them before."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Prefetch

from booking.models import Booking
from booking.models.booking import BookingQuerySet
from booking.weeks import Week
from booking.worked.pieces import Piece
from booking.worked.reading import Classed, between
from booking.worked.shifts import WorkedShift
from payroll.models import AccountString, RunLine, RunShift
from payroll.operations.asked import Asked, Covered
from payroll.operations.changed import HOLDS, Changed
from people.models import Area, Substitute
from people.operations import identity

AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Known:
    """A shift as it stands, and what payroll has of it."""

    shift: WorkedShift
    pieces: Sequence[Piece]
    reason: str
    sent: RunShift | None


@dataclass(frozen=True, slots=True)
class Around:
    """What is read once for all shifts: names of areas, accounts of workplaces, numbers of those who are protected."""

    areas: Mapping[uuid.UUID, str]
    accounts: Mapping[uuid.UUID, str]
    hidden: Mapping[uuid.UUID, str]

    @classmethod
    def read(cls) -> "Around":
        """Three queries."""
        protected = Substitute.objects.filter(user__protected=True).values("pk")
        return cls(
            dict(Area.objects.values_list("pk", "name")),
            dict(AccountString.objects.values_list("workplace", "text")),
            identity.payroll_numbers(protected),
        )


def known(asked: Asked, covered: Covered, changed: Changed) -> Iterator[Known]:
    """Each shift of the period, and of the weeks where something that was sent before has changed."""
    shifts = _shifts(asked, covered, changed)
    while some := list(islice(shifts, AT_A_TIME)):
        keys = [shift.booking for shift, _pieces in some]
        reasons = dict(Booking.objects.filter(pk__in=keys).values_list("pk", "order__reason__name"))
        sent = {row.booking_id: row for row in standing(keys)}
        for shift, pieces in some:
            yield Known(shift, pieces, reasons[shift.booking] or "", sent.get(shift.booking))


def standing(bookings: Iterable[uuid.UUID]) -> Iterator[RunShift]:
    """What payroll has of the bookings, each with its `own_lines`; two queries."""
    own = Prefetch("lines", RunLine.objects.filter(takes_back=None).order_by("number"), to_attr="own_lines")
    yield from RunShift.objects.filter(booking__in=list(bookings), stands=True).prefetch_related(own)


def _shifts(asked: Asked, covered: Covered, changed: Changed) -> Iterator[Classed]:
    approved = Booking.objects.filter(HOLDS)
    for shift, pieces in between(approved, asked.first_day, asked.last_day):
        if asked.holds(shift.day, shift.area):
            yield shift, pieces
    for monday in sorted(changed.weeks):
        hers: BookingQuerySet = approved.filter(substitute__in=changed.weeks[monday])
        for shift, pieces in between(hers, monday, Week(monday).sunday):
            if _is_earlier(shift, asked, covered):
                yield shift, pieces


def _is_earlier(shift: WorkedShift, asked: Asked, covered: Covered) -> bool:
    was_sent = covered.has(shift.day, shift.area)
    return was_sent and asked.is_of(shift.area) and not asked.holds(shift.day, shift.area)
