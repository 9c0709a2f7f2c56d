"""What was measured of one size, in lines for people and a last one for machines."""

from collections.abc import Iterator

from benchmarks.assistant.running import Given, Measured, given
from benchmarks.assistant.sizes import SIZES

OURS = "normal"
"""The effort that the last line tells of: the solver's own choice."""
MARKS = {
    "S": ("quick", OURS, "thorough"),
    "M": ("quick", OURS, "thorough"),
    "L": ("quick", f"{OURS}:5", f"{OURS}:58", OURS),
}
"""Efforts that are tried, some of them cut off after seconds by the clock."""
BARE = {"S", "M"}
"""Sizes that are tried without compiled libraries as well."""
NAMES = {
    "walk": "ranked walk",
    "quick": "ours, quick",
    f"{OURS}:5": "ours, cut after 5 s",
    f"{OURS}:58": "ours, cut after 58 s",
    OURS: "ours",
    "thorough": "ours, thorough",
    "again": "ours, once more",
    "bare": "ours, nothing compiled",
    "public": "CP-SAT whole, 60 s",
}


def report(size: str, seed: int) -> str:
    """Measured and told; answers the last line."""
    with given("make", *map(str, SIZES[size]), str(seed)) as problem:
        print(f"{size}: {problem.people} substitutes, {problem.orders} orders, {problem.pairs} pairs, seed {seed}")
        print(f"  {'':<22}{'filled':>8}{'points':>16}{'of bound':>11}{'seconds':>9}{'CPU':>8}{'MB':>7}  breaches")
        seen = dict(_measured(size, problem))
    bound = min((one.bound for one in seen.values() if one and one.bound), default=None)
    for name, one in seen.items():
        print(_row(name, one, bound, problem.orders))
    ours, again, walk = seen[OURS], seen["again"], seen["walk"]
    if ours is None or again is None or walk is None:
        raise SystemExit(1)
    print(f"  best proven bound {bound}; same seed, {'the same plan' if ours.plan == again.plan else 'ANOTHER PLAN'}")
    return last_line(size, problem.orders, ours, walk)


def last_line(size: str, orders: int, ours: Measured, walk: Measured) -> str:
    """Of ours with the most effort; the gap is to the bound that it has proven itself."""
    gap = 100 * (1 - ours.points / ours.bound) if ours.bound else 100
    return (
        f"assistant size={size} fill={100 * ours.filled / orders:.2f} gap_percent={gap:.3f} "
        f"seconds={ours.seconds:.1f} peak_mb={ours.peak_mb:.0f} breaches={len(ours.breaches)} "
        f"walk_fill={100 * walk.filled / orders:.2f}"
    )


def _measured(size: str, problem: Given) -> Iterator[tuple[str, Measured | None]]:
    yield "walk", problem.to("walk")
    for mark in MARKS[size]:
        yield mark, problem.to(mark)
    yield "again", problem.to(OURS)
    if size in BARE:
        yield "bare", problem.to(OURS, bare=True)
    yield "public", problem.to("public")


def _row(name: str, seen: Measured | None, bound: int | None, orders: int) -> str:
    if seen is None or not seen.filled:
        return f"  {NAMES[name]:<22} nothing" + (f" in {seen.seconds:.0f} s" if seen else "")
    filled = f"{100 * seen.filled / orders:.2f} %"
    return (
        f"  {NAMES[name]:<22}{filled:>8}{seen.points:>16}{seen.of(bound):>11}"
        f"{seen.seconds:>9.1f}{seen.cpu:>8.1f}{seen.peak_mb:>7.0f}  {seen.broken}"
    )
