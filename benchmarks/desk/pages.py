"""The pages that are measured, and how long each takes to answer."""

import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.candidates.measuring import NOW
from booking.models import Order, SavedView
from booking.weeks import Week, local_day
from people.models import Substitute, User

ROUNDS = 60
OK = 200


@dataclass(frozen=True, slots=True)
class Timed:
    """The times of one page, in milliseconds, and how many questions its answer takes at most."""

    times: list[float] = field(default_factory=list)
    queries: int = 0

    def ms(self, percent: int) -> float:
        """The time that so many percent keep within."""
        return statistics.quantiles(self.times, n=100)[percent - 1]


def addresses(planner: User) -> Iterator[tuple[str, list[str]]]:
    """What is measured, and the addresses that are asked in turn."""
    orders = Order.objects.open(now=NOW).order_by("pk").values_list("pk", flat=True)[:ROUNDS]
    people = Substitute.objects.order_by("pk").values_list("pk", flat=True)[:ROUNDS]
    week = Week.of(local_day(NOW))
    listed, found = reverse("order:index"), reverse("substitute:index")
    SavedView.objects.create(user=planner, of=SavedView.Of.ORDERS, name="Öppna", query="status=open", made_at=NOW)
    yield "board", [reverse("wagtailadmin_home")]
    yield "week", [reverse("board:week", args=[f"{one.monday:%G-%V}"]) for one in (week, week.after)]
    yield "order", [reverse("order:inspect", args=[key]) for key in orders]
    yield "list", [f"{listed}{query}" for query in ("", "?status=open", "?status=vantar&status=intresse", "?sida=40")]
    yield "list_search", [f"{listed}?q={word}" for word in ("Solgården+7", "kim", "undersköterska+sjuk")]
    yield "list_all_days", [f"{listed}?when=alla&{query}" for query in ("", "status=completed", "q=solgården+12")]
    yield "bookings", [f"{reverse('booking_desk:index')}{query}" for query in ("", "?when=alla", "?q=ek77")]
    yield "substitutes", [f"{found}{query}" for query in ("", "?q=Amira", "?sida=40")]
    yield "substitute", [reverse("substitute:inspect", args=[key]) for key in people]


def measured(browser: Client, asked: Iterable[str]) -> Timed:
    """Each address in turn, until all have been asked often enough, once everything is warm."""
    asked = list(asked)
    for address in asked[:5]:
        _get(browser, address)
    queries = max(_questions(browser, address) for address in asked[:10])
    times = [_ms(browser, address) for address in islice(cycle(asked), ROUNDS)]
    return Timed(times, queries)


def _get(browser: Client, address: str) -> None:
    answer = browser.get(address)
    if answer.status_code != OK:
        message = f"{address} answered {answer.status_code}"
        raise AssertionError(message)


def _questions(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        _get(browser, address)
    return len(seen)


def _ms(browser: Client, address: str) -> float:
    began = time.perf_counter()
    _get(browser, address)
    return (time.perf_counter() - began) * 1000
