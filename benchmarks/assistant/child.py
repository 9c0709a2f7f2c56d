"""One measured thing in a process of its own, so that its memory is its own; it answers with a line of JSON.

`make PEOPLE ORDERS SEED FILE` keeps a problem in a file, `tasks FROM FILE` one of the public task sets, and
`run NAME FILE [bare]` gives it to a contender; bare is without compiled libraries.
"""

import hashlib
import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

COMPILED = ("numpy", "scipy", "numba", "ortools", "highspy")


def main(act: str, *told: str) -> None:
    acts: dict[str, Callable[..., dict[str, object]]] = {"make": _make, "tasks": _tasks, "run": _run}
    print(json.dumps(acts[act](*told)))


def _make(people: str, orders: str, seed: str, file: str) -> dict[str, object]:
    from benchmarks.assistant.instances import instance  # noqa: PLC0415 (numpy is in the way of whoever runs without it)

    problem = instance(int(people), int(orders), seed=int(seed)).problem
    Path(file).write_bytes(pickle.dumps(problem))
    return {"people": len(problem.people), "orders": len(problem.seats), "pairs": len(problem.pairs)}


def _tasks(source: str, file: str) -> dict[str, object]:
    from benchmarks.assistant.smptsp import problem_of, read  # noqa: PLC0415

    problem = problem_of(read(Path(source).read_text(encoding="utf-8")))
    Path(file).write_bytes(pickle.dumps(problem))
    return {"people": len(problem.people), "orders": len(problem.seats), "pairs": len(problem.pairs)}


def _run(name: str, file: str, bare: str = "") -> dict[str, object]:
    if bare:
        for library in COMPILED:
            sys.modules[library] = None  # type: ignore[assignment]  # whoever imports it is told that there is none
    from benchmarks.assistant.checker import breaches  # noqa: PLC0415 (once what is not to be there is not)
    from benchmarks.assistant.contenders import answer  # noqa: PLC0415

    problem = pickle.loads(Path(file).read_bytes())  # noqa: S301 (our own, just written)
    began, busy = time.perf_counter(), time.process_time()
    plan = answer(name, problem)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "filled": plan.filled,
        "used": len(set(plan.people) - {-1}),
        "points": plan.points,
        "bound": plan.bound,
        "seconds": seconds,
        "cpu": busy,
        "peak_mb": peak,
        "breaches": [breach.kind for breach in breaches(problem, plan)],
        "plan": hashlib.sha256(plan.people.tobytes()).hexdigest(),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
