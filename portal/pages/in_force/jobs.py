"""Lediga jobb on a page of the editors': to a visitor how many, to a substitute those that she may take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from booking.matching import jobs as matching
from booking.models import Order
from booking.models.order import OrderQuerySet
from people.models import Substitute
from portal.pages.in_force.memo import once

AT_MOST = 10
"""The longest list that an editor may ask for."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """What is shown: how many there are, the first of them, whether they are hers, and whether nobody is signed in."""

    count: int
    orders: Sequence[Order]
    hers: bool
    to_a_visitor: bool


def shown(context: Mapping[str, Any] | None, *, now: datetime) -> Jobs:
    """The jobs, as many as may be listed; asked once for each page."""
    user = getattr((context or {}).get("request"), "user", None)
    signed_in = user is not None and user.is_authenticated
    me = getattr(user, "substitute", None) if signed_in else None
    return once(context, "jobs", lambda: _hers(me, now) if me else _anybodys(now, to_a_visitor=not signed_in))


def _hers(me: Substitute, now: datetime) -> Jobs:
    """Those that nobody must give a reason to let her have, and that she has not asked for already."""
    open_to_her = [job for job in matching.open_to(me, now=now) if job.verdict.books_by_itself and not job.wanted]
    return Jobs(len(open_to_her), [job.order for job in open_to_her[:AT_MOST]], hers=True, to_a_visitor=False)


def _anybodys(now: datetime, *, to_a_visitor: bool) -> Jobs:
    out: OrderQuerySet = Order.objects.advertised(now=now).filter(wished_until=None)
    soonest = out.select_related("workplace__area", "occupation").order_by("starts", "pk")
    return Jobs(out.count(), list(soonest[:AT_MOST]), hers=False, to_a_visitor=to_a_visitor)
