"""What was seen in one municipality, in words and numbers."""

from dataclasses import dataclass
from functools import partial

from benchmarks.candidates import measuring
from benchmarks.candidates.measuring import Seen
from benchmarks.candidates.municipality import municipality
from booking.matching import candidates
from booking.rules import Channel
from portal import garbage


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of one size."""

    lists: Seen
    pages: Seen
    all_open: float  # seconds
    pairs: int

    @staticmethod
    def last_line(few: "Report", many: "Report") -> str:
        """`growth`: how much slower all open orders are among ten times as many, for each ten times in the answer."""
        slower, more = many.all_open / few.all_open, many.pairs / few.pairs
        one_order = (many.lists.ms(50) / few.lists.ms(50)) / (many.lists.answers / few.lists.answers)
        print(f"growth: all open orders {slower:.1f} times the time for {more:.1f} times the pairs; one order's list")
        print(f"        {one_order:.2f} of the growth of its answer")
        return (
            f"candidates p95_ms={many.lists.ms(95):.1f} p50_ms={many.lists.ms(50):.1f} "
            f"reasons_p95_ms={many.pages.ms(95):.1f} all_open_s={many.all_open:.1f} growth={slower / more:.2f}"
        )


def report(substitutes: int) -> Report:
    """Measured in a municipality of so many."""
    with municipality(substitutes):
        orders = measuring.a_sample()
        measuring.ranked_lists(orders[:20])  # everything warm
        garbage.settle()
        found = Report(measuring.ranked_lists(orders), measuring.pages_of_reasons(orders), *measuring.all_open())
        _tell(substitutes, found)
        print("  how one order's list is narrowed:")
        print(*measuring.plan(partial(candidates.eligible, orders[0], channel=Channel.PLANNER)), sep="\n")
        print("  how all open orders are:")
        print(*measuring.plan(measuring.all_open), sep="\n")
    return found


def _tell(substitutes: int, found: Report) -> None:
    open_now = measuring.open_orders().count()
    for name, seen in (("one order's ranked list", found.lists), ("its first page of reasons", found.pages)):
        print(
            f"{substitutes} substitutes: {name}, {len(seen.times)} orders, {seen.answers:.0f} answers each: "
            f"p50 {seen.ms(50):.1f} ms, p95 {seen.ms(95):.1f} ms"
        )
    print(
        f"{substitutes} substitutes: {open_now} open orders × all: {found.pairs} pairs in {found.all_open:.1f} s, "
        f"{found.all_open / found.pairs * 1e6:.0f} µs a pair"
    )
