"""How far the time of a shift that is over has come: whom it waits for, or what stands, as she herself reads it."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.models import Booking, WorkedTime
from booking.models.booking import ATTESTED_WITHIN
from booking.templatetags.worked import is_as
from booking.worked import statements
from booking.worked.statements import Statements


class State(Enum):
    """Where it is."""

    HERS = "hers"
    THEIRS = "theirs"
    APPROVED = "approved"
    OTHERWISE = "otherwise"
    CORRECTED = "corrected"
    MISSED = "missed"
    CLOSED = "closed"


LOOKS: dict[State, tuple[str, str | Promise, str]] = {
    State.HERS: ("fraga", _("Väntar på dig"), "help"),
    State.THEIRS: ("grus", _("Väntar på arbetsplatsen"), "clock"),
    State.APPROVED: ("bokad", _("Godkänd"), "check"),
    State.OTHERWISE: ("fraga", _("Godkänd med annan tid"), "edit"),
    State.CORRECTED: ("ljung", _("Rättad"), "edit"),
    State.MISSED: ("grus", _("Kom inte"), "x"),
    State.CLOSED: ("grus", _("Stängd"), "lock"),
}
MAY_SAY = {State.HERS, State.THEIRS}


@dataclass(frozen=True, slots=True)
class Worked:
    """A shift that is over: its state, and what was said of it."""

    state: State
    said: Statements

    @property
    def looks(self) -> tuple[str, str | Promise, str]:
        """The colour, the words and the icon of its badge."""
        return LOOKS[self.state]

    @property
    def stands(self) -> Booking | WorkedTime:
        """The time as it stands."""
        return self.said.standing or self.said.booking

    @property
    def known(self) -> Booking | WorkedTime:
        """The time as she has said it, or as it was booked."""
        return self.said.hers or self.said.booking

    @property
    def is_hers(self) -> bool:
        """Whether it waits for her word."""
        return self.state is State.HERS

    @property
    def may_say(self) -> bool:
        """Whether she can still say another time."""
        return self.state in MAY_SAY

    @property
    def is_otherwise(self) -> bool:
        """Whether something else stands than she knows of."""
        return not self.may_say and not is_as(self.stands, self.known)


def of(bookings: Collection[Booking], *, now: datetime) -> dict[uuid.UUID, Worked]:
    """Those of them that are over, by their keys; two queries, none if none is."""
    over = [booking for booking in bookings if booking.ended_at is None and booking.ends <= now]
    said = statements.of(over) if over else {}
    return {one.pk: Worked(state, said[one.pk]) for one in over if (state := _state(said[one.pk], now=now))}


def with_states(bookings: Iterable[Booking], *, now: datetime) -> list[tuple[Booking, Worked | None]]:
    """Each with its state, if it has one."""
    rows = list(bookings)
    states = of(rows, now=now)
    return [(booking, states.get(booking.pk)) for booking in rows]


def _state(said: Statements, *, now: datetime) -> State | None:
    """Nothing of what nobody has spoken of within the time in which it is approved."""
    booking = said.booking
    if booking.no_show:
        return State.MISSED
    if booking.attested_at:
        return _approved(said)
    if said.is_closed:
        return State.CLOSED
    if said.hers:
        return State.THEIRS
    return State.HERS if booking.ends > now - ATTESTED_WITHIN else None


def _approved(said: Statements) -> State:
    stands, known = said.standing, said.hers or said.booking
    if stands and stands.side == WorkedTime.Side.PLANNER:
        return State.CORRECTED
    return State.APPROVED if stands is None or is_as(stands, known) else State.OTHERWISE
