"""What the database is asked, each answer a few rows however many the shifts are: sums, never the shifts themselves."""

from datetime import timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from booking.eligibility.reading import Instant
from booking.matching.board import FILLED, NEEDED
from booking.models import Asking, Booking, Call, Enquiry, Order
from booking.period import Period
from booking.statistics.causes import TOO_SHORT
from booking.statistics.selection import Selection

Rows = QuerySet[Any, Any]

LEADS = (timedelta(hours=3), timedelta(hours=12), timedelta(days=1), timedelta(days=3))
"""Ordered so long before it begins: less than the first is 0, less than the second 1 … no less than the last 4."""

NOBODY = ""
A_MINUTE = 60_000_000
"""Microseconds."""

WHOLE, PART = Count("pk"), Count("pk", filter=FILLED)


def seats(chosen: Selection, span: Period) -> "QuerySet[Order]":
    """The shifts that somebody was needed for, and that have begun."""
    return Order.objects.filter(NEEDED, chosen.of(span))


def by_start(chosen: Selection) -> Rows:
    """`starts`, `whole`, `part`: with those of the days before."""
    return _shares(seats(chosen, chosen.now_and_before), "starts")


def by_workplace_and_reason(chosen: Selection) -> Rows:
    """`workplace`, `reason`, `whole`, `part`."""
    return _shares(seats(chosen, chosen.stretch.span), "workplace", "reason")


def _shares(rows: "QuerySet[Order]", *by: str) -> Rows:
    return rows.order_by().values_list(*by).annotate(whole=WHOLE, part=PART)


def by_lead_and_origin(chosen: Selection) -> Rows:
    """`lead`, `origin` (`NOBODY`: of no booking), `whole`."""
    standing = FilteredRelation("bookings", condition=Q(bookings__ended_at=None))
    nearer = [When(starts__lt=F("placed_at") + limit, then=Value(number)) for number, limit in enumerate(LEADS)]
    lead = Case(*nearer, default=Value(len(LEADS)), output_field=IntegerField())
    origin = Coalesce("standing__origin", Value(NOBODY))
    rows = seats(chosen, chosen.stretch.span).alias(standing=standing).annotate(lead=lead, origin=origin)
    return rows.order_by().values_list("lead", "origin").annotate(whole=WHOLE)


def minutes_to_fill(chosen: Selection) -> Rows:
    """`is_now`, `minutes`, `number`: from the order to its booking, with those of the days before."""
    is_now = Case(When(order__starts__gte=chosen.stretch.span.starts, then=Value(1)), default=Value(0))
    rows = _booked_at_first(chosen, chosen.now_and_before).annotate(is_now=is_now)
    return rows.order_by().values_list("is_now", "minutes").annotate(number=WHOLE)


def minutes_to_fill_by_workplace(chosen: Selection, workplaces: "QuerySet[Any]") -> Rows:
    """`order__workplace`, `minutes`, `number`: of these workplaces."""
    rows = _booked_at_first(chosen, chosen.stretch.span).filter(order__workplace__in=workplaces)
    return rows.order_by().values_list("order__workplace", "minutes").annotate(number=WHOLE)


def _booked_at_first(chosen: Selection, span: Period) -> "QuerySet[Any]":
    """Bookings that stand, of orders that never opened anew: those would count the time that somebody had it."""
    rows = Booking.objects.occupying().filter(chosen.of(span, to="order__"), order__status__in=_FILLED, order__round=1)
    return rows.annotate(minutes=(Instant("booked_at") - Instant("order__placed_at")) / Value(A_MINUTE))


_FILLED = (Order.Status.BOOKED, Order.Status.COMPLETED)

ANSWERED = Q(answered_at__isnull=False)
LET_PASS = Q(answered_at=None, status=Enquiry.Status.EXPIRED)
SAID_NO = Q(status=Enquiry.Status.NO)


def answers(chosen: Selection, span: Period) -> "QuerySet[Enquiry]":
    """Enquiries that were answered, or whose time to answer ran out; one that was called back in time is neither."""
    return Enquiry.objects.put().filter(chosen.of(span, to="order__")).filter(ANSWERED | LET_PASS)


def answers_by_person(chosen: Selection) -> Rows:
    """`substitute`, and of now and before: `asked`, `answered`, `asked_before`, `answered_before`."""
    now = Q(order__starts__gte=chosen.stretch.span.starts)
    return (
        answers(chosen, chosen.now_and_before)
        .order_by()
        .values_list("substitute")
        .annotate(
            asked=Count("pk", filter=now),
            answered=Count("pk", filter=now & ANSWERED),
            asked_before=Count("pk", filter=~now),
            answered_before=Count("pk", filter=~now & ANSWERED),
        )
    )


def noes_by_person(chosen: Selection) -> Rows:
    """`substitute`, `noes`, `silent`."""
    rows = answers(chosen, chosen.stretch.span).order_by().values_list("substitute")
    return rows.annotate(noes=Count("pk", filter=SAID_NO), silent=Count("pk", filter=LET_PASS))


def shifts_by_workplace_and_person(chosen: Selection, workplaces: "QuerySet[Any]") -> Rows:
    """`order__workplace`, `substitute`, `number`: who had how many shifts where, of these workplaces."""
    rows = Booking.objects.occupying().filter(chosen.of(chosen.stretch.span, to="order__"))
    rows = rows.filter(order__workplace__in=workplaces, order__status__in=_FILLED)
    return rows.order_by().values_list("order__workplace", "substitute").annotate(number=WHOLE)


def unfilled_by_facts(chosen: Selection) -> Rows:
    """The fields of `Facts` in their order, the number of shifts with those facts, and how many people were asked."""
    rows = seats(chosen, chosen.stretch.span).exclude(FILLED).annotate(**_facts())
    this_round = Q(enquiries__round=F("round"), enquiries__wave__gte=1)
    return (
        rows.order_by()
        .values_list(*_facts())
        .annotate(
            number=Count("pk", distinct=True),
            asked=Count("enquiries__substitute", filter=this_round, distinct=True),
            called=Count("calls__substitute", filter=Q(calls__round=F("round")), distinct=True),
        )
    )


def _facts() -> dict[str, Any]:
    here = {"order": OuterRef("pk"), "round": OuterRef("round")}
    put, calls = Enquiry.objects.put().filter(**here), Call.objects.filter(**here)
    unanswered = (Call.Outcome.NO_ANSWER, Call.Outcome.CALL_BACK)
    otherwise = put.filter(ANSWERED).exclude(SAID_NO)
    return {
        "halted": _yes(Q(stopped_at__isnull=False) | Q(returned_at__isnull=False)),
        "said_no": _yes(Exists(put.filter(SAID_NO)) | Exists(calls.filter(outcome=Call.Outcome.NO))),
        "silent": _yes(Exists(put.filter(answered_at=None)) | Exists(calls.filter(outcome__in=unanswered))),
        "answered_otherwise": _yes(Exists(otherwise) | Exists(calls.filter(outcome=Call.Outcome.YES))),
        "searched": _yes(Exists(Asking.objects.filter(**here, exhausted_at__isnull=False))),
        "short": _yes(Q(starts__lt=F("placed_at") + TOO_SHORT)),
        "was_booked": _yes(Exists(Booking.objects.filter(order=OuterRef("pk")))),
    }


def _yes(condition: Any) -> Case:  # noqa: ANN401 (Q, or what Exists becomes with another)
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
