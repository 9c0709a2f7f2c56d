"""Godkänn: lines of a proposal become bookings, each as if it were made by hand, whatever becomes of the others."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from booking.models import Booking, ProposalLine
from booking.operations import bookings, proposals
from booking.operations.deciding import decision, lock
from booking.operations.one_by_one import Outcome, why_not
from booking.operations.refusals import Refused
from people.models import User

State = ProposalLine.State
REFUSAL = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """A line, and what of it was on the page: whom it would go to, and the order's terms."""

    line: ProposalLine
    substitute: uuid.UUID
    terms_version: int


def accept(several: Sequence[Seen], *, by: User, at: datetime) -> list[Outcome]:
    """Book each in a transaction of its own, and say what became of each. Twice is once.

    What is refused keeps why, beside the line.
    """
    return [_outcome(seen, by, at) for seen in several]


def _outcome(seen: Seen, by: User, at: datetime) -> Outcome:
    made: list[Booking | None] = []
    reasons = why_not(lambda: made.append(_book(seen, by=by, at=at)), named=f"accept {seen.line.pk}")
    if reasons:
        _refuse(seen, reasons)
    return Outcome.of(seen.line.pk, done=any(made), reasons=reasons)


@decision
def _book(seen: Seen, *, by: User, at: datetime) -> Booking | None:
    """The booking; nothing if the line was accepted before."""
    line = seen.line
    if line.substitute is None or line.substitute_id != seen.substitute:
        raise Refused(_("Raden har ändrats sedan du öppnade sidan. Kontrollera och försök igen."))
    substitute, order = lock(line.substitute, line.order)
    proposal = proposals.locked(line.proposal)
    now = ProposalLine.objects.get(pk=line.pk)
    if now.state == State.ACCEPTED and now.substitute_id == seen.substitute:
        return None
    proposals.still_open(proposal)
    if now.substitute_id != seen.substitute or now.state == State.DROPPED:
        raise Refused(_("Raden har ändrats sedan du öppnade sidan. Kontrollera och försök igen."))
    if order.terms_version != seen.terms_version:
        raise Refused(_("Passet har ändrats sedan sidan visades. Kontrollera och försök igen."))
    now.booking = bookings.book(order, substitute, by=by, at=at)
    now.state, now.refusal = State.ACCEPTED, ""
    now.save(update_fields=["booking", "state", "refusal"])
    proposals.changed(proposal, "proposal.accept", by=by, at=at, order=str(order.pk))
    return now.booking


@decision
def _refuse(seen: Seen, reasons: Sequence[str]) -> None:
    """Keep why, if the line is still what was asked for."""
    proposals.locked(seen.line.proposal)
    asked = ProposalLine.objects.filter(pk=seen.line.pk, substitute=seen.substitute)
    why = " ".join(str(reason) for reason in reasons)[:REFUSAL]
    asked.exclude(state__in=(State.ACCEPTED, State.DROPPED)).update(state=State.REFUSED, refusal=why)
