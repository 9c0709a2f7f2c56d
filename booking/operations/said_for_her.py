"""What a planner puts in of a substitute's time, after a talk with her. It never lets a shift be booked directly."""

from datetime import datetime
from typing import Any

from booking.models import Availability, Kind
from booking.operations import availability
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.said import Outcome
from booking.period import Period, without
from people.models import Substitute, User


@decision
def put_in(
    substitute: Substitute,
    period: Period,
    *,
    kind: Kind,
    by: User,
    at: datetime,
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> Outcome:
    """Say it for her. Where she has said herself that she can, or may be asked, her own word stands: it is worth more.

    That she cannot goes before all that was said, but for what a booked shift needs.
    """
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    room = (period,) if kind is Kind.NOT_AVAILABLE else without([period], _own_words(substitute, period))
    about: dict[str, Any] = {"gives_time": gives_time, "shift_minutes": shift_minutes}
    return availability.put_in(substitute, room, kind=kind, by=by, at=at, **about)


def _own_words(substitute: Substitute, period: Period) -> list[Period]:
    said = Availability.objects.for_any_order().touching(period).filter(substitute=substitute, by_herself=True)
    return [row.period for row in said.filter(limited=False).exclude(kind=Kind.NOT_AVAILABLE)]


@decision
def take_away(row: Availability, *, by: User, at: datetime) -> Outcome:
    """Take back what a planner has put in; what she has said herself is hers. Twice is once."""
    still_there = Availability.objects.filter(pk=row.pk, by_herself=False).first()
    if still_there is None:
        return Outcome()
    stood = availability.take_away(row.substitute, still_there.period, by=by, at=at)
    return Outcome(stood=stood)
