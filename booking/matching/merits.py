"""What speaks for each candidate, read for all of them at once."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from booking.eligibility import Verdict
from booking.eligibility.reading import among
from booking.matching.ranking import Merits, Paid, Tier
from booking.models import Booking, Enquiry, Interest, Order
from booking.offering import PayFirst
from booking.period import Period
from booking.rules.hours import booked_in, worked_in
from booking.weeks import Month, Week, local_day
from people.models import Favourite, Introduction, Substitute

NONE = timedelta()
A_YEAR = timedelta(days=365)  # who has not been at a workplace for so long does not know it
A_SEASON = timedelta(days=90)  # nor does it matter when somebody was asked before that
COUNTS_FOR_NOTHING = (Enquiry.Status.QUEUED, Enquiry.Status.NO)
UNANSWERED = (Enquiry.Status.SENT, Enquiry.Status.UNDELIVERABLE, Enquiry.Status.EXPIRED)


class Ties(NamedTuple):
    """What binds her to the workplace."""

    favourite: bool
    introduced: bool


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an order's candidates, by substitute."""

    week: Period  # the one in which the shift starts
    interested: Mapping[uuid.UUID, Interest]
    shifts_here: Mapping[uuid.UUID, int]
    asked: Mapping[uuid.UUID, tuple[datetime, timedelta | None]]  # when last, and hours that month she let pass


def about(order: Order, keys: Collection[uuid.UUID]) -> About:
    """Three queries, however many they are."""
    return About(
        week=Week.of(local_day(order.starts)).span,
        interested={row.substitute_id: row for row in Interest.objects.live().filter(order=order, round=order.round)},
        shifts_here=dict(_shifts_here(order, keys)),
        asked={key: (last, passed) for key, last, passed in _asked(order, keys)},
    )


def with_ties(order: Order, substitutes: "QuerySet[Substitute]") -> "QuerySet[Any]":
    """Each with whether she is a `favourite` of the workplace, and is `introduced` there."""
    here = {"workplace": order.workplace_id, "substitute": OuterRef("pk")}
    ties = {
        "favourite": Exists(Favourite.objects.filter(**here)),
        "introduced": Exists(Introduction.objects.filter(**here)),
    }
    return substitutes.select_related("user").annotate(**ties)


def merits(order: Order, substitute: Substitute, verdict: Verdict, known: About, ties: Ties) -> Merits:
    """Of one candidate."""
    last_asked, passed = known.asked.get(substitute.pk, (None, None))
    return Merits(
        tier=tier(order, substitute.pk, verdict.pay_form, ties),
        paid=paid(verdict.pay_form, verdict.offer.pay_first),
        interested=substitute.pk in known.interested,
        has_time=verdict.has_time,
        shifts_here=known.shifts_here.get(substitute.pk, 0),
        hours_this_month=verdict.case.worked.month + verdict.case.shift.work + (passed or NONE),
        wished=substitute.wished_in_a_month,
        last_asked=last_asked,
        hours_this_week=_hours_in(known.week, verdict),
        name=str(substitute),
        resource=match.fit if (match := verdict.resource) else None,
    )


def tier(order: Order, key: uuid.UUID, pay_form: str, ties: Ties) -> Tier:
    """How near to the workplace the substitute of this key stands; without an agreement there is no form of pay."""
    if key == order.wished_id:
        return Tier.WISHED
    if ties.favourite:
        return Tier.FAVOURITE
    if ties.introduced:
        return Tier.INTRODUCED
    return Tier.AREA if pay_form else Tier.OTHER


def paid(pay_form: str, first: PayFirst) -> Paid:
    """By the agreement that the shift would be booked on, where the policy makes a difference."""
    if first is PayFirst.SAME:
        return Paid.SAME
    return Paid.FIRST if pay_form == first.value else Paid.AFTER


def _hours_in(week: Period, verdict: Verdict) -> timedelta:
    """Hours of work, as the rules count them: what of it lies in the week, and without breaks."""
    shift = verdict.case.shift
    return booked_in(verdict.case, week) + worked_in(shift.period, shift.pause, week)


def _shifts_here(order: Order, keys: Collection[uuid.UUID]) -> "QuerySet[Any]":
    orders = {"order__workplace": order.workplace_id, "order__starts__lt": order.starts}
    lately = Booking.objects.occupying().filter(order__starts__gte=order.starts - A_YEAR, **orders)
    counted = lately.filter(among("substitute", keys)).values("substitute").annotate(shifts=Count("pk"))
    return counted.values_list("substitute", "shifts")


def _asked(order: Order, keys: Collection[uuid.UUID]) -> "QuerySet[Any]":
    """When each was last asked, and the hours in the order's month that she let pass. A no counts as if never asked."""
    month = Month.of(local_day(order.starts)).span
    passed = Q(status__in=UNANSWERED, order__starts__gte=month.starts, order__starts__lt=month.ends) & ~Q(order=order)
    hers = (
        Enquiry.objects.filter(among("substitute", keys), asked_at__gte=order.starts - A_SEASON)
        .exclude(status__in=COUNTS_FOR_NOTHING)
        .values("substitute")
    )
    counted = hers.annotate(last=Max("asked_at"), passed=Sum(F("order__ends") - F("order__starts"), filter=passed))
    return counted.values_list("substitute", "last", "passed")
