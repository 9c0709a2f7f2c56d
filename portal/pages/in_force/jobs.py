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
    """What is shown: how many there are, the first of them, and whether they are hers."""

    count: int
    orders: Sequence[Order]
    hers: bool


def shown(context: Mapping[str, Any] | None, *, now: datetime) -> Jobs:
    """The jobs, as many as may be listed; asked once for each page."""
    me = _substitute(context)
    return once(context, "jobs", lambda: _hers(me, now) if me else _anybodys(now))


def _substitute(context: Mapping[str, Any] | None) -> Substitute | None:
    """Who reads, if it is a substitute who is signed in."""
    user = getattr((context or {}).get("request"), "user", None)
    return getattr(user, "substitute", None) if user is not None and user.is_authenticated else None


def _hers(me: Substitute, now: datetime) -> Jobs:
    may_take = [job.order for job in matching.open_to(me, now=now) if job.verdict.possible]
    return Jobs(len(may_take), may_take[:AT_MOST], hers=True)


def _anybodys(now: datetime) -> Jobs:
    out: OrderQuerySet = Order.objects.advertised(now=now).filter(wished_until=None)
    soonest = out.select_related("workplace__area", "occupation").order_by("starts", "pk")
    return Jobs(out.count(), list(soonest[:AT_MOST]), hers=False)
