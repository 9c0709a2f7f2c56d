"""What stands around a few orders, whoever the candidates are: what was said of each, and who is bound to its place."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from booking.matching.merits import Ties
from booking.models import Booking, Call, EndReason, Enquiry, Interest, Order
from people.models import Favourite, Introduction

Keys = Collection[uuid.UUID]
Pair = tuple[uuid.UUID, uuid.UUID]
"""An order and a substitute."""


@dataclass(frozen=True, slots=True)
class Said:
    """Of each order's round: who was asked, who does not want it, and who would like it."""

    asked: Collection[Pair]
    no: Collection[Pair]
    wanted: Mapping[uuid.UUID, Mapping[uuid.UUID, Interest]]

    def wanting(self, order: Order) -> Keys:
        """Those who would like it."""
        return self.wanted.get(order.pk, {})


@dataclass(frozen=True, slots=True)
class Tied:
    """Who is bound to the orders' workplaces, by workplace."""

    favourites: Mapping[uuid.UUID, Keys]
    introduced: Mapping[uuid.UUID, Keys]

    def to(self, order: Order, who: uuid.UUID) -> Ties:
        """What binds her to the order's."""
        place = order.workplace_id
        return Ties(favourite=who in self.favourites[place], introduced=who in self.introduced[place])


def said(orders: Sequence[Order]) -> Said:
    """Three queries."""
    this_round = {"order__in": orders, "round": F("order__round")}
    answers = list(Enquiry.objects.filter(**this_round).values_list("order", "substitute", "status"))
    calls = Call.objects.filter(**this_round, outcome=Call.Outcome.NO).values_list("order", "substitute")
    given_back = Booking.objects.filter(order__in=orders, end_reason=EndReason.REGRETTED)
    wanted: defaultdict[uuid.UUID, dict[uuid.UUID, Interest]] = defaultdict(dict)
    for row in Interest.objects.live().filter(**this_round):
        wanted[row.order_id][row.substitute_id] = row
    no = {(order, who) for order, who, status in answers if status == Enquiry.Status.NO}
    return Said(
        asked={(order, who) for order, who, _status in answers},
        no=no.union(calls.union(given_back.values_list("order", "substitute"))),
        wanted=wanted,
    )


def tied(orders: Sequence[Order]) -> Tied:
    """Two queries."""
    places = {order.workplace_id for order in orders}
    return Tied(_by_place(Favourite.objects.all(), places), _by_place(Introduction.objects.all(), places))


def _by_place(rows: "QuerySet[Any]", places: Keys) -> Mapping[uuid.UUID, Keys]:
    found: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for place, who in rows.filter(workplace__in=places).values_list("workplace", "substitute"):
        found[place].add(who)
    return found
