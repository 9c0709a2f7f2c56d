"""What if: a plan for some days that a planner makes, changes by hand, and puts aside. Nothing of it holds by itself.

Whoever changes a proposal says which `version` of it the page showed; who comes with an old one is told so. People and
orders are locked before the proposal, which is locked as one row for all its lines.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from booking.models import Order, Proposal, ProposalLine
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.weeks import local_day
from people.history import record
from people.models import Area, User

LONGEST = timedelta(days=28)
State = ProposalLine.State
TO_SOLVE = (State.PROPOSED, State.REFUSED)
"""What is thought of anew: also what could not be done the last time."""


class Stale(Refused):
    """Somebody has changed the proposal since the page was read."""

    def __init__(self) -> None:
        super().__init__(_("Förslaget har ändrats sedan du öppnade sidan. Så här ser det ut nu. Försök igen."))


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a proposal is for, both with."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Solved:
    """One order as it was solved: whom it would go to, and why."""

    order: Order
    substitute: uuid.UUID | None
    why: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """How good the whole is: `Plan`, and what one more substitute would fill."""

    method: str
    points: int
    bound: int | None
    wanted: Sequence[dict[str, Any]]


@decision
def make(
    areas: Sequence[Area], days: Days, *, among: Proposal.Among, command: uuid.UUID, by: User, at: datetime
) -> Proposal:
    """An empty proposal, to be solved. The same form sent twice is one."""
    if days.last < local_day(at):
        raise Refused(_("De dagarna har redan varit."), beside="week")
    if days.last < days.first or days.last - days.first >= LONGEST:
        raise Refused(_("Ett förslag är för högst fyra veckor."), beside="weeks")
    said = {"first_day": days.first, "last_day": days.last, "among": among, "made_by": by, "made_at": at}
    proposal, is_new = Proposal.objects.get_or_create(command=str(command), defaults=said)
    if is_new:
        proposal.areas.set(areas)
        _record(proposal, "proposal.make", by=by, at=at)
    return proposal


@decision
def write(
    proposal: Proposal, solved: Sequence[Solved], measure: Measure, *, version: int, by: User | None, at: datetime
) -> Proposal:
    """What the solver answered to the proposal of that `version`: orders that are new get a line, those gone nobody."""
    held = as_seen(locked(proposal), version)
    lines = {line.order_id: line for line in held.lines.filter(state__in=TO_SOLVE)}
    for each in solved:
        line = lines.pop(each.order.pk, None) or ProposalLine(proposal=held, order=each.order)
        line.substitute_id, line.why = each.substitute, each.why
        line.terms_version, line.state, line.refusal = each.order.terms_version, State.PROPOSED, ""
        line.save()
    gone = [line.pk for line in lines.values()]
    ProposalLine.objects.filter(pk__in=gone).update(substitute=None, pinned=False, why={}, state=State.PROPOSED)
    held.method, held.points, held.bound = measure.method, measure.points, measure.bound
    held.wanted, held.solved_at = list(measure.wanted), at
    held.plans = [*held.plans, plan_of(held, version=held.version + 1)][-2:]
    return changed(held, "proposal.solve", by=by, at=at)


@decision
def close(proposal: Proposal, *, by: User, at: datetime) -> None:
    """Nobody works on it any more; what was accepted stands. Twice is once."""
    held = locked(proposal)
    if held.closed_at is None:
        held.closed_at = at
        held.save(update_fields=["closed_at"])
        _record(held, "proposal.close", by=by, at=at)


def locked(proposal: Proposal) -> Proposal:
    """The proposal, locked, as it stands now. Always after people and orders."""
    return Proposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)


def as_seen(held: Proposal, version: int) -> Proposal:
    """Raise `Stale` if it is not the version that was seen, `Refused` if it is closed."""
    still_open(held)
    if held.version != version:
        raise Stale
    return held


def still_open(held: Proposal) -> None:
    """Raise `Refused` if it is closed."""
    if held.closed_at:
        raise Refused(_("Förslaget är stängt."))


def changed(held: Proposal, action: str, *, by: User | None, at: datetime, **facts: object) -> Proposal:
    """Write a change down; for operations that hold the lock."""
    held.version += 1
    held.save()
    _record(held, action, by=by, at=at, **facts)
    return held


def plan_of(held: Proposal, *, version: int) -> dict[str, Any]:
    """Whom each order goes to in it, as it is kept to be compared with what comes after."""
    lines = held.lines.filter(state__in=(State.PROPOSED, State.ACCEPTED))
    whom = {str(line.order_id): str(line.substitute_id) if line.substitute_id else None for line in lines}
    return {"version": version, "filled": sum(1 for who in whom.values() if who), "whom": whom}


def _record(proposal: Proposal, action: str, *, by: User | None, at: datetime, **facts: object) -> None:
    areas = list(proposal.areas.values_list("pk", flat=True)[:2])
    record(proposal, action, by=by, at=at, area_id=areas[0] if len(areas) == 1 else None, **facts)
