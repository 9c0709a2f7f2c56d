"""What was said of a shift's time, by whom and when, what stands of it, and its hours by class."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import pay_periods
from booking.operations.worked_time import DISPUTES
from booking.views.desk.hours import OB, of_classes
from booking.views.desk.worked_rows import booked_work
from booking.views.desk.worked_words import difference, signed
from booking.worked import reading
from booking.worked.pieces import Piece, TimeKind
from booking.worked.shifts import WorkedShift, as_it_stands, standing
from people import access
from people.models import User
from portal.templatetags.times import hours

KINDS: dict[TimeKind, Promise] = {
    TimeKind.ORDINARY: gettext_lazy("%(hours)s ordinarie"),
    TimeKind.ADDITIONAL: gettext_lazy("%(hours)s mertid"),
    TimeKind.OVERTIME: gettext_lazy("%(hours)s övertid"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said: how it differs from what was booked, and whether it is what stands."""

    said: WorkedTime
    differs: Sequence[str]
    stands: bool


@dataclass(frozen=True, slots=True)
class Story:
    """All that was said of a shift that is over, in order."""

    statements: Sequence[Statement]
    stands: WorkedShift
    more: str
    disputes: Sequence[PlannerTask]
    is_closed: bool
    kinds: Sequence[str]
    ob: Sequence[str]

    @property
    def number(self) -> int:
        """Of what was said last; 0 if nothing was."""
        return self.statements[-1].said.number if self.statements else 0


def of(booking: Booking, *, now: datetime) -> Story:
    """Read it; some few queries, however much was said."""
    said = list(booking.worked.select_related("said_by", "attested_by").order_by("number"))
    stands, current = as_it_stands(booking, said), standing(booking, said)
    pieces = _pieces(booking, stands, now=now)
    undone = PlannerTask.objects.undone().filter(booking=booking, kind__in=DISPUTES).order_by("found_at")
    return Story(
        [Statement(one, _differs(booking, one), one == current) for one in said],
        stands,
        signed(stands.work - booked_work(booking)),
        [task for task in undone if task.kind == PlannerTask.Kind.TIME_DISPUTED or not booking.attested_at],
        pay_periods.is_closed(booking),
        list(_of_kinds(pieces)),
        _of_ob(pieces),
    )


def deeds(story: Story, booking: Booking, user: User) -> dict[str, Any]:
    """What she may do about it."""
    waits = not (booking.attested_at or booking.no_show or story.is_closed)
    return {
        "may_correct": access.can(user, "correct", booking),
        "may_attest": waits and access.can(user, "attest", booking),
    }


def _differs(booking: Booking, one: WorkedTime) -> list[str]:
    period = None if one.nothing else one.period
    return difference(booking.period, booking.break_minutes, period, one.break_minutes)


def _pieces(booking: Booking, stands: WorkedShift, *, now: datetime) -> Sequence[Piece]:
    found = reading.of(booking.substitute, stands.day, stands.day, now=now)
    return next((pieces for shift, pieces in found if shift.booking == booking.pk), ())


def _of_kinds(pieces: Sequence[Piece]) -> Iterator[str]:
    """8 tim ordinarie, 1 tim övertid"""
    for kind, words in KINDS.items():
        if work := sum((piece.work for piece in pieces if piece.kind is kind), timedelta()):
            yield str(words) % {"hours": hours(work)}


def _of_ob(pieces: Sequence[Piece]) -> list[str]:
    """3 tim kväll"""
    found = {ob: sum((piece.work for piece in pieces if piece.ob is ob), timedelta()) for ob in OB}
    return of_classes({ob: work for ob, work in found.items() if work})
