"""A change of her own time, taken back while it is fresh."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import TypeVar

from django.utils.translation import gettext as _

from booking.models import Availability, AvailabilityChange, AvailabilityPattern, Booking
from booking.operations import snapshots
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.refusals import Refused
from booking.operations.said import Said, span_of
from booking.operations.snapshots import Row, Snapshot, Written
from booking.period import Period, whole_day, without
from booking.weeks import local_day
from people.history import record
from people.models import Substitute, User

R = TypeVar("R")

LIMIT = timedelta(seconds=30)
"""She is offered ten seconds; the rest is for a phone that waits for its network."""


@decision
def remembered(substitute: Substitute, act: Callable[[], R], *, at: datetime) -> tuple[R, AvailabilityChange | None]:
    """Do what changes her time, and keep what it was, so that it can be undone; nothing is kept if nothing changed."""
    locked_substitutes([substitute.pk])
    before = snapshots.taken(substitute, at=at)
    made = act()
    after = snapshots.taken(substitute, at=at)
    gone, come = before.without(after), after.without(before)
    if not (gone or come):
        return made, None
    span = _span([*gone.rows, *come.rows]) or whole_day(local_day(at))
    change = AvailabilityChange.objects.create(
        substitute=substitute,
        starts=span.starts,
        ends=span.ends,
        before=gone.packed(),
        after=come.packed(),
        made_at=at,
    )
    return made, change


@decision
def undo(change: AvailabilityChange, *, by: User, at: datetime) -> list[Booking]:
    """Say again what was said before, but for what a shift booked since needs; answers with those shifts.

    Twice is once. Refused when it is too late, and when the time has been spoken of anew.
    """
    substitute = locked_substitutes([change.substitute_id])[change.substitute_id]
    there_is = AvailabilityChange.objects.filter(pk=change.pk).first()
    if there_is and there_is.undone_at:
        return []
    if there_is is None or at - there_is.made_at > LIMIT:
        raise Refused(_("Det går inte att ångra längre. Ändra tiden i kalendern."))
    before, after = Snapshot.unpacked(there_is.before), Snapshot.unpacked(there_is.after)
    if not _still_so(snapshots.taken(substitute, at=there_is.made_at), before, after):
        raise Refused(_("Tiden har ändrats igen och går inte att ångra. Titta i kalendern."))
    stood = _put_back(substitute, before, after, at=at)
    _patterns_as_before(before, after, at=at)
    there_is.undone_at = at
    there_is.save(update_fields=["undone_at"])
    record(substitute, "availability.undo", by=by, at=at, area_id=None)
    return stood


def forget(*, at: datetime) -> None:
    """What can be undone no longer is kept no longer."""
    AvailabilityChange.objects.filter(made_at__lt=at - LIMIT).delete()


def _span(rows: Collection[Row]) -> Period | None:
    return span_of(row.period for row in rows) if rows else None


def _still_so(now: Snapshot, before: Snapshot, after: Snapshot) -> bool:
    """All that the change said stands as it was said, and nothing new is in the way of what was there before."""
    others = [row for row in now.rows if row not in after.rows]
    in_the_way = any(old.clashes(other) for old in before.rows for other in others)
    return not after.without(now) and not in_the_way


def _put_back(substitute: Substitute, before: Snapshot, after: Snapshot, *, at: datetime) -> list[Booking]:
    shifts: list[Booking] = []
    for order_id in {row.words.order_id for row in (*before.rows, *after.rows)}:
        old = {row: written for row, written in before.rows.items() if row.words.order_id == order_id}
        new = [row for row in after.rows if row.words.order_id == order_id]
        said = Said(substitute, span_of(row.period for row in (*old, *new)), at=at, order_id=order_id)
        for row, written in old.items():
            room = said.make_room(row.period, row.words, even_alike=True)
            said.keep([_written_anew(substitute, row, written, period) for period in room], row.words)
        for period in without([row.period for row in new], [row.period for row in old]):
            said.make_room(period, None)
        shifts += said.stood
    return shifts


def _written_anew(substitute: Substitute, row: Row, written: Written, period: Period) -> Availability:
    return Availability(
        substitute=substitute,
        kind=row.words.kind,
        starts=period.starts,
        ends=period.ends,
        by_herself=row.words.by_herself,
        gives_time=row.words.gives_time,
        shift_minutes=row.words.shift_minutes,
        limited=row.words.workplaces is not None,
        order_id=row.words.order_id,
        pattern_id=row.pattern,
        entered_by_id=written.by,
        entered_at=written.at,
    )


def _patterns_as_before(before: Snapshot, after: Snapshot, *, at: datetime) -> None:
    """One that had ended goes on; one that was new has ended, and is remembered."""
    known = {one.pattern for one in before.patterns}
    for one in before.patterns:
        AvailabilityPattern.objects.filter(pk=one.pattern).update(last_day=one.last_day, ended_at=one.ended_at)
    made = [one.pattern for one in after.patterns if one.pattern not in known]
    AvailabilityPattern.objects.filter(pk__in=made).update(ended_at=at)
