"""Many at the same instant, each with a connection of its own."""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.db.models import QuerySet

Act = Callable[[], object]
WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b")
A_MOMENT, LONG = 0.2, 60  # seconds


class AtTheGate:
    """All begin at once, and go on as they can."""

    def __init__(self, number: int, patience: float) -> None:
        self._begin = threading.Barrier(number)

    def begin(self, number: int) -> None:
        self._begin.wait(timeout=LONG)

    def before(self, number: int, sql: str) -> None:
        """Called before each statement."""

    def ended(self, number: int) -> None:
        """Called when an act is over, whatever came of it."""


class AllHaveRead(AtTheGate):
    """Nobody writes until everybody has read what she decides on; then they write one after another, in order.

    Where a lock keeps somebody from reading, that never comes about: after a moment all go on as they can.
    """

    def __init__(self, number: int, patience: float) -> None:
        super().__init__(number, patience)
        self._have_read, self._patience = threading.Barrier(number), patience
        self._over = [threading.Event() for _ in range(number)]
        self._writing: set[int] = set()

    def before(self, number: int, sql: str) -> None:
        if number in self._writing or not WRITE.match(sql):
            return
        self._writing.add(number)
        try:
            self._have_read.wait(timeout=self._patience)
        except threading.BrokenBarrierError:
            return
        if number:
            self._over[number - 1].wait(timeout=LONG)

    def ended(self, number: int) -> None:
        self._over[number].set()
        if number not in self._writing:
            self._have_read.abort()


def _result(act: Act, number: int, gate: AtTheGate, broken: list[str]) -> object:
    def watch(execute, sql, params, many, context):
        gate.before(number, sql)
        try:
            return execute(sql, params, many, context)
        except IntegrityError as error:
            broken.append(str(error))
            raise

    try:
        with connection.execute_wrapper(watch):
            connection.ensure_connection()
            gate.begin(number)
            return act()
    except Exception as error:  # noqa: BLE001 (what each got is what the test is about)
        return error
    finally:
        gate.ended(number)
        connection.close()


class AtOnce:
    """`at_once([act, …])`: what each got, in order; exceptions are results. `.broken` has the constraints hit.

    `all_have_read` lets nobody write until all have read, and then one after another: the race at its worst.
    """

    patience = A_MOMENT

    def __init__(self) -> None:
        self.broken: list[str] = []

    def __call__(self, acts: list[Act], *, all_have_read: bool = False) -> list[object]:
        self.broken = []
        gate = (AllHaveRead if all_have_read else AtTheGate)(len(acts), self.patience)
        with ThreadPoolExecutor(len(acts)) as pool:
            jobs = [pool.submit(_result, act, number, gate, self.broken) for number, act in enumerate(acts)]
            return [job.result() for job in jobs]


@pytest.fixture
def at_once(transactional_db):
    return AtOnce()


@pytest.fixture
def without_locks(monkeypatch, at_once):
    """Row locks taken out, to see that the tests would notice: now all come to have read, however long it takes."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *_args, **_kwargs: self)
    at_once.patience = LONG
