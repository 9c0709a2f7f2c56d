"""A decision that another stood in the way of is made again. Proved on PostgreSQL, with real connections."""

import threading
from functools import partial

import pytest
from django.db import OperationalError, connection, transaction

from booking.models import Order
from booking.operations.deciding import TRIES, decision
from tests.cast import a_town

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

LOCK = "UPDATE booking_order SET note = note WHERE id = %s"


@pytest.fixture
def two_orders(transactional_db):
    town = a_town("Hemtjänst")
    return town.order(), town.order()


def do(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def holder(two_orders):
    """`holder(release)`: somebody else holds the first order until the event."""

    def hold(held: threading.Event, release: threading.Event) -> None:
        with transaction.atomic():
            do(LOCK, two_orders[0].pk)
            held.set()
            release.wait(timeout=60)
        connection.close()

    def start(release: threading.Event) -> threading.Thread:
        held = threading.Event()
        thread = threading.Thread(target=hold, args=[held, release])
        thread.start()
        held.wait(timeout=60)
        return thread

    return start


def test_of_two_who_lock_in_opposite_order_both_come_through(two_orders, at_once):
    tries, both_hold_one, one_is_through = [], threading.Barrier(2), threading.Event()

    @decision
    def lock(first: Order, second: Order) -> str:
        tries.append(first)
        begins_again = len(tries) > 2
        if begins_again:
            one_is_through.wait(timeout=60)  # else it could be first once more, and in the way
        do(LOCK, first.pk)
        if not begins_again:
            both_hold_one.wait(timeout=60)
        do(LOCK, second.pk)
        one_is_through.set()
        return "done"

    one, other = two_orders
    results = at_once([partial(lock, one, other), partial(lock, other, one)])

    assert results == ["done", "done"]
    assert len(tries) == 3  # the database let one of them begin again


def impatient(first: Order, tries: list[int], before_the_second: threading.Event) -> None:
    """Waits a moment for the lock; whoever holds it lets go before the second try."""
    tries.append(1)
    if len(tries) == 2:
        before_the_second.set()
    do(f"SET LOCAL lock_timeout = '{'50ms' if len(tries) == 1 else '60s'}'")
    do(LOCK, first.pk)


def test_a_lock_that_was_not_to_be_had_is_asked_for_again(two_orders, holder):
    tries, release = [], threading.Event()
    thread = holder(release)

    decision(impatient)(two_orders[0], tries, release)

    thread.join()
    assert len(tries) == 2


def test_a_decision_within_another_is_not_tried_by_itself_but_with_the_whole(two_orders, holder):
    tries, wholes, release = [], [], threading.Event()
    thread = holder(release)

    @decision
    def whole() -> None:
        wholes.append(1)
        decision(impatient)(two_orders[0], tries, release)

    whole()

    thread.join()
    assert (len(wholes), len(tries)) == (2, 2)


def test_within_a_transaction_that_is_no_decision_it_is_not_tried_again(two_orders, holder):
    tries, release = [], threading.Event()
    thread = holder(release)

    with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
        decision(impatient)(two_orders[0], tries, threading.Event())

    release.set()
    thread.join()
    assert len(tries) == 1


def test_it_gives_up_after_some_tries(two_orders, holder):
    tries, release = [], threading.Event()
    thread = holder(release)

    @decision
    def never() -> None:
        tries.append(1)
        do("SET LOCAL lock_timeout = '50ms'")
        do(LOCK, two_orders[0].pk)

    with pytest.raises(OperationalError, match="lock timeout"):
        never()

    release.set()
    thread.join()
    assert len(tries) == TRIES


def test_another_problem_of_the_database_is_not_tried_again(two_orders):
    tries = []

    @decision
    def cancelled() -> None:
        tries.append(1)
        do("SET LOCAL statement_timeout = '10ms'")
        do("SELECT pg_sleep(5)")

    with pytest.raises(OperationalError, match="statement timeout"):
        cancelled()

    assert len(tries) == 1


def test_what_another_has_rewritten_is_read_again(two_orders, at_once):
    """As in a database that serialises: the rows as they were are of no use, and the decision begins anew."""
    order, tries = two_orders[0], []

    @decision
    def rewrite() -> None:
        do("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        tries.append(Order.objects.get(pk=order.pk).note)
        if len(tries) == 1:
            at_once([lambda: Order.objects.filter(pk=order.pk).update(note="nyare")])
        Order.objects.filter(pk=order.pk).update(note=f"{tries[-1]} och mer")

    rewrite()

    order.refresh_from_db()
    assert (tries, order.note) == (["", "nyare"], "nyare och mer")
