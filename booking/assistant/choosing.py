"""What besides the rules decides whether somebody is thought of: the selection, her no, and the policy."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from booking import offering
from booking.assistant.paid_time import Times
from booking.assistant.policy import Stage
from booking.calendar_days import red_days
from booking.eligibility import Verdict
from booking.matching import around
from booking.models import Enquiry, Kind, Order, Policy
from booking.offering import Hindrance
from booking.period import Period
from booking.rules import Channel, Weight
from booking.weeks import local_day
from people.models import Agreement, PayForm

Key = tuple[uuid.UUID, uuid.UUID]
"""An order and a substitute."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which substitutes may be thought of. What is empty leaves nobody out."""

    pay_form: str = ""
    rule_profiles: Collection[uuid.UUID] = ()
    kinds: Collection[Kind] = ()  # her time must be of one of these
    unasked: bool = False  # and nobody who has been asked in the order's round


class Choosing:
    """What besides the rules decides whether a pair is thought of; as many queries for many pairs as for one."""

    def __init__(
        self,
        orders: Sequence[Order],
        selection: Selection,
        channel: Channel,
        now: datetime,
        found: Mapping[Key, Verdict],
    ) -> None:
        self.orders = {order.pk: order for order in orders}
        self.said, self.tied = around.said(orders), around.tied(orders)
        self.terms = Policy.objects.in_force_at({order.workplace_id: order.workplace for order in orders}.values())
        self.channel = channel
        self._selection, self._now = selection, now
        self._no_before = _said_no_before(orders)
        self._of_profile = _with_profile(selection, orders)
        self._times = Times({who for _order, who in found}, _span(orders)) if selection.kinds else None

    def why_not(self, key: Key, verdict: Verdict) -> Sequence[str]:
        """By code: the rules that need somebody's reason, the profile's selection, her no, the policy."""
        order = self.orders[key[0]]
        if verdict.needs_a_reason:
            return [breach.code for breach in verdict.weighing(Weight.OVERRIDABLE)]
        if not self._selects(order, key[1], verdict):
            return ["selection"]
        if key in self.said.no or (key in self._no_before and not self.terms[order.workplace_id].ask_again_after_no):
            return ["said_no"]
        if self._selection.unasked and key in self.said.asked:
            return ["asked"]
        return [each.code for each in self._hindrances(order, verdict)]

    def stage(self, verdict: Verdict) -> Stage:
        """Whose time it would be."""
        if verdict.on_resource_time:
            return Stage.RESOURCE
        return Stage.MONTHLY if verdict.pay_form == PayForm.MONTHLY else Stage.HOURLY

    def _selects(self, order: Order, who: uuid.UUID, verdict: Verdict) -> bool:
        chosen = self._selection
        if chosen.pay_form and verdict.pay_form != chosen.pay_form:
            return False
        if self._of_profile is not None and not _reach(self._of_profile.get(who, ()), order):
            return False
        if self._times is None:
            return True
        spent = verdict.resource is not None and verdict.resource.too_long
        kinds = set(chosen.kinds) - ({Kind.ACUTE_RESOURCE} if spent else set())
        return self._times.hold(order, who, kinds)

    def _hindrances(self, order: Order, verdict: Verdict) -> Sequence[Hindrance]:
        if not self.channel.asks_nobody or verdict.on_resource_time:
            return ()
        return offering.why_not_direct(
            order.period,
            now=self._now,
            terms=self.terms[order.workplace_id],
            red_days=red_days(local_day(order.starts).year),
            booked=[each.period for each in verdict.case.commitments],
        )


def _said_no_before(orders: Sequence[Order]) -> Collection[Key]:
    """Who said no in an earlier round, by order."""
    earlier = Enquiry.objects.filter(order__in=orders, round__lt=F("order__round"), status=Enquiry.Status.NO)
    return set(earlier.values_list("order", "substitute"))


def _span(orders: Sequence[Order]) -> Period:
    return Period(min(order.starts for order in orders), max(order.ends for order in orders))


def _with_profile(selection: Selection, orders: Sequence[Order]) -> Mapping[uuid.UUID, Sequence[Agreement]] | None:
    """Agreements with one of the chosen rule profiles, by substitute; nothing if none is chosen."""
    if not selection.rule_profiles:
        return None
    found: defaultdict[uuid.UUID, list[Agreement]] = defaultdict(list)
    for paper in Agreement.objects.touching(_span(orders)).filter(rule_profile__in=selection.rule_profiles):
        found[paper.substitute_id].append(paper)
    return found


def _reach(hers: Sequence[Agreement], order: Order) -> bool:
    """Whether one of them is for the order, and in force when it starts."""
    return any(
        paper.occupation_id == order.occupation_id
        and (paper.workplace_id == order.workplace_id or paper.area_id == order.workplace.area_id)
        and paper.starts <= order.starts
        and (paper.ends is None or order.starts < paper.ends)
        for paper in hers
    )
