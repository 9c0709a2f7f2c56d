"""Each of the public task sets in a file or a folder: whether every task has somebody."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.assistant.report import OURS
from benchmarks.assistant.running import Measured, given


def task_sets(path: Path) -> str:
    """Solved and told one by one; answers the last line."""
    files = sorted(path.rglob("*.dat")) if path.is_dir() else [path]
    sets, seen = 0, list[Measured]()
    for file in files:
        for tasks, ours in _solved(file):
            sets += 1
            seen += [ours] if ours.filled == tasks and not ours.breaches else []
    slowest = max((one.seconds for one in seen), default=0)
    return f"assistant smptsp sets={sets} feasible={len(seen)} slowest_s={slowest:.1f}"


def _solved(file: Path) -> Iterator[tuple[int, Measured]]:
    with given("tasks", str(file)) as problem:
        walk, ours = problem.to("walk"), problem.to(OURS)
        if walk is None or ours is None:
            raise SystemExit(1)
        whole = "feasible" if ours.filled == problem.orders else "NOT FEASIBLE"
        print(
            f"  {file.name}: {problem.orders} tasks, {problem.people} workers, {whole}, {ours.filled} assigned "
            f"(walk {walk.filled}), {ours.used} workers used, {ours.seconds:.2f} s, broken: {ours.broken}"
        )
        yield problem.orders, ours
