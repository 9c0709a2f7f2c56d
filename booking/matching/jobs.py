"""What a substitute finds in Lediga jobb: the advertised orders of her workplaces, and what each would take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from booking import eligibility
from booking.eligibility import Verdict
from booking.models import Interest, Order
from booking.rules import Channel
from people import access
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Job:
    """One advertised order, as she sees it."""

    order: Order
    verdict: Verdict
    interest: Interest | None

    @property
    def fits_her_time(self) -> bool:
        """Her own availability covers the shift, and nothing else stands in the way."""
        return self.verdict.books_by_itself and self.verdict.has_time

    @property
    def wanted(self) -> bool:
        """Her interest is registered."""
        return self.interest is not None and self.interest.status == Interest.Status.REGISTERED


def open_to(substitute: Substitute, *, now: datetime) -> list[Job]:
    """The jobs she may see, soonest first; those she cannot take come with the reason."""
    orders = access.scope(substitute.user, Order.objects.advertised(now=now), "take").for_a_list()
    return beside(list(orders), substitute)


def beside(orders: Sequence[Order], substitute: Substitute) -> list[Job]:
    """The orders beside what is known of her; a constant number of queries."""
    verdicts = eligibility.of_orders(orders, substitute, channel=Channel.PLANNER)
    interests = {
        (row.order_id, row.round): row for row in Interest.objects.filter(substitute=substitute, order__in=orders)
    }
    return [Job(order, verdicts[order.pk], interests.get((order.pk, order.round))) for order in orders]
