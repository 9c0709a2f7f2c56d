"""What if: a proposal made and solved around what a planner has set by hand.

It is solved while she waits, in so many seconds; nothing is written before all is known, and then in one transaction.
"""

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from booking.assistant import pins, situation, solver, wanted, why
from booking.assistant.choosing import Key, Selection
from booking.assistant.problem import Plan
from booking.assistant.situation import Considered, Situation
from booking.models import Order, Proposal, ProposalLine
from booking.models.order import OrderQuerySet
from booking.operations import proposals
from booking.operations.proposals import Measure, Solved
from booking.operations.refusals import Refused
from booking.rules import Channel
from booking.weeks import span_of
from people.models import User

SECONDS = 5.0
AT_MOST = 400
"""So many orders are solved while somebody waits; who wants more makes two proposals."""

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class ByHand:
    """What is set by hand: whom an order is pinned to, and who shall not have which."""

    pinned: Mapping[uuid.UUID, uuid.UUID]
    forbidden: Collection[Key]


def solve(proposal: Proposal, *, version: int, by: User, now: Now) -> Proposal:
    """Fill all that is not pinned, as good as it gets; raise `Stale` where it has been changed meanwhile."""
    proposals.as_seen(Proposal.objects.get(pk=proposal.pk), version)
    rows = orders_of(proposal, now=now())
    if rows.count() > AT_MOST:
        words = _("Förslaget har fler än %(n)d pass utan vikarie. Gör det för färre områden eller kortare tid.")
        raise Refused(words % {"n": AT_MOST})
    channel = Channel.PLANNER if proposal.among == Proposal.Among.TIME else Channel.ASKED
    found = situation.of(rows, Selection(), channel=channel, now=now())
    found, plan = planned(found, by_hand(proposal), seconds=SECONDS)
    return _written(proposal, found, plan, version=version, by=by, at=now())


def orders_of(proposal: Proposal, *, now: datetime) -> OrderQuerySet:
    """What is to be filled in its areas on its days; not what is accepted or left out."""
    span = span_of(proposal.first_day, proposal.last_day)
    settled = proposal.lines.exclude(state__in=proposals.TO_SOLVE).values("order")
    rows = Order.objects.to_fill(now=now).filter(workplace__area__in=proposal.areas.all())
    return rows.filter(starts__gte=span.starts, starts__lt=span.ends).exclude(pk__in=settled)


def by_hand(proposal: Proposal) -> ByHand:
    """Two queries."""
    lines = proposal.lines.filter(state__in=proposals.TO_SOLVE)
    pinned = dict(lines.filter(pinned=True).values_list("order", "substitute"))
    links = ProposalLine.forbidden.through.objects.filter(proposalline__in=lines)
    return ByHand(pinned, set(links.values_list("proposalline__order", "substitute")))


def planned(found: Situation, hand: ByHand, *, seconds: float | None = None) -> tuple[Situation, Plan]:
    """The plan around what is set by hand, and the situation without those who shall not be thought of."""
    found = without(found, hand)
    people = {person.pk: number for number, person in enumerate(found.people)}
    seats = {order.pk: number for number, order in enumerate(found.orders)}
    pinned = {seats[order]: people.get(who) for order, who in hand.pinned.items() if order in seats}
    gone = {(seats[order], people[who]) for order, who in found.left_out if who in people}
    narrowed = pins.fixed(found.problem, pinned, gone)
    plan = solver.solve(narrowed, seconds=seconds)
    return found, pins.put_back(plan, found.problem, pinned)


def without(found: Situation, hand: ByHand) -> Situation:
    """Those left out by hand, who have put in no time that holds, or whom the portal chooses for nothing by itself."""
    out: dict[Key, Sequence[str]] = {key: [code] for key, pair in found.considered.items() if (code := _out(pair))}
    out |= {key: ["forbidden"] for key in hand.forbidden if key in found.considered}
    kept = {key: pair for key, pair in found.considered.items() if key not in out}
    return replace(found, considered=kept, left_out={**found.left_out, **out})


def _out(pair: Considered) -> str:
    if pair.verdict.case.by_hand_only:
        return "active"
    return "" if pair.verdict.has_time else "availability"


def _written(
    proposal: Proposal, found: Situation, plan: Plan, *, version: int, by: User, at: datetime
) -> Proposal:  # fmt: skip
    told = why.of(found, plan)
    pinned = by_hand(proposal).pinned
    rows = [
        Solved(order, pinned.get(order.pk) or (found.people[who].pk if who >= 0 else None), told[order.pk])
        for order, who in zip(found.orders, plan.people, strict=True)
    ]
    measure = Measure(plan.method.value, plan.points, plan.bound, wanted.of(found, plan))
    return proposals.write(proposal, rows, measure, version=version, by=by, at=at)
