"""What one more substitute would fill: of what occupation and competences, on which day, at what time of it.

"1 till med delegering lördag kväll fyller 3 pass". Whoever has not what it takes cannot be told of, so only orders that
nobody was given count, and those that keep somebody from one: what a substitute more for each would be worth is the
price that the solver found (`Plan.prices`). A person takes one shift a day.
"""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from booking.assistant.policy import FILL
from booking.assistant.problem import Plan
from booking.assistant.situation import Situation
from booking.matching.parts_of_day import parts_of
from booking.models import Order
from booking.weeks import local_day

MOST = 5
"""So many are told of."""

Group = tuple[uuid.UUID, tuple[str, ...], int, str]
"""An occupation, competences, a day of the week (Monday is 0), a part of the day."""


def of(situation: Situation, plan: Plan) -> list[dict[str, Any]]:
    """The most useful first; a group where one more would fill nothing is left out."""
    left = {order.pk for order, who in zip(situation.orders, plan.people, strict=True) if who < 0}
    groups: defaultdict[Group, list[tuple[Order, int]]] = defaultdict(list)
    for order, price in zip(situation.orders, _prices(situation, plan), strict=True):
        groups[_group(order)].append((order, price))
    found = [_told(group, rows) for group, rows in groups.items() if any(order.pk in left for order, _price in rows)]
    useful = sorted((each for each in found if each["fills"]), key=lambda each: (-each["fills"], str(each)))
    return useful[:MOST]


def _prices(situation: Situation, plan: Plan) -> Sequence[int]:
    """What one more for each seat is worth; where nobody has counted, an order that is left is worth being filled."""
    if plan.prices:
        return plan.prices
    return [FILL if who < 0 else 0 for who in plan.people]


def _group(order: Order) -> Group:
    competences = tuple(sorted(str(competence.pk) for competence in order.competences.all()))
    part = min(parts_of(order.period), key=str)
    return order.occupation_id, competences, local_day(order.starts).weekday(), part.value


def _told(group: Group, rows: Sequence[tuple[Order, int]]) -> dict[str, Any]:
    occupation, competences, weekday, part = group
    return {
        "occupation": str(occupation),
        "competences": list(competences),
        "weekday": weekday,
        "part": part,
        "fills": round(sum(_best_by_day(rows).values()) / FILL),
    }


def _best_by_day(rows: Sequence[tuple[Order, int]]) -> Mapping[object, int]:
    """Of each day the shift that is worth most, never more than one filled."""
    best: defaultdict[object, int] = defaultdict(int)
    for order, price in rows:
        day = local_day(order.starts)
        best[day] = max(best[day], min(price, FILL))
    return best
