"""Who has resource time, how much of it is used, and the open orders that would lie in it: reads, decides nothing."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from booking.eligibility.few import Few
from booking.models import Availability, Booking, Interest, Order
from booking.period import Period, shared
from booking.resource_time import Match, match
from booking.rules import Channel
from people import access
from people.models import Substitute, User

Pair = tuple[uuid.UUID, uuid.UUID]
"""An order and a substitute."""


@dataclass(frozen=True, slots=True)
class Would:
    """An open order that would lie in somebody's resource time, and that the rules let her have."""

    order: Order
    match: Match
    interested: bool


@dataclass(frozen=True, slots=True)
class Disposal:
    """One row of resource time."""

    row: Availability
    used: Sequence[Period]  # by her shifts
    would: Sequence[Would]

    @property
    def substitute(self) -> Substitute:
        """Whose it is."""
        return self.row.substitute


def within(span: Period, *, seen_by: User, now: datetime) -> list[Disposal]:
    """That which begins within the span, soonest first; a constant number of queries."""
    rows = Availability.objects.resource_time().for_any_order().filter(starts__gte=span.starts, starts__lt=span.ends)
    shown = access.scope(seen_by, rows).select_related("substitute__user").prefetch_related("workplaces")
    hers = list(shown.order_by("starts", "ends", "substitute__user__last_name", "pk"))
    if not hers:
        return []
    booked = _booked(hers)
    would = _would(hers, booked, seen_by, now)
    return [_disposal(row, booked[row.substitute_id], would[row.substitute_id]) for row in hers]


def _disposal(row: Availability, booked: Sequence[Period], would: Sequence[Would]) -> Disposal:
    fitting = [each for each in would if each.order.period.overlaps(row.period)]
    return Disposal(row, shared([row.period], booked), fitting)


def _booked(rows: Sequence[Availability]) -> Mapping[uuid.UUID, list[Period]]:
    found: defaultdict[uuid.UUID, list[Period]] = defaultdict(list)
    shifts = Booking.objects.occupying().filter(substitute__in={row.substitute_id for row in rows})
    for booking in shifts.overlapping(_span(rows)):
        found[booking.substitute_id].append(booking.period)
    return found


def _would(
    rows: Sequence[Availability], booked: Mapping[uuid.UUID, list[Period]], seen_by: User, now: datetime
) -> Mapping[uuid.UUID, list[Would]]:
    """By substitute. The rules are asked only of those whose time the order would lie in."""
    span, found = _span(rows), defaultdict(list)
    near = access.scope(seen_by, Order.objects.to_fill(now=now), "book").filter(
        starts__lt=span.ends, ends__gt=span.starts
    )
    orders = list(near.for_a_list().with_policies())
    few = Few(orders, Channel.PLANNER)
    thought_of = {order.pk: _near(order, rows, booked) & few.within_reach.get(order.pk, {}).keys() for order in orders}
    verdicts = few.verdicts(thought_of)
    wanted = set(Interest.objects.live().filter(order__in=orders).values_list("order", "substitute"))
    for order in orders:
        for who, verdict in verdicts[order.pk].items():
            lies = verdict.resource
            if verdict.books_by_itself and lies and lies.fit:
                found[who].append(Would(order, lies, (order.pk, who) in wanted))
    return found


def _near(order: Order, rows: Sequence[Availability], booked: Mapping[uuid.UUID, list[Period]]) -> set[uuid.UUID]:
    """Those whose resource time the order lies in, wherever that counts."""
    by_person: defaultdict[uuid.UUID, list[Availability]] = defaultdict(list)
    for row in rows:
        if row.period.overlaps(order.period):
            by_person[row.substitute_id].append(row)
    return {who for who, hers in by_person.items() if _lies(order, hers, booked[who])}


def _lies(order: Order, rows: Sequence[Availability], booked: Sequence[Period]) -> bool:
    found = match(order.period, [row.stretch for row in rows], booked)
    return found is not None and found.fit is not None


def _span(rows: Sequence[Availability]) -> Period:
    return Period(min(row.starts for row in rows), max(row.ends for row in rows))
