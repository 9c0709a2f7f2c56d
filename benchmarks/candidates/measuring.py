"""What is measured in a municipality: one order's list, a page of reasons, and all open orders at once."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import eligibility
from booking.matching import candidates
from booking.models import Order
from booking.models.order import OrderQuerySet
from booking.rules import Channel
from people.models import User

NOW = datetime(2026, 5, 11, 3, tzinfo=UTC)
AHEAD = timedelta(weeks=4)
ORDERS = 240


@dataclass(frozen=True, slots=True)
class Seen:
    """The times of one thing, in seconds, and how large the answers were."""

    times: list[float]
    sizes: list[int]

    def ms(self, percent: int) -> float:
        """The time that so many percent keep within."""
        return statistics.quantiles(self.times, n=100)[percent - 1] * 1000

    @property
    def answers(self) -> float:
        """How many there are in an answer, on average."""
        return statistics.fmean(self.sizes)


def open_orders() -> OrderQuerySet:
    """All open ones of the next four weeks."""
    return Order.objects.open(now=NOW).filter(starts__lt=NOW + AHEAD)


def a_sample() -> list[Order]:
    """So many of them, spread over all places and days."""
    return list(islice(open_orders().for_a_list().with_policies().order_by("pk"), ORDERS))


def ranked_lists(orders: Iterable[Order]) -> Seen:
    """Everybody who could take each order, ranked, with every reason."""
    return _timed(orders, lambda order, planner: len(candidates.possible(order, seen_by=planner)))


def pages_of_reasons(orders: Sequence[Order]) -> Seen:
    """The first page of those who cannot, beside the list of those who can: each with every obstacle, and LAS."""
    fit = {order.pk: set(eligibility.of_everybody(order, channel=Channel.PLANNER)) for order in orders}
    return _timed(
        orders,
        lambda order, planner: len(candidates.why_not(order, seen_by=planner, fit=fit[order.pk]).candidates),
    )


def all_open() -> tuple[float, int]:
    """Seconds for all open orders against everybody, every rule asked; and how many pairs can be."""
    began = time.perf_counter()
    pairs = sum(1 for _ in eligibility.of_all(open_orders(), channel=Channel.PLANNER))
    return time.perf_counter() - began, pairs


def plan(ask: Callable[[], object]) -> list[str]:
    """How PostgreSQL narrows everybody down: the steps, the pages it looked at, and the time."""
    with CaptureQueriesContext(connection) as asked:
        ask()
    question = next(query["sql"] for query in asked.captured_queries if "EXISTS" in query["sql"])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {question.split(' FOR ', 1)[-1]}")
        lines = [line for (line,) in cursor.fetchall()]
    pages = next(line for line in lines if "Buffers" in line)
    return [line[:120] for line in lines if line == pages or "->" in line or " Time: " in line]


def _timed(orders: Iterable[Order], ask: Callable[[Order, User], int]) -> Seen:
    seen = Seen([], [])
    for order in orders:
        planner = User.objects.get(role_assignments__area=order.workplace.area_id)
        began = time.perf_counter()
        size = ask(order, planner)
        seen.times.append(time.perf_counter() - began)
        seen.sizes.append(size)
    return seen
