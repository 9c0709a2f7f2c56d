"""Which orders an assistant takes up."""

import uuid
from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef

from booking.assistant.choosing import Selection
from booking.eligibility.reading import among
from booking.models import Asking, AssistantDecision, AssistantProfile, Booking, Order, Policy
from booking.models.order import OrderQuerySet
from booking.operations import assistant_hours
from people.models import HistoryEntry, Workplace

NARROWED_BY = {"workplaces": "workplace", "occupations": "occupation", "reasons": "reason"}
OPENED_BY = ("order.publish", "order.release", "order.resume", "order.take_up")
"""What makes an order one to fill anew, besides that a booking ends."""


def orders_of(profile: AssistantProfile, *, now: datetime) -> OrderQuerySet:
    """Open ones of its selection that start within its interval and have been open for as long as it waits.

    Not one that is stopped, sent back, kept for whom it wishes for, an introduction, asked about, or held by a run.
    """
    orders = Order.objects.to_fill(now=now).filter(
        workplace__area__in=profile.areas.all(),
        starts__gte=now + profile.starts_after,
        starts__lte=now + profile.starts_within,
        stopped_at=None,
        wished_until=None,
        reason__introduces=False,
    )
    for chosen, field in NARROWED_BY.items():
        if keys := list(getattr(profile, chosen).values_list("pk", flat=True)):
            orders = orders.filter(**{f"{field}__in": keys})
    asked = Asking.objects.running().filter(order=OuterRef("pk"))
    held = AssistantDecision.objects.planned().filter(order=OuterRef("pk"))
    return _open_since(orders.exclude(Exists(asked)).exclude(Exists(held)), profile, now)


def _open_since(orders: OrderQuerySet, profile: AssistantProfile, now: datetime) -> OrderQuerySet:
    """Those that had nobody already then; another assistant has had its chance."""
    if not profile.open_for:
        return orders
    then = now - profile.open_for
    ended = Booking.objects.filter(order=OuterRef("pk"), ended_at__gt=then)
    done = HistoryEntry.objects.filter(action__in=OPENED_BY, timestamp__gt=then, area__in=profile.areas.all())
    opened = [uuid.UUID(key) for key in done.values_list("object_id", flat=True)]
    return orders.filter(placed_at__lte=then).exclude(Exists(ended)).exclude(among("pk", opened))


def at_work(orders: OrderQuerySet, profile: AssistantProfile, *, now: datetime) -> OrderQuerySet:
    """Those of them at whose workplaces it acts at this hour; their keys are read."""
    places = Workplace.objects.filter(pk__in=orders.order_by().values("workplace"))
    terms = Policy.objects.in_force_at(list(places))
    acts = [place for place, said in terms.items() if assistant_hours.works(profile, said, at=now)]
    return Order.objects.filter(among("pk", list(orders.filter(workplace__in=acts).values_list("pk", flat=True))))


def selection_of(profile: AssistantProfile) -> Selection:
    """Whom it may choose; whoever it asks has not been asked before."""
    return Selection(
        pay_form=profile.pay_form,
        rule_profiles=_rule_profiles(profile),
        kinds=profile.of_kinds,
        unasked=profile.mode == AssistantProfile.Mode.ASK,
    )


def is_narrow(selection: Selection) -> bool:
    """Whether somebody whom the rules let through may still be left out."""
    return bool(selection.pay_form or selection.rule_profiles or selection.kinds)


def _rule_profiles(profile: AssistantProfile) -> Collection[uuid.UUID]:
    return list(profile.rule_profiles.values_list("pk", flat=True))
