"""The same done to several orders, one after the other: each whole or not at all, whatever becomes of the others."""

import logging
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking.models import Order
from booking.operations import orders, returning, waves
from booking.operations.refusals import Refused
from people import history
from people.models import User

logger = logging.getLogger(__name__)

AT_MOST = 200
"""So many at a time: what somebody can read through before she says yes."""


class Deed(StrEnum):
    """What can be done to several."""

    ADVERTISE = "annonsera"
    ASK = "fraga"
    STOP = "stoppa"
    CANCEL = "ta-bort"

    @property
    def verb(self) -> str:
        """What one must be allowed to do to each."""
        return {"annonsera": "advertise", "fraga": "ask", "stoppa": "stop", "ta-bort": "cancel"}[self.value]


class How(Enum):
    """What became of one of them."""

    DONE = "done"
    ALREADY = "already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Seen:
    """An order as it stands, and what of it was on the page: its terms, and the booking that filled it, if one did."""

    order: Order
    terms_version: int
    booking: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order, and why, if nothing did."""

    order: uuid.UUID
    how: How
    reasons: Sequence[str] = ()


def carry_out(
    deed: Deed, several: Sequence[Seen], *, command: uuid.UUID, by: User, at: datetime, note: str = ""
) -> list[Outcome]:
    """Do it to each in a transaction of its own, and say what became of each.

    The history knows what the `command` (the key of the form) has done: sent twice, also at once, it is done once and
    said to be done both times.
    """
    before, refused = history.recorded(command), {}
    with history.of_one_command(command, by=by):
        for seen in several:
            if str(seen.order.pk) not in before and (why := _why_not(deed, seen, by=by, at=at, note=note)):
                refused[seen.order.pk] = why
    if deed is Deed.ASK:
        async_task("booking.tasks.ask")  # the first waves
    done = history.recorded(command)
    return [_outcome(seen.order, done, refused) for seen in several]


def _outcome(order: Order, done: set[str], refused: Mapping[uuid.UUID, Sequence[str]]) -> Outcome:
    if str(order.pk) in done:
        return Outcome(order.pk, How.DONE)
    reasons = refused.get(order.pk, ())
    return Outcome(order.pk, How.REFUSED if reasons else How.ALREADY, reasons)


def _why_not(deed: Deed, seen: Seen, *, by: User, at: datetime, note: str) -> Sequence[str]:
    """Nothing if it was done; one that cannot be must not keep the others from it."""
    try:
        _not_changed(seen)
        WAYS[deed](seen, by, at, note)
    except Refused as refusal:
        return refusal.reasons
    except Exception:
        logger.exception("Could not %s %s", deed.verb, seen.order.pk)
        return [_("Det gick inte just nu. Försök igen.")]
    return ()


def _not_changed(seen: Seen) -> None:
    if seen.order.terms_version != seen.terms_version:
        raise Refused(_("Passet har ändrats sedan listan visades. Kontrollera och försök igen."))


def _cancel(seen: Seen, by: User, at: datetime, note: str) -> None:
    orders.cancel(seen.order, by=by, at=at, note=note, seen_booking=seen.booking)


WAYS: Mapping[Deed, Callable[[Seen, User, datetime, str], object]] = {
    Deed.ADVERTISE: lambda seen, by, at, _note: orders.advertise(seen.order, by=by, at=at),
    Deed.ASK: lambda seen, by, at, _note: waves.start_later(seen.order, by=by, at=at),
    Deed.STOP: lambda seen, by, at, _note: returning.stop(seen.order, by=by, at=at),
    Deed.CANCEL: _cancel,
}
