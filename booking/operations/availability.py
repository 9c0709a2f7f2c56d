"""A substitute's own words on her time."""

from collections.abc import Collection
from datetime import datetime

from booking.models import Availability, Kind
from booking.operations.deciding import decision, locked_substitutes
from booking.period import Period, joined
from people.history import record
from people.models import Substitute, User


@decision
def put_in(
    substitute: Substitute, periods: Collection[Period], *, kind: Kind, by: User, at: datetime
) -> list[Availability]:
    """Say `kind` over the periods. What she said before of the same time gives way; what meets is joined."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    said = []
    for period in joined(periods):
        _make_room(substitute, period)
        said.append(_joined_with_neighbours(substitute, period, kind=kind, by=by, at=at))
    record(substitute, "availability.put_in", by=by, at=at, area_id=None, kind=kind, spans=len(said))
    return said


@decision
def take_away(substitute: Substitute, period: Period, *, by: User, at: datetime) -> None:
    """Say nothing over the period any more; a block that sticks out keeps what is outside. Bookings stand."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    _make_room(substitute, period)
    record(substitute, "availability.take_away", by=by, at=at, area_id=None)


def _make_room(substitute: Substitute, period: Period) -> None:
    for block in Availability.objects.touching(period).filter(substitute=substitute):
        if block.ends > period.ends:
            Availability.objects.create(
                substitute=substitute,
                kind=block.kind,
                starts=period.ends,
                ends=block.ends,
                entered_by_id=block.entered_by_id,
                entered_at=block.entered_at,
            )
        if block.starts < period.starts:
            block.ends = period.starts
            block.save(update_fields=["ends"])
        else:
            block.delete()


def _joined_with_neighbours(
    substitute: Substitute, period: Period, *, kind: Kind, by: User, at: datetime
) -> Availability:
    same = Availability.objects.filter(substitute=substitute, kind=kind, entered_by=by)
    before = same.filter(ends=period.starts).first()
    after = same.filter(starts=period.ends).first()
    block = Availability(
        substitute=substitute,
        kind=kind,
        entered_by=by,
        entered_at=at,
        starts=before.starts if before else period.starts,
        ends=after.ends if after else period.ends,
    )
    for neighbour in filter(None, (before, after)):
        neighbour.delete()
    block.save()
    return block
