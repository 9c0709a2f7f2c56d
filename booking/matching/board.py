"""What must be filled, and how far each has come: reads, decides nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from booking.models import Enquiry, Interest, Order
from booking.models.order import OrderQuerySet
from booking.period import whole_day
from booking.weeks import Week, local_day
from people import access
from people.models import User

Narrowed = Callable[[OrderQuerySet], OrderQuerySet]
"""What the planner has chosen to see of the orders: a narrower queryset of the same."""

FILLED = Q(status__in=[Order.Status.BOOKED, Order.Status.COMPLETED])
NEEDED = FILLED | Q(status__in=[Order.Status.OPEN, Order.Status.LAPSED])


def everything(orders: OrderQuerySet) -> OrderQuerySet:
    """Nothing is chosen."""
    return orders


@dataclass(frozen=True, slots=True)
class Counts:
    """The board in figures."""

    to_fill: int  # orders without anybody
    today: int  # of them, those that begin today
    waiting: int  # orders where somebody is asked and has not answered
    out: int  # enquiries that wait
    wanted: int  # orders that somebody would like
    filled: int  # this week
    needed: int  # this week

    @property
    def percent(self) -> int | None:
        """How much of this week is filled; nothing if nothing is needed."""
        return round(100 * self.filled / self.needed) if self.needed else None


def with_state(orders: "QuerySet[Order]", *, now: datetime) -> "QuerySet[Any]":
    """Each with how many in this round are `asked`, `waiting` to answer, `said_no`, `said_yes`, and are `interested`.

    And with when the `last_answer` of those who wait must be in. For as many orders as somebody reads of: they are
    counted row by row.
    """
    asked = Q(enquiries__round=F("round"))
    waiting = Q(enquiries__status__in=Enquiry.ASKED, enquiries__answer_by__gt=now)
    interested = Q(interests__round=F("round"), interests__status=Interest.Status.REGISTERED)
    return orders.annotate(
        asked=Count("enquiries", filter=asked, distinct=True),
        waiting=Count("enquiries", filter=asked & waiting, distinct=True),
        last_answer=Max("enquiries__answer_by", filter=asked & waiting),
        said_yes=Count("enquiries", filter=asked & Q(enquiries__status=Enquiry.Status.WAITING_YES), distinct=True),
        said_no=Count("enquiries", filter=asked & Q(enquiries__status=Enquiry.Status.NO), distinct=True),
        interested=Count("interests", filter=interested, distinct=True),
    )


def to_fill(user: User, *, now: datetime, narrowed: Narrowed = everything) -> OrderQuerySet:
    """Her orders that must be filled, the first to begin first."""
    return narrowed(access.scope(user, Order.objects.to_fill(now=now))).order_by("starts", "pk")


def counts(user: User, *, now: datetime, narrowed: Narrowed = everything) -> Counts:
    """Her areas in figures; four queries."""
    today = local_day(now)
    week = Week.of(today).span
    mine = narrowed(access.scope(user, Order.objects.all()))
    still_open = mine.to_fill(now=now)
    out = Enquiry.objects.unanswered(now=now).filter(order__in=still_open, round=F("order__round"))
    wanted = Interest.objects.live().filter(order__in=still_open, round=F("order__round"))
    this_week = mine.filter(starts__gte=week.starts, starts__lt=week.ends)
    return Counts(
        **still_open.aggregate(to_fill=Count("pk"), today=Count("pk", filter=Q(starts__lt=whole_day(today).ends))),
        **out.aggregate(waiting=Count("order", distinct=True), out=Count("pk")),
        **wanted.aggregate(wanted=Count("order", distinct=True)),
        **this_week.aggregate(filled=Count("pk", filter=FILLED), needed=Count("pk", filter=NEEDED)),
    )
