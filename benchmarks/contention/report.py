"""The same contests with the rules and without, each in a copy of the same municipality."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from django.core.management import call_command
from django.db import connection, connections

from benchmarks.contention.running import Tally, run
from benchmarks.contention.truths import DOUBLE_BOOKINGS, LEFT_BEHIND, untrue
from benchmarks.contention.without_rules import without_rules
from benchmarks.contention.world import Contest, Municipality
from booking.models import Booking

PARTS, BARE = 12, 3
"""The contests are run in parts, every third of them without rules too: then what else the machine does is the same."""


class Run:
    """The contests in a copy of their own, part by part, and what came of them."""

    def __init__(self, name: str, original: str, rules: Callable[[], AbstractContextManager[None]]) -> None:
        self.name, self.tally, self._rules = name, Tally(), rules
        _go_to("postgres")
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')

    def go_on(self, contests: Sequence[Contest]) -> float:
        """Run these too, and tell of them; how many bookings were made a second."""
        _go_to(self.name)
        before = Booking.objects.count()
        with self._rules():
            tally = run(contests)
        self.tally += tally
        speed = (self.bookings() - before) / tally.seconds
        ms = 1000 * tally.cpu / tally.acts
        print(
            f"{self.name}: {len(contests)} contests, {speed:.1f} bookings a second, {ms:.1f} ms CPU an act", flush=True
        )
        return speed

    def bookings(self) -> int:
        """Those made, the ended ones among them."""
        _go_to(self.name)
        return Booking.objects.count()

    def found(self, truths: dict[str, str]) -> int:
        """How many rows break the truths; each is told."""
        _go_to(self.name)
        if broken := untrue(truths):
            print(f"{self.name}: {broken}")
        return sum(broken.values())

    def tell(self) -> None:
        """What came of it, and each error once."""
        tally = self.tally
        refused = ", ".join(f"{kind} {number}" for kind, number in sorted(tally.refused.items()))
        print(f"{self.name}: {tally.acts} acts, {self.bookings()} bookings, {tally.seconds:.0f} s; refused: {refused}")
        print(f"{self.name}: {tally.constraints_hit} hit a constraint, {tally.interrupted} statements were tried again")
        for error, number in tally.errors.items():
            print(f"{number} times: {error}")


def report(seed: int, number: int) -> str:
    """The last line of the benchmark."""
    call_command("migrate", verbosity=0)
    contests = Municipality(seed).contests(number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    original = str(connection.settings_dict["NAME"])
    ruled, bare = Run("with_rules", original, nullcontext), Run("without_rules", original, without_rules)
    ratios = _run_in_parts(contests, ruled, bare)
    for each in (ruled, bare):
        each.tell()
    found = {
        "contests": len(contests),
        "double_bookings": ruled.found(DOUBLE_BOOKINGS) + bare.found(DOUBLE_BOOKINGS),
        "left_behind": ruled.found(LEFT_BEHIND) + bare.found(LEFT_BEHIND),
        "server_errors": ruled.tally.errors.total() + bare.tally.errors.total(),
        "per_second": round(ruled.bookings() / ruled.tally.seconds, 1),
        "ratio": round(sum(ratios) / len(ratios), 2),
    }
    return "contention " + " ".join(f"{key}={value}" for key, value in found.items())


def _run_in_parts(contests: Sequence[Contest], ruled: Run, bare: Run) -> list[float]:
    """How fast bookings were made with rules, of how fast without, in each part that was run both ways."""
    ratios, size = [], len(contests) // PARTS
    for part in range(PARTS):
        some = contests[part * size : (part + 1) * size]
        speed = ruled.go_on(some)
        if part % BARE == 0:
            ratios.append(speed / bare.go_on(some))
    return ratios


def _go_to(name: str) -> None:
    connections.close_all()
    connection.settings_dict["NAME"] = name
