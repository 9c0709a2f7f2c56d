"""The codes and keys of a workplace, for the one who is booked there: whatever page shows them asks here."""

from datetime import datetime
from typing import Any

from booking import way_in
from booking.models import Booking
from people import access
from people.models import Substitute, Workplace


def of(booking: Booking, me: Substitute, *, now: datetime) -> dict[str, object]:
    """`codes` if she may read them now, or `codes_from` when she may; both empty if the workplace has none."""
    said = booking.order.workplace.way_in
    is_open = way_in.is_open(booking, reader=me.pk, now=now)
    later = said and way_in.will_open(booking, reader=me.pk, now=now)
    return {"codes": said if is_open else "", "codes_from": way_in.opens(booking) if later else None}


def at(workplace: Workplace, user: Any, *, now: datetime) -> dict[str, object]:  # noqa: ANN401 (whoever asks)
    """The same of a workplace, by her next shift there: no later one opens before it."""
    me = getattr(user, "substitute", None)
    if me is None:
        return {"codes": "", "codes_from": None}
    hers = access.scope(user, Booking.objects.of(me)).coming(now=now).filter(order__workplace=workplace)
    first = hers.with_places().first()
    return of(first, me, now=now) if first else {"codes": "", "codes_from": None}
