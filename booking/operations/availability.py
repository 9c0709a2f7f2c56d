"""A substitute's own words on her time, and what the planners write down for her."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from booking.models import Booking, Kind, Order
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.said import Outcome, Said, Words, span_of
from booking.period import Period
from people.history import record
from people.models import Substitute, User, Workplace


@decision
def put_in(  # noqa: PLR0913 (all that may be said of a time)
    substitute: Substitute,
    periods: Collection[Period],
    *,
    kind: Kind,
    by: User,
    at: datetime,
    workplaces: Collection[Workplace] = (),
    order: Order | None = None,
    gives_time: bool = False,
    shift_minutes: int | None = None,
) -> Outcome:
    """Say `kind` over the periods; what was said before of the same time gives way, and what meets is joined.

    With `workplaces` it counts there alone. With `order` it is said for the sake of that job: it stands beside what
    holds in general and never changes it. Resource time may give time in the time bank, and acute resource time may
    have a length of its own: then each period is a shift by itself. What a booked shift needs stands as it was, and the
    shift is answered.
    """
    if not periods:
        return Outcome()
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    about: dict[str, Any] = {
        "workplaces": workplaces,
        "order": order,
        "gives_time": gives_time,
        "shift_minutes": shift_minutes,
    }
    words = Words.about(substitute, kind, by=by, **about)
    said = Said(substitute, span_of(periods), at=at, order_id=words.order_id)
    spans = words.over(periods)
    rows = [said.say(room, words, by=by, at=at) for period in spans for room in said.make_room(period, words)]
    record(substitute, "availability.put_in", by=by, at=at, area_id=None, kind=kind, spans=len(spans))
    return Outcome(rows, said.stood)


@decision
def take_away(
    substitute: Substitute, period: Period, *, by: User, at: datetime, order: Order | None = None
) -> list[Booking]:
    """Say nothing over the period any more, but for what a booked shift needs; answers with those shifts.

    `order` takes away what was said for the sake of that job, and leaves what holds in general.
    """
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    said = Said(substitute, period, at=at, order_id=order.pk if order else None)
    said.make_room(period, None)
    record(substitute, "availability.take_away", by=by, at=at, area_id=None)
    return said.stood
