"""What must be filled first, and the one right thing to do about each: reads, and lets `next_step` decide."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from booking import offering
from booking.calendar_days import red_days
from booking.matching import best, board
from booking.matching.best import Best, Proposal
from booking.matching.board import Narrowed
from booking.matching.next_step import Act, NextStep, Standing, State, next_step
from booking.models import Asking, Order, Policy
from booking.offering import OfferTerms
from booking.weeks import local_day
from people.models import User

UNKNOWN = Best()


@dataclass(frozen=True, slots=True)
class ToFill:
    """One order, how it stands, and what is right for it."""

    order: Any  # an Order with the counts that board.with_state gives it
    terms: OfferTerms
    standing: Standing
    best: Best
    step: NextStep

    @property
    def proposal(self) -> Proposal | None:
        """The one to be named: of those who want it, if somebody does."""
        if self.step.state is State.WANTED:
            return next(iter(self.best.wanting), None)
        return self.best.first

    @property
    def book(self) -> Proposal | None:
        """Whom the button books, if it books."""
        return self.proposal if self.step.act is Act.BOOK else None


def first(user: User, *, now: datetime, narrowed: Narrowed = board.everything, at_most: int) -> list[ToFill]:
    """The first so many to begin; a constant number of queries."""
    keys = board.to_fill(user, now=now, narrowed=narrowed).values_list("pk", flat=True)[:at_most]
    return of(list(keys), seen_by=user, now=now)


def of(keys: Sequence[uuid.UUID], *, seen_by: User, now: datetime) -> list[ToFill]:
    """These orders, the first to begin first. Whom they could be given to is read only where it matters."""
    rows = Order.objects.filter(pk__in=keys).for_a_list().with_policies().select_related("wished__user")
    orders: list[Any] = list(board.with_state(rows, now=now))
    later = _asked_from(orders)
    terms = Policy.objects.in_force_at({order.workplace_id: order.workplace for order in orders}.values())
    standing = {order.pk: _standing(order, terms[order.workplace_id], later, now=now) for order in orders}
    thought_of = [order for order in orders if _is_open(next_step(standing[order.pk]))]
    found = best.of(thought_of, seen_by=seen_by)
    return [
        _to_fill(order, terms[order.workplace_id], standing[order.pk], found.get(order.pk, UNKNOWN), now=now)
        for order in orders
    ]


def _is_open(step: NextStep) -> bool:
    return step.state in {State.WANTED, State.PHONE, State.NOBODY}


def _asked_from(orders: Sequence[Order]) -> Mapping[uuid.UUID, datetime | None]:
    """When those are asked from of whom an asking runs that has asked nobody as yet."""
    askings = Asking.objects.running().filter(order__in=orders, waves=0)
    return dict(askings.values_list("order", "next_wave_at"))


def _standing(
    order: Any,  # noqa: ANN401 (an order with the numbers of its state)
    terms: OfferTerms,
    later: Mapping[uuid.UUID, datetime | None],
    *,
    now: datetime,
) -> Standing:
    """What the order itself says."""
    return Standing(
        stopped=order.stopped_at is not None,
        reserved=order.wished_until is not None and order.wished_until > now,
        introduces=order.reason.introduces,
        wanted=order.interested,
        said_yes=order.said_yes,
        waiting=order.waiting,
        asked_from=later.get(order.pk),
        near=offering.to_be_phoned(now, order.starts, terms),
    )


def _to_fill(
    order: Any,  # noqa: ANN401 (an order with the numbers of its state)
    terms: OfferTerms,
    standing: Standing,
    known: Best,
    *,
    now: datetime,
) -> ToFill:
    """With what the candidates add."""
    whole = replace(
        standing,
        may_have_it=len(known.wanting),
        fitting=known.fitting,
        to_ask=known.to_ask,
        with_a_reason=known.with_a_reason,
        short_notice=not offering.there_is_time_for_waves(now, order.starts, known.to_ask, terms),
        has_time=known.first is not None and known.first.verdict.has_time,
        direct=known.first is not None and not _hindered(order, known.first, terms, now=now),
    )
    return ToFill(order, terms, whole, known, next_step(whole))


def _hindered(order: Order, first: Proposal, terms: OfferTerms, *, now: datetime) -> bool:
    """Whether the policy forbids to book her without asking."""
    booked = [commitment.period for commitment in first.verdict.case.commitments]
    red = red_days(local_day(order.starts).year)
    return bool(offering.why_not_direct(order.period, now=now, terms=terms, red_days=red, booked=booked))
