"""A week of the board: each workplace's days, with what must still be filled in them and how much is filled."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate

from booking.matching.board import FILLED, Narrowed
from booking.models import Enquiry, Interest, Order
from booking.models.order import OrderQuerySet
from booking.period import STOCKHOLM, Period
from booking.weeks import Week, local_day
from people import access
from people.models import User, Workplace

IN_A_CELL = 4
"""So many slots are drawn of a day at a workplace; the day's own page has the others."""


class Kind(Enum):
    """How far a slot has come."""

    NOBODY = "tom"
    WAITING = "fraga"
    WANTED = "ljung"


@dataclass(frozen=True, slots=True)
class Slot:
    """One order that must still be filled."""

    order: uuid.UUID
    period: Period
    occupation: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Cell:
    """A day at a workplace."""

    day: date
    slots: Sequence[Slot]
    more: int  # slots that are not drawn
    filled: int
    lapsed: int  # that nobody came to


@dataclass(frozen=True, slots=True)
class Row:
    """A workplace's week."""

    workplace: Workplace
    cells: Sequence[Cell]


Place = tuple[uuid.UUID, date]


def workplaces(
    user: User, week: Week, *, now: datetime, narrowed: Narrowed, only: "QuerySet[Workplace]", unfilled: bool
) -> "QuerySet[Workplace]":
    """Those that have a row, by area and name: hers among `only`, or of these those with something left to fill."""
    mine = access.scope(user, only).select_related("area").order_by("area__name", "name")
    if not unfilled:
        return mine
    left = _in(week, narrowed(access.scope(user, Order.objects.to_fill(now=now))))
    return mine.filter(pk__in=left.order_by().values("workplace"))


def rows(
    user: User, week: Week, places: Sequence[Workplace], *, now: datetime, narrowed: Narrowed
) -> list[Row]:  # fmt: skip
    """Their week; four queries."""
    orders = _in(week, narrowed(access.scope(user, Order.objects.filter(workplace__in=places))))
    slots, counted = _slots(orders.to_fill(now=now), now=now), _counted(orders)
    return [Row(place, [_cell(place, day, slots, counted) for day in week.days]) for place in places]


def kinds(orders: OrderQuerySet, *, now: datetime) -> Mapping[uuid.UUID, Kind]:
    """Of those that somebody wants or is asked about; two queries."""
    this_round = {"order__in": orders.order_by().values("pk"), "round": F("order__round")}
    waiting = Enquiry.objects.unanswered(now=now).filter(**this_round).values_list("order", flat=True)
    wanted = Interest.objects.live().filter(**this_round).values_list("order", flat=True)
    return dict.fromkeys(waiting, Kind.WAITING) | dict.fromkeys(wanted, Kind.WANTED)


def _in(week: Week, orders: OrderQuerySet) -> OrderQuerySet:
    return orders.filter(starts__gte=week.span.starts, starts__lt=week.span.ends)


def _slots(orders: OrderQuerySet, *, now: datetime) -> Mapping[Place, list[Slot]]:
    stands, found = kinds(orders, now=now), defaultdict[Place, list[Slot]](list)
    names = ("pk", "workplace", "starts", "ends", "occupation__name")
    for key, place, starts, ends, occupation in orders.order_by("starts", "pk").values_list(*names):
        slot = Slot(key, Period(starts, ends), occupation, stands.get(key, Kind.NOBODY))
        found[place, local_day(starts)].append(slot)
    return found


def _counted(orders: OrderQuerySet) -> Mapping[Place, tuple[int, int]]:
    """How many are filled and how many lapsed, by workplace and day."""
    by_day = orders.order_by().values("workplace", day=TruncDate("starts", tzinfo=STOCKHOLM))
    lapsed = Count("pk", filter=Q(status=Order.Status.LAPSED))
    counts = by_day.annotate(filled=Count("pk", filter=FILLED), lapsed=lapsed)
    return {(row["workplace"], row["day"]): (row["filled"], row["lapsed"]) for row in counts}


def _cell(
    place: Workplace, day: date, slots: Mapping[Place, list[Slot]], counted: Mapping[Place, tuple[int, int]]
) -> Cell:
    left = slots.get((place.pk, day), [])
    filled, lapsed = counted.get((place.pk, day), (0, 0))
    # One more than is drawn takes no more room than the line that says so.
    drawn = left if len(left) == IN_A_CELL + 1 else left[:IN_A_CELL]
    return Cell(day, drawn, len(left) - len(drawn), filled, lapsed)
