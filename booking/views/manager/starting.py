"""What the form of a new order holds from the start: a usual shift, an earlier order, or what is most often so."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.utils.timezone import localtime

from booking.models import Order, OrderTemplate, Policy
from booking.offering import earliest_start
from booking.period import NoSuchTime, TimeTwice, local
from booking.weeks import local_day
from people import access
from people.models import User

COPIED = (
    "workplace", "occupation", "break_minutes", "reason", "reference", "text", "note", "contact", "allow_direct",
)  # fmt: skip
OF_A_USUAL = ("workplace", "occupation", "starts", "ends", "break_minutes", "text", "allow_direct")

PLACES = ("workplace__policy", "workplace__area__policy")


@dataclass(frozen=True, slots=True)
class Start:
    """The form's first values, and the usual shifts to choose among, with the one that is chosen."""

    initial: dict[str, Any] = field(default_factory=dict)
    usual: list[OrderTemplate] = field(default_factory=list)
    chosen: OrderTemplate | None = None


def of(asked: QueryDict, me: User, *, now: datetime) -> Start:
    """As the address says: `?vanligt=` a usual shift, `?kopia=` an earlier order, `?dag=` the day; else the usual."""
    start = of_a_usual(asked, me, now=now)
    if start.chosen:
        return start
    key = asked.get("kopia")
    first = _copied(me, key, now=now) if key else _most_often(me)
    return Start(first | _day(asked), start.usual)


def of_a_usual(asked: QueryDict, me: User, *, now: datetime) -> Start:
    """The usual shifts that she may order, and the one that the address names."""
    rows = access.scope(me, OrderTemplate.objects.all()).select_related("occupation", *PLACES)
    usual = list(rows.order_by("workplace__name", "workplace", "starts", "name"))
    key = asked.get("vanligt")
    if not key:
        return Start(usual=usual)
    chosen = next((one for one in usual if str(one.pk) == key), None)
    if chosen is None:
        message = f"{key} is no usual shift of hers"
        raise Http404(message)
    return Start(_of_usual(chosen, me, now=now) | _day(asked), usual, chosen)


def _of_usual(chosen: OrderTemplate, me: User, *, now: datetime) -> dict[str, Any]:
    first = {name: getattr(chosen, name) for name in OF_A_USUAL} | {"competences": chosen.competences.all()}
    return first | {"contact": chosen.contact or me.get_full_name(), "day": _nearest(chosen, now=now)}


def _nearest(chosen: OrderTemplate, *, now: datetime) -> date:
    """Today if there is time for it, else tomorrow."""
    today = local_day(now)
    try:
        starts = local(today, chosen.starts)
    except (NoSuchTime, TimeTwice):
        return today
    is_in_time = starts >= earliest_start(now, Policy.objects.in_force(chosen.workplace))
    return today if is_in_time else today + timedelta(days=1)


def _copied(me: User, key: str, *, now: datetime) -> dict[str, Any]:
    try:
        rows = Order.objects.with_places().prefetch_related("competences")
        source = access.get(me, rows, uuid.UUID(key), "place")
    except (ValidationError, ValueError) as no_key:
        message = f"{key} is no order"
        raise Http404(message) from no_key
    starts, ends = localtime(source.starts), localtime(source.ends)
    copied: dict[str, Any] = {name: getattr(source, name) for name in COPIED}
    copied |= {"competences": source.competences.all(), "starts": starts.time(), "ends": ends.time()}
    return copied | ({"day": starts.date()} if source.starts > now else {})


def _most_often(me: User) -> dict[str, Any]:
    """Her name, and the occupation that she asked for last."""
    rows = access.scope(me, Order.objects.filter(placed_by=me, reason__introduces=False), "place")
    last = rows.order_by("-placed_at").select_related("occupation").first()
    return {"contact": me.get_full_name()} | ({"occupation": last.occupation} if last else {})


def _day(asked: QueryDict) -> dict[str, Any]:
    try:
        return {"day": date.fromisoformat(asked.get("dag", ""))}
    except ValueError:
        return {}
