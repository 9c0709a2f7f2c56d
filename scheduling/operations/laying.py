"""What the schedule says of a person's time becomes her availability, as if she had put it in herself.

It is her own resource time, which she (or her planning) has laid in the schedule: so it stands in her name, and the
history says that it was read. What a booked shift needs stays as it was, and her planners are told.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from booking.models import Availability, Booking, Kind, PlannerTask
from booking.operations import follow_ups
from booking.operations.said import Said, Words, span_of
from booking.period import Period, joined, without
from people.history import record
from people.models import Substitute, User
from people.operations import areas
from scheduling.models import ScheduleShift

READ = "schedule.read"


def lay(
    her: Substitute, gone: Iterable[Period], shifts: Sequence[ScheduleShift], *, by: User | None, at: datetime
) -> list[Booking]:
    """Take away her resource time that no shift has any more, and put in that of `shifts`; under her lock.

    Of what is gone only resource time gives way: what she has said of that time herself since is hers. Answers with
    the booked shifts that needed it.
    """
    standing = [shift.period for shift in ScheduleShift.objects.standing().filter(substitute=her)]
    left = without(gone, [period for period in standing if period])
    periods = [*left, *(period for shift in shifts if (period := shift.period))]
    if not periods:
        return []
    said = Said(her, span_of(periods), at=at)
    for period in left:
        said.make_room(period, None, what=_is_resource)
    for shift in sorted(shifts, key=lambda shift: (shift.starts, shift.external_id)):
        _put_in(said, shift, at=at)
    record(her, READ, by=by, at=at, area_id=areas.of_substitute(her), spans=len(joined(periods)))
    for booking in said.stood:
        follow_ups.found_anew(PlannerTask.Kind.SCHEDULE_CHANGED, booking, at=at)
    return said.stood


def _put_in(said: Said, shift: ScheduleShift, *, at: datetime) -> None:
    places = frozenset(place.pk for place in shift.workplaces.all()) or None
    words = Words(Kind(shift.kind), workplaces=places, gives_time=shift.gives_time)
    if period := shift.period:
        for room in said.make_room(period, words):
            said.say(room, words, by=said.substitute.user, at=at)


def _is_resource(row: Availability) -> bool:
    return row.is_resource
