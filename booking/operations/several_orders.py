"""The same done to several orders, one after the other: each whole or not at all, whatever becomes of the others."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _
from django_q.tasks import async_task

from booking.models import Order
from booking.operations import orders, returning, waves
from booking.operations.one_by_one import Outcome, why_not
from booking.operations.refusals import Refused
from people import history
from people.models import User


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


@dataclass(frozen=True, slots=True)
class Seen:
    """An order as it stands, and what of it was on the page: its terms, and the booking that filled it, if one did."""

    order: Order
    terms_version: int
    booking: uuid.UUID | None


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
    keys = [seen.order.pk for seen in several]
    return [Outcome.of(key, done=str(key) in done, reasons=refused.get(key, ())) for key in keys]


def _why_not(deed: Deed, seen: Seen, *, by: User, at: datetime, note: str) -> Sequence[str]:
    def do() -> None:
        _not_changed(seen)
        WAYS[deed](seen, by, at, note)

    return why_not(do, named=f"{deed.verb} {seen.order.pk}")


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
