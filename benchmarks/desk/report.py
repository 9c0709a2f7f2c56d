"""What was seen at the desk, in words and numbers. What was put there for it is taken back."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import time_machine
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from benchmarks.candidates.measuring import NOW
from benchmarks.desk import yardstick
from benchmarks.desk.pages import Timed, addresses, measured
from booking.models import Order
from booking.operations import one_by_one, several_orders
from people.models import Area, RoleAssignment, User
from portal import garbage

SINCE = "2026-03-01"
UNDER_WAY = Path(__file__).with_name("desk.sql")


def report() -> str:
    """Each page, then the line of numbers."""
    with _a_morning() as planner, time_machine.travel(NOW):
        browser = Client(HTTP_HOST="localhost")
        browser.force_login(planner)
        seen = {}
        for name, asked in [*addresses(planner), ("yardstick", [reverse(f"{yardstick.NAME}:index")])]:
            if name == "yardstick":
                browser.force_login(User.objects.create_superuser("bara-wagtail"))
            seen[name] = timed = measured(browser, asked)
            said = f"{timed.queries:3} queries, p50 {timed.ms(50):6.1f} ms, p95 {timed.ms(95):6.1f} ms"
            print(f"{name:14} {said}", flush=True)
        browser.force_login(planner)
        _several_at_once(planner)
        _a_file(browser)
    return _last_line(seen)


def _last_line(seen: dict[str, Timed]) -> str:
    yardstick = seen["yardstick"].ms(95)
    board, order = seen["board"], seen["order"]
    return (
        f"desk board_p95_ms={board.ms(95):.0f} order_p95_ms={order.ms(95):.0f} list_p95_ms={seen['list'].ms(95):.0f} "
        f"yardstick_p95_ms={yardstick:.0f} board_ratio={board.ms(95) / yardstick:.1f} "
        f"order_ratio={order.ms(95) / yardstick:.1f} board_queries={board.queries} order_queries={order.queries}"
    )


@contextmanager
def _a_morning() -> Iterator[User]:
    """A planner of every area, and what is under way."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(UNDER_WAY.read_text().replace(":now", f"'{NOW.isoformat()}'"))
        planner = User.objects.create_user("desk", first_name="Karin", last_name="Plan")
        planner.groups.add(Group.objects.get(name="Skrivbordet"))
        places = [RoleAssignment(user=planner, role="planner", area=area) for area in Area.objects.all()]
        RoleAssignment.objects.bulk_create(places)
        print(f"{Order.objects.open(now=NOW).count()} open orders")
        garbage.settle()
        yield User.objects.get(pk=planner.pk)
        transaction.set_rollback(True)


def _several_at_once(planner: User) -> None:
    """As many as may be acted on at a time."""
    for deed in several_orders.Deed:
        orders = Order.objects.open(now=NOW).for_a_list()[: one_by_one.AT_MOST]
        several = [several_orders.Seen(order, order.terms_version, None) for order in orders]
        began = time.perf_counter()
        outcomes = several_orders.carry_out(deed, several, command=uuid.uuid4(), by=planner, at=NOW, note="mätning")
        done = sum(one.how is one_by_one.How.DONE for one in outcomes)
        print(f"{deed.value}: {done} of {len(several)} done in {time.perf_counter() - began:.1f} s")


def _a_file(browser: Client) -> None:
    """Every order of the last weeks and those to come."""
    for kind in ("csv", "xlsx"):
        began = time.perf_counter()
        answer: Any = browser.post(f"{reverse('order:export', args=[kind])}?first={SINCE}")
        size = sum(len(part) for part in answer.streaming_content)
        print(f"{kind}: {size / 1e6:.1f} MB in {time.perf_counter() - began:.1f} s")
