"""What the database is asked, each answer a few rows however many the shifts are: sums, never the shifts themselves."""

import uuid
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan

from booking.matching.board import FILLED, NEEDED
from booking.models import Booking, Enquiry, Order
from booking.statistics.selection import Selection

Rows = QuerySet[Any, Any]

LEADS = (timedelta(hours=3), timedelta(hours=12), timedelta(days=1), timedelta(days=3))
"""Ordered so long before it begins: less than the first is 0, less than the second 1 … no less than the last 4."""

NOBODY = ""


class Minutes(Func):
    """Whole minutes from one moment to another."""

    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """By a double: the exact numbers of EXTRACT take as long as finding the rows."""
        template = "FLOOR(DATE_PART('epoch', %(expressions)s) / 60)::integer"
        first, second = reversed(self.source_expressions)
        return Func(first, second, arg_joiner=" - ", template=template).as_sql(compiler, connection)

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """By Django's own function, which counts in microseconds."""
        template = "django_timestamp_diff(%(expressions)s) / 60000000"
        return Func(*reversed(self.source_expressions), template=template).as_sql(compiler, connection)


WHOLE, PART = Count("pk"), Count("pk", filter=FILLED)


def seats(chosen: Selection) -> "QuerySet[Order]":
    """The shifts that somebody was needed for, and that have begun."""
    return Order.objects.filter(NEEDED, chosen.of())


def by_start(chosen: Selection) -> Rows:
    """`starts`, `whole`, `part`."""
    return _shares(seats(chosen), "starts")


def by_workplace_and_reason(chosen: Selection) -> Rows:
    """`workplace`, `reason`, `whole`, `part`."""
    return _shares(seats(chosen), "workplace", "reason")


def _shares(rows: "QuerySet[Order]", *by: str) -> Rows:
    return rows.order_by().values_list(*by).annotate(whole=WHOLE, part=PART)


def by_way(chosen: Selection) -> Rows:
    """`lead`, `origin` (`NOBODY`: of no booking), `minutes`, `whole`.

    `minutes` is from the order to its booking, if the order never opened anew: else it would count the time that
    somebody had it. To the minute within three hours, to five within twelve, then to the hour: so that rows are few.
    """
    standing = FilteredRelation("bookings", condition=Q(bookings__ended_at=None))
    minutes = Case(When(round=1, then=_rounded(Minutes("placed_at", "standing__booked_at"))))
    rows = seats(chosen).alias(standing=standing)
    rows = rows.annotate(
        lead=_lead(),
        origin=Coalesce("standing__origin", Value(NOBODY)),
        to_fill=minutes,
    )
    return rows.order_by().values_list("lead", "origin", "to_fill").annotate(whole=WHOLE)


def _lead() -> Case:
    nearer = [When(starts__lt=F("placed_at") + limit, then=Value(number)) for number, limit in enumerate(LEADS)]
    return Case(*nearer, default=Value(len(LEADS)), output_field=IntegerField())


def _rounded(minutes: Any) -> Case:  # noqa: ANN401 (any expression)
    fine = When(LessThan(minutes, Value(3 * 60)), then=minutes)
    fair = When(LessThan(minutes, Value(12 * 60)), then=minutes / Value(5) * Value(5))
    return Case(fine, fair, default=minutes / Value(60) * Value(60), output_field=IntegerField())


def minutes_to_fill_by_workplace(chosen: Selection, workplaces: Iterable[uuid.UUID]) -> Rows:
    """`order__workplace`, `minutes`, `number`: of these workplaces; rounded as in `by_way`."""
    rows = _booked(chosen, workplaces).filter(order__round=1)
    rows = rows.annotate(minutes=_rounded(Minutes("order__placed_at", "booked_at")))
    return rows.order_by().values_list("order__workplace", "minutes").annotate(number=WHOLE)


def _booked(chosen: Selection, workplaces: Iterable[uuid.UUID]) -> "QuerySet[Booking]":
    rows = Booking.objects.occupying().filter(chosen.of(to="order__"))
    return rows.filter(order__workplace__in=workplaces, order__status__in=_FILLED)


_FILLED = (Order.Status.BOOKED, Order.Status.COMPLETED)

ANSWERED = Q(answered_at__isnull=False)
LET_PASS = Q(answered_at=None, status=Enquiry.Status.EXPIRED)
SAID_NO = Q(status=Enquiry.Status.NO)


def answers_by_person(chosen: Selection) -> Rows:
    """`substitute`, `asked`, `answered`, `noes`, `silent`.

    Of enquiries that were answered, or whose time to answer ran out; one that was called back in time is neither.
    """
    rows = Enquiry.objects.put().filter(chosen.of(to="order__")).filter(ANSWERED | LET_PASS)
    return (
        rows.order_by()
        .values_list("substitute")
        .annotate(
            asked=WHOLE,
            answered=Count("pk", filter=ANSWERED),
            noes=Count("pk", filter=SAID_NO),
            silent=Count("pk", filter=LET_PASS),
        )
    )


def shifts_by_workplace_and_person(chosen: Selection, workplaces: Iterable[uuid.UUID]) -> Rows:
    """`order__workplace`, `substitute`, `number`: who had how many shifts where, of these workplaces."""
    rows = _booked(chosen, workplaces).order_by()
    return rows.values_list("order__workplace", "substitute").annotate(number=WHOLE)


def hours_by_person_and_workplace(rows: "QuerySet[Booking]", chosen: Selection) -> Rows:
    """`substitute`, `order__workplace__name`, `shifts`, `minutes`, `breaks`: of these bookings, by name."""
    worked = rows.filter(chosen.of(to="order__"), ended_at=None, no_show=False)
    names = ("substitute__user__last_name", "substitute__user__first_name", "substitute", "order__workplace__name")
    return (
        worked.order_by(*names, "order__workplace")
        .values_list("substitute", "order__workplace__name", "order__workplace")
        .annotate(shifts=WHOLE, minutes=Sum(Minutes("starts", "ends")), breaks=Sum("break_minutes"))
    )
