"""Why an order went to whom it did, or to nobody: kept with the decision as plain values, with keys and no names."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from booking.assistant.problem import Plan
from booking.assistant.situation import Considered, Situation
from booking.eligibility.few import Few
from booking.models import Order
from booking.period import covered
from booking.rules import VERSION

FIRST = 6
"""So many are told of in full: the one who was chosen, and the next best five."""

Why = dict[str, Any]
PARTS = ("soon", "hard", "stage", "cost", "continuity", "wish", "told")
"""What can tell two who could have the same order apart, in the order in which it counts."""


def of(situation: Situation, plan: Plan) -> dict[uuid.UUID, Why]:
    """By order; of those that went to nobody also what stands in the way of everybody near. A few queries for all.

    `ranked` is those who could have it, best first, as far as `FIRST`; `others` all who were near, each with her rank
    or the codes of why she has none. `instead` is the order that somebody with a better rank was given in its place.
    """
    given = {
        order.pk: situation.people[who].pk if who >= 0 else None
        for order, who in zip(situation.orders, plan.people, strict=True)
    }
    hers = _by_substitute(situation, given)
    near = Few([order for order in situation.orders if not given[order.pk]], situation.channel).obstacles()
    by_order = _by_order(situation)
    out = _left_out(situation, near)
    return {
        order.pk: {"rules": VERSION, "method": plan.method.value}
        | _of_one(order, by_order[order.pk], given[order.pk], hers, out[order.pk])
        for order in situation.orders
    }


def _by_order(situation: Situation) -> Mapping[uuid.UUID, list[Considered]]:
    """Those who could have each, best first."""
    found: defaultdict[uuid.UUID, list[Considered]] = defaultdict(list)
    for (order, _who), pair in situation.considered.items():
        found[order].append(pair)
    for pairs in found.values():
        pairs.sort(key=lambda pair: (-pair.worth.total, pair.merits.order(), pair.substitute.pk))
    return found


def _by_substitute(
    situation: Situation, given: Mapping[uuid.UUID, uuid.UUID | None]
) -> Mapping[uuid.UUID, Sequence[Order]]:
    """What each was given."""
    found: defaultdict[uuid.UUID, list[Order]] = defaultdict(list)
    for order in situation.orders:
        if who := given[order.pk]:
            found[who].append(order)
    return found


def _left_out(
    situation: Situation, near: Mapping[uuid.UUID, Mapping[uuid.UUID, Sequence[str]]]
) -> Mapping[uuid.UUID, dict[uuid.UUID, list[str]]]:
    """Who could not have it, and every reason why, by code."""
    found: defaultdict[uuid.UUID, dict[uuid.UUID, list[str]]] = defaultdict(dict)
    for order, stops in near.items():
        found[order] |= {who: list(codes) for who, codes in stops.items()}
    for (order, who), codes in situation.left_out.items():
        found[order][who] = list(codes)
    return found


def _of_one(
    order: Order,
    ranked: Sequence[Considered],
    chosen: uuid.UUID | None,
    hers: Mapping[uuid.UUID, Sequence[Order]],
    out: Mapping[uuid.UUID, list[str]],
) -> Why:
    ranks = {pair.substitute.pk: rank for rank, pair in enumerate(ranked, start=1)}
    shown = [pair for pair in ranked if ranks[pair.substitute.pk] <= FIRST or pair.substitute.pk == chosen]
    winner = next((pair for pair in ranked if pair.substitute.pk == chosen), None)
    return {
        "chosen": str(chosen) if chosen else None,
        "rank": ranks.get(chosen) if chosen else None,
        "thought_of": len(ranked) + len(out),
        "ranked": [_line(pair, ranks[pair.substitute.pk], winner, order, hers) for pair in shown],
        "others": [[str(who), rank, []] for who, rank in ranks.items()]
        + [[str(who), None, codes] for who, codes in sorted(out.items())],
        "left_out": dict(sorted(Counter(codes[0] for codes in out.values()).items())),
    }


def _line(
    pair: Considered,
    rank: int,
    winner: Considered | None,
    order: Order,
    hers: Mapping[uuid.UUID, Sequence[Order]],
) -> Why:
    who = pair.substitute.pk
    is_winner = winner is not None and winner.substitute.pk == who
    instead = None if is_winner else _nearest(order, hers.get(who, ()))
    return {
        "substitute": str(who),
        "rank": rank,
        "stage": pair.stage.name.lower(),
        "points": pair.worth.as_record(),
        "instead": str(instead.pk) if instead else None,
        "decided_by": None if is_winner or winner is None else _deciding(winner, pair),
        **pair.merits.as_record(),
        "has_time": _has_put_in_time(pair),
    }


def _has_put_in_time(pair: Considered) -> bool:
    """Her own words cover it; whoever is to be asked passes without them, and must not be told that she said them."""
    case = pair.verdict.case
    return pair.verdict.has_time and covered(case.shift.period, case.availability)


def _nearest(order: Order, given: Sequence[Order]) -> Order | None:
    """The order of hers that is nearest in time: what she would have had to give up first."""
    return min(given, key=lambda other: (abs(other.starts - order.starts), other.pk), default=None)


def _deciding(winner: Considered, other: Considered) -> str | None:
    """The first part in which the one who was chosen is better; nothing if in none."""
    better, worse = winner.worth.as_record(), other.worth.as_record()
    return next((part for part in PARTS if better[part] > worse[part]), None)
