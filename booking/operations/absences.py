"""Time when a substitute is away. Nothing she is booked on is cancelled by it: somebody decides, shift by shift."""

from datetime import datetime
from typing import NamedTuple, cast

from booking.models import Absence, Booking, PlannerTask
from booking.operations import follow_ups
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.said import span_of
from booking.period import Period
from people.history import record
from people.models import Substitute, User
from people.operations import areas


class Noted(NamedTuple):
    """The absence, and the shifts she is booked on all the same."""

    absence: Absence
    booked: list[Booking]


@decision
def note(substitute: Substitute, period: Period, *, kind: Absence.Kind, by: User, at: datetime) -> Noted:
    """Write that she is away; what meets an absence of the same kind makes it longer, and twice is once."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    alike = Absence.objects.filter(
        substitute=substitute, kind=kind, starts__lte=period.ends, ends__gte=period.starts
    ).order_by("starts")
    first, *others = list(alike) or [Absence(substitute=substitute, kind=kind, noted_by=by, noted_at=at)]
    there_is = [] if first._state.adding else [first.period, *(other.period for other in others)]  # noqa: SLF001
    whole = span_of([period, *there_is])
    if whole not in there_is:
        Absence.objects.filter(pk__in=[other.pk for other in others]).delete()
        first.starts, first.ends = whole.starts, whole.ends
        first.save()
        _record(first, "absence.note", by=by, at=at)
    return Noted(first, _yet_booked(first, at=at))


@decision
def shorten(absence: Absence, ends: datetime, *, by: User, at: datetime) -> Absence | None:
    """She is back by then; an absence that never came about is gone. It is never made longer: that is noted anew."""
    locked_substitutes([absence.substitute_id])
    there_is = Absence.objects.select_related("substitute").filter(pk=absence.pk).first()
    if there_is is None or ends >= there_is.ends:
        return there_is
    if gone := ends <= there_is.starts:
        _record(there_is, "absence.remove", by=by, at=at)
        there_is.delete()
    else:
        there_is.ends = ends
        there_is.save(update_fields=["ends"])
        _record(there_is, "absence.shorten", by=by, at=at)
    _settle_what_is_no_longer_so(there_is.substitute, by=by, at=at)
    return None if gone else there_is


def _yet_booked(absence: Absence, *, at: datetime) -> list[Booking]:
    """The shifts of hers under the absence, each a task for its planners."""
    hers = Booking.objects.coming(now=at).of(absence.substitute).overlapping(absence.period)
    booked = list(hers.with_places())
    for booking in booked:
        follow_ups.found(
            PlannerTask.Kind.ABSENT_YET_BOOKED,
            booking.order,
            at=at,
            substitute=absence.substitute,
            booking=booking,
            once_per=absence.pk.hex[:12],
        )
    return booked


def _settle_what_is_no_longer_so(substitute: Substitute, *, by: User, at: datetime) -> None:
    """A task for a shift that no absence touches any more asks for nothing."""
    waiting = PlannerTask.objects.waiting().filter(
        kind=PlannerTask.Kind.ABSENT_YET_BOOKED, substitute=substitute, booking__isnull=False
    )
    for task in waiting.select_related("booking"):
        shift = cast("Booking", task.booking)
        if not Absence.objects.touching(shift.period).filter(substitute=substitute).exists():
            follow_ups.done(task, by=by, at=at)


def _record(absence: Absence, action: str, *, by: User, at: datetime) -> None:
    # Never of what kind: an absence's reason is for the planner and herself, and the history outlives both.
    area = areas.of_substitute(absence.substitute)
    record(absence, action, by=by, at=at, area_id=area, substitute=str(absence.substitute_id))
