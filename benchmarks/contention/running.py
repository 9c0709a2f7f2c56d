"""The contests run: several at a time in processes of their own, all who meet in one in threads of their own."""

import multiprocessing
import threading
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from django.db import IntegrityError, OperationalError, connection, connections

from benchmarks.contention.acts import Act, acts_of
from benchmarks.contention.world import Contest
from booking.operations.refusals import Refused
from people.models import User

PROCESSES, THREADS = 4, 16


@dataclass
class Tally:
    """What came of the contests."""

    acts: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    constraints_hit: int = 0
    interrupted: int = 0  # statements, by a deadlock or the like
    seconds: float = 0
    cpu: float = 0  # seconds, of the portal's own processes

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.acts + other.acts,
            self.refused + other.refused,
            self.errors + other.errors,
            self.constraints_hit + other.constraints_hit,
            self.interrupted + other.interrupted,
            self.seconds + other.seconds,
            self.cpu + other.cpu,
        )


def run(contests: Sequence[Contest]) -> Tally:
    """All of them, dealt to the processes; the seconds are those of the slowest."""
    connections.close_all()  # a connection is not shared with a child
    shares = [contests[number::PROCESSES] for number in range(PROCESSES)]
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        tallies = pool.map(_run_share, shares, chunksize=1)
    return replace(sum(tallies, Tally()), seconds=max(tally.seconds for tally in tallies))


def _run_share(contests: Sequence[Contest]) -> Tally:
    planners, tally = list(User.objects.filter(role_assignments__role="planner")), Tally()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda _: connection.ensure_connection(), range(THREADS)))
        began, cpu = time.perf_counter(), time.process_time()
        for contest in contests:
            acts = acts_of(contest, planners)
            together = threading.Barrier(len(acts))
            for result in pool.map(partial(_act, together, tally), acts):
                _count(tally, contest, result)
        tally.seconds, tally.cpu = time.perf_counter() - began, time.process_time() - cpu
    return tally


def _act(together: threading.Barrier, tally: Tally, act: Act) -> Exception | None:
    with connection.execute_wrapper(partial(_watch, tally)):
        together.wait(timeout=60)
        try:
            act()
        except Exception as problem:  # noqa: BLE001 (each is counted)
            return problem
    return None


def _watch(tally: Tally, execute, sql, params, many, context):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
    try:
        return execute(sql, params, many, context)
    except IntegrityError:
        tally.constraints_hit += 1
        raise
    except OperationalError:
        tally.interrupted += 1
        raise


def _count(tally: Tally, contest: Contest, result: Exception | None) -> None:
    """A refusal says why; anything else, and a refusal without words, is an error of ours."""
    tally.acts += 1
    if isinstance(result, Refused) and str(result):
        tally.refused[contest.kind] += 1
    elif result is not None:
        tally.errors["".join(traceback.format_exception(result)[-3:])] += 1
