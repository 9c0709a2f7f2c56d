"""What a substitute finds in Lediga jobb: the advertised orders of her workplaces, and what each would take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from booking import offering
from booking.calendar_days import red_days
from booking.eligibility import Verdict, herself
from booking.eligibility.herself import BothWays
from booking.models import Interest, Order
from booking.models.order import OrderQuerySet
from booking.offering import Hindrance
from booking.resource_time import Match
from booking.weeks import local_day
from people import access, distance
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Job:
    """One advertised order, as she sees it."""

    order: Order
    verdict: Verdict
    interest: Interest | None
    fits_directly: bool  # the rules would let her take it herself
    hindrances: tuple[Hindrance, ...]  # why the policy would not
    kept_for_her: bool  # she is asked for by name, and nobody else sees it as yet
    kilometres: float | None  # from where she lives, if both are known
    at_wished_place: bool  # a workplace that she has said she would like

    @property
    def fits_her_time(self) -> bool:
        """Her own availability covers the shift, and nothing else stands in the way."""
        return self.verdict.books_by_itself and self.verdict.has_time

    @property
    def resource(self) -> Match | None:
        """How it lies to time that she is paid for by the month; nothing if it does not lie within it."""
        found = self.verdict.resource if self.verdict.books_by_itself else None
        return found if found and found.fit else None

    @property
    def wanted(self) -> bool:
        """Her interest is registered."""
        return self.interest is not None and self.interest.status == Interest.Status.REGISTERED

    @property
    def is_hers_to_take(self) -> bool:
        """She may take it at once: the orderer, the rules and the policy let her."""
        return self.would_be_hers and not self.hindrances

    @property
    def would_be_hers(self) -> bool:
        """She could take it at once, were it not for the policy."""
        return self.order.allow_direct and self.fits_directly


def hers_to_see(substitute: Substitute, *, now: datetime) -> OrderQuerySet:
    """The jobs she may see, soonest first, each with her interest in it and whether she has wished for the place."""
    interest = Q(interests__substitute=substitute, interests__round=F("round"))
    wished = Substitute.wished_workplaces.through.objects.filter(substitute=substitute, workplace=OuterRef("workplace"))
    out = access.scope(substitute.user, Order.objects.advertised(now=now), "take")
    with_hers = out.for_a_list().annotate(
        hers=FilteredRelation("interests", condition=interest), at_wished_place=Exists(wished)
    )
    return with_hers.with_policies().select_related("hers")  # type: ignore[misc]  # the relation above


def open_to(substitute: Substitute, *, now: datetime) -> list[Job]:
    """The jobs she may see, soonest first; those she cannot take come with the reason."""
    return beside(list(hers_to_see(substitute, now=now)), substitute, now=now, let_in=True)


def beside(orders: Sequence[Order], substitute: Substitute, *, now: datetime, let_in: bool = False) -> list[Job]:
    """The orders, as of `hers_to_see`, beside what is known of her; a constant number of queries.

    `let_in`: the gate has seen to blocks.
    """
    found = herself.of_orders(orders, substitute, let_in=let_in)
    return [
        Job(
            order=order,
            verdict=found[order.pk].given,
            interest=getattr(order, "hers", None),  # absent where the join found nothing
            fits_directly=found[order.pk].taken.books_by_itself,
            hindrances=_hindrances(order, found[order.pk], now),
            kept_for_her=_kept_for(order, substitute, now),
            kilometres=distance.between(substitute.locality, order.workplace),
            at_wished_place=order.at_wished_place,  # type: ignore[attr-defined]  # annotated
        )
        for order in orders
    ]


def _hindrances(order: Order, hers: BothWays, now: datetime) -> tuple[Hindrance, ...]:
    red = red_days(local_day(order.starts).year)
    return offering.why_not_direct(order.period, now=now, terms=hers.offer, red_days=red, booked=hers.booked)


def _kept_for(order: Order, substitute: Substitute, now: datetime) -> bool:
    return order.wished_id == substitute.pk and order.wished_until is not None and order.wished_until > now
