"""What a run would do: the orders and the people read, the solver asked, and why, in the words of `why`."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from booking.assistant import situation, taking_up, wanted, why
from booking.assistant.problem import Plan, Problem
from booking.assistant.situation import Situation
from booking.models import AssistantProfile, AssistantRun, Order
from booking.operations.assistant_runs import Line, Planned
from booking.period import Period
from booking.rules import Channel

Solve = Callable[[Problem], Plan]
Mode = AssistantProfile.Mode

MOST_ASKED = 50
"""So many stand in line at most where nobody else may be asked after them."""


def planned(run: AssistantRun, *, now: datetime, solve: Solve) -> Planned:
    """Reads and decides; writes nothing. A proposal and a dry run are made at any hour, when somebody asks for them."""
    orders = taking_up.orders_of(run.profile, now=now)
    if run.why == AssistantRun.Why.SCHEDULE or (run.why == AssistantRun.Why.NOW and run.mode != Mode.PROPOSE):
        orders = taking_up.at_work(orders, run.profile, now=now)
    channel = Channel.ASSISTANT if run.mode == Mode.BOOK else Channel.ASKED
    selection = taking_up.selection_of(run.profile)
    found = situation.of(orders, selection, channel=channel, now=now)
    if not found.orders:
        return Planned()
    plan = solve(found.problem)
    chosen = [found.people[who] if who >= 0 else None for who in plan.people]
    reasons = why.of(found, plan)
    turns = _in_turn(found, plan) if run.mode == Mode.ASK else {}
    only = taking_up.is_narrow(selection)
    return Planned(
        lines=[
            Line(order, who, reasons[order.pk] | _asks(turns.get(order.pk, []), only=only))
            for order, who in zip(found.orders, chosen, strict=True)
        ],
        method=plan.method.value,
        points=plan.points,
        bound=plan.bound,
        wanted=wanted.of(found, plan),
    )


def _asks(turns: list[uuid.UUID], *, only: bool) -> dict[str, Any]:
    """Who is asked, in turn; where others may be asked after them, those whom the plan puts first."""
    return {"asks": [str(key) for key in turns[:MOST_ASKED]], "only": only} if turns else {}


def _in_turn(found: Situation, plan: Plan) -> Mapping[uuid.UUID, list[uuid.UUID]]:
    """Who is asked of each order: whom the plan gives it, then the best of the others.

    Whoever is asked of another at the same time comes last, so that two orders do not begin by asking the same.
    """
    given: dict[uuid.UUID, list[Order]] = defaultdict(list)
    chosen: dict[uuid.UUID, uuid.UUID] = {}
    for order, who in zip(found.orders, plan.people, strict=True):
        if who >= 0:
            given[found.people[who].pk].append(order)
            chosen[order.pk] = found.people[who].pk
    ranks = _ranked(found)
    return {
        order.pk: [chosen[order.pk], *_others(order, chosen[order.pk], ranks[order.pk], given)]
        for order in found.orders
        if order.pk in chosen
    }


def _others(
    order: Order, chosen: uuid.UUID, ranked: Sequence[uuid.UUID], given: Mapping[uuid.UUID, Sequence[Order]]
) -> list[uuid.UUID]:
    others = [who for who in ranked if who != chosen]
    return sorted(others, key=lambda who: _clashes(order.period, given.get(who, ())))


def _ranked(found: Situation) -> Mapping[uuid.UUID, list[uuid.UUID]]:
    """Those who could have each, best first."""
    worth = {key: (-pair.worth.total, pair.merits.order(), key[1]) for key, pair in found.considered.items()}
    ranked: defaultdict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for order, who in sorted(found.considered, key=worth.__getitem__):
        ranked[order].append(who)
    return ranked


def _clashes(period: Period, orders: Sequence[Order]) -> bool:
    return any(order.period.overlaps(period) for order in orders)
