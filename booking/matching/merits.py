"""What speaks for each candidate, read for all of them at once."""

import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from booking.eligibility import Verdict
from booking.eligibility.reading import among
from booking.matching.ranking import Merits, Paid, Tier
from booking.models import Booking, Enquiry, Interest, Order, Policy
from booking.offering import PayFirst
from booking.weeks import Month, Week, local_day
from people.models import Agreement, Favourite, Introduction, Substitute

HOUR = timedelta(hours=1)
NONE = timedelta()
COUNTS_FOR_NOTHING = (Enquiry.Status.QUEUED, Enquiry.Status.NO)
UNANSWERED = (Enquiry.Status.SENT, Enquiry.Status.UNDELIVERABLE, Enquiry.Status.EXPIRED)


class Herself(NamedTuple):
    """What is known of a candidate as a person, and of the workplace's view of her."""

    key: uuid.UUID
    first_name: str
    last_name: str
    wished: int | None  # hours a month
    favourite: bool
    introduced: bool


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an order's candidates, by substitute."""

    interested: Mapping[uuid.UUID, Interest]
    shifts_here: Mapping[uuid.UUID, int]
    asked: Mapping[uuid.UUID, tuple[datetime, timedelta | None]]  # when last, and hours that month she let pass
    pay: Mapping[uuid.UUID, Paid] = field(default_factory=dict)


def about(order: Order, keys: Collection[uuid.UUID]) -> About:
    """Four queries, however many they are; five if the policy takes a pay form first."""
    return About(
        interested={row.substitute_id: row for row in Interest.objects.live().filter(order=order, round=order.round)},
        shifts_here=dict(_shifts_here(order, keys)),
        asked={key: (last, passed) for key, last, passed in _asked(order, keys)},
        pay=_pay(order, keys),
    )


def themselves(order: Order, substitutes: "QuerySet[Substitute]") -> Iterator[Herself]:
    """The candidates as persons; one query."""
    here = {"workplace": order.workplace_id, "substitute": OuterRef("pk")}
    names = ("pk", "user__first_name", "user__last_name", "wished_hours")
    favourite, introduced = (Exists(rows.filter(**here)) for rows in (Favourite.objects, Introduction.objects))
    return map(Herself._make, substitutes.values_list(*names, favourite, introduced))


def merits(order: Order, herself: Herself, verdict: Verdict, known: About) -> Merits:
    """Of one candidate."""
    last_asked, passed = known.asked.get(herself.key, (None, None))
    return Merits(
        tier=_tier(order, herself, verdict),
        paid=known.pay.get(herself.key, Paid.SAME),
        interested=herself.key in known.interested,
        has_time=verdict.has_time,
        shifts_here=known.shifts_here.get(herself.key, 0),
        hours_this_month=verdict.case.worked.month + verdict.case.shift.work + (passed or NONE),
        wished=herself.wished * HOUR if herself.wished else None,
        last_asked=last_asked,
        hours_this_week=_hours_this_week(verdict),
        name=f"{herself.first_name} {herself.last_name}",
    )


def _tier(order: Order, herself: Herself, verdict: Verdict) -> Tier:
    if herself.key == order.wished_id:
        return Tier.WISHED
    if herself.favourite:
        return Tier.FAVOURITE
    if herself.introduced:
        return Tier.INTRODUCED
    return Tier.AREA if verdict.case.agreements else Tier.OTHER


def _hours_this_week(verdict: Verdict) -> timedelta:
    shift = verdict.case.shift.period
    week = Week.of(local_day(shift.starts)).span
    within = (each.period.common(week) for each in verdict.case.commitments)
    return sum((period.length for period in within if period), shift.length)


def _shifts_here(order: Order, keys: Collection[uuid.UUID]) -> "QuerySet[Any]":
    before = Booking.objects.occupying().filter(order__workplace=order.workplace_id, starts__lt=order.starts)
    counted = before.filter(substitute__in=among(keys)).values("substitute").annotate(shifts=Count("pk"))
    return counted.values_list("substitute", "shifts")


def _asked(order: Order, keys: Collection[uuid.UUID]) -> "QuerySet[Any]":
    """When each was last asked, and the hours in the order's month that she let pass. A no counts as if never asked."""
    month = Month.of(local_day(order.starts)).span
    passed = Q(status__in=UNANSWERED, order__starts__gte=month.starts, order__starts__lt=month.ends) & ~Q(order=order)
    hers = (
        Enquiry.objects.filter(substitute__in=among(keys)).exclude(status__in=COUNTS_FOR_NOTHING).values("substitute")
    )
    counted = hers.annotate(last=Max("asked_at"), passed=Sum(F("order__ends") - F("order__starts"), filter=passed))
    return counted.values_list("substitute", "last", "passed")


def _pay(order: Order, keys: Collection[uuid.UUID]) -> Mapping[uuid.UUID, Paid]:
    """Where the policy makes a difference: by the agreement that the shift would be booked on."""
    first = Policy.objects.in_force(order.workplace).pay_first
    if first is PayFirst.SAME:
        return {}
    reaching = Q(workplace=order.workplace_id) | Q(area=order.workplace.area_id)
    papers = Agreement.objects.touching(order).filter(
        reaching, occupation=order.occupation_id, substitute__in=among(keys)
    )
    forms = dict(papers.order_by("-starts", "-pk").values_list("substitute", "pay_form"))
    return {key: Paid.FIRST if form == first.value else Paid.AFTER for key, form in forms.items()}
