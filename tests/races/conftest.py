"""Many at the same instant, each with a connection of its own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.db.models import QuerySet

Act = Callable[[], object]


def _result(act: Act, gate: threading.Barrier, broken: list[str]) -> object:
    def watch(execute, sql, params, many, context):
        try:
            return execute(sql, params, many, context)
        except IntegrityError as error:
            broken.append(str(error))
            raise

    try:
        with connection.execute_wrapper(watch):
            connection.ensure_connection()
            gate.wait(timeout=30)
            return act()
    except Exception as error:  # noqa: BLE001 (what each got is what the test is about)
        return error
    finally:
        connection.close()


@pytest.fixture
def at_once(transactional_db):
    """`at_once([act, …])`: what each got, in order; exceptions are results. `.broken` has the constraints hit."""

    def run(acts: list[Act]) -> list[object]:
        run.broken = []
        gate = threading.Barrier(len(acts))
        with ThreadPoolExecutor(len(acts)) as pool:
            return [job.result() for job in [pool.submit(_result, act, gate, run.broken) for act in acts]]

    return run


@pytest.fixture
def without_locks(monkeypatch):
    """Row locks taken out, to see that the tests would notice."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *_args, **_kwargs: self)
