"""What is known of the shifts that nobody was found for: one question for all of them, and how its rows are read."""

from typing import Any

from django.db.models import Case, Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from booking.matching.board import FILLED
from booking.models import Asking, Booking, Call, Enquiry
from booking.statistics.causes import TOO_SHORT, Facts
from booking.statistics.questions import ANSWERED, SAID_NO, Rows, seats
from booking.statistics.selection import Selection


def by_facts(chosen: Selection) -> Rows:
    """What is known of them (see `facts_of`), the number of shifts of which it is, and how many people were asked."""
    rows = seats(chosen).exclude(FILLED).annotate(**_known())
    this_round = Q(enquiries__round=F("round"), enquiries__wave__gte=1)
    return (
        rows.order_by()
        .values_list(*_known())
        .annotate(
            number=Count("pk", distinct=True),
            asked=Count("enquiries__substitute", filter=this_round, distinct=True),
            called=Count("calls__substitute", filter=Q(calls__round=F("round")), distinct=True),
        )
    )


NO, SILENT, OTHERWISE = 1, 2, 4
"""What those asked did, as bits: one question for all three, since each would be asked of every shift."""


def facts_of(halted: int, said: int, said_on_phone: int, searched: int, short: int, booked: int) -> Facts:
    """A row of `by_facts`, read."""
    bits = said | said_on_phone
    return Facts(
        halted=bool(halted),
        said_no=bool(bits & NO),
        silent=bool(bits & SILENT),
        answered_otherwise=bool(bits & OTHERWISE),
        searched=bool(searched),
        short=bool(short),
        was_booked=bool(booked),
    )


def _known() -> dict[str, Any]:
    here = {"order": OuterRef("pk"), "round": OuterRef("round")}
    never = Q(outcome__in=(Call.Outcome.NO_ANSWER, Call.Outcome.CALL_BACK))
    said_no = Q(outcome=Call.Outcome.NO)
    by_enquiry = Enquiry.objects.put().filter(**here)
    return {
        "halted": _bit(Q(stopped_at__isnull=False) | Q(returned_at__isnull=False), 1),
        "said": _bits(by_enquiry, SAID_NO, Q(answered_at=None), ANSWERED & ~SAID_NO),
        "said_on_phone": _bits(Call.objects.filter(**here), said_no, never, ~said_no & ~never),
        "searched": _any(Asking.objects.filter(**here, exhausted_at__isnull=False)),
        "short": _bit(Q(starts__lt=F("placed_at") + TOO_SHORT), 1),
        "booked": _any(Booking.objects.filter(order=OuterRef("pk"))),
    }


def _bits(rows: "QuerySet[Any]", *conditions: Q) -> Coalesce:
    bits: Any = sum((Max(_bit(condition, 1 << number)) for number, condition in enumerate(conditions)), Value(0))
    return _of_each(rows, bits)


def _any(rows: "QuerySet[Any]") -> Coalesce:
    """A number and no `EXISTS`: PostgreSQL would look at every row there is, to be ready for any shift."""
    return _of_each(rows, Max(Value(1)))


def _of_each(rows: "QuerySet[Any]", what: Any) -> Coalesce:  # noqa: ANN401 (any expression)
    counted = rows.order_by().values("order").annotate(told=what).values("told")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def _bit(condition: Q, bit: int) -> Case:
    return Case(When(condition, then=Value(bit)), default=Value(0), output_field=IntegerField())
