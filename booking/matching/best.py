"""The best for each of a few orders, and how many there are to choose from: reads, decides nothing.

What an order's own page tells of one order, told of several in a constant number of queries: who is named here stands
first there, of those who have not said no. In a large town the rules are asked of those at the head of each line alone;
only where none of them fits, of all the others too.
"""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from booking.eligibility import Verdict
from booking.eligibility.few import Few
from booking.eligibility.reading import among
from booking.matching import around, merits
from booking.matching.about_each import about_each
from booking.matching.around import Keys, Said, Tied
from booking.matching.merits import About
from booking.matching.ranking import Merits, Paid, ranked
from booking.models import Order
from booking.rules import Channel
from people import access
from people.models import Substitute, User

HEAD = 20
"""So many of a line are asked of, and those who stand as near as the last of them."""

Verdicts = Mapping[uuid.UUID, Verdict]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody for whom a yes is enough."""

    substitute: Substitute
    verdict: Verdict
    merits: Merits


@dataclass(frozen=True, slots=True)
class Best:
    """Whom an order could be given to, in short."""

    fitting: int = 0  # for whom a yes is enough
    to_ask: int = 0  # of them, those not asked in this round
    with_a_reason: int = 0  # to whom a named role could give it
    more: bool = False  # there are others, of whom nothing is known here
    first: Proposal | None = None  # of those who fit, and have not said no
    wanting: tuple[Proposal, ...] = ()  # those of them who have asked for it themselves, best first


@dataclass(slots=True)
class _Line:
    """Those within reach of an order: the head of the line, and the rest of it."""

    order: Order
    head: list[uuid.UUID]
    rest: list[uuid.UUID]
    verdicts: Verdicts = field(default_factory=dict)
    free: Verdicts = field(default_factory=dict)  # those who fit, and have not said no

    @property
    def fit(self) -> list[uuid.UUID]:
        """Those for whom a yes is enough."""
        return [who for who, verdict in self.verdicts.items() if verdict.books_by_itself]


def of(orders: Sequence[Order], *, seen_by: User) -> dict[uuid.UUID, Best]:
    """By order, as far as she may see who it is; a constant number of queries."""
    if not orders:
        return {}
    few, said, tied = Few(orders, Channel.PLANNER), around.said(orders), around.tied(orders)
    lines = [_line(order, few, said, tied) for order in orders]
    _ask(few, lines)
    for line in lines:
        line.free = {who: line.verdicts[who] for who in line.fit if (line.order.pk, who) not in said.no}
    standing = _standing(lines, said, tied, seen_by)
    return {line.order.pk: _best(line, standing[line.order.pk], said) for line in lines}


def _best(line: _Line, standing: Sequence[Proposal], said: Said) -> Best:
    return Best(
        fitting=len(line.fit),
        to_ask=sum((line.order.pk, who) not in said.asked for who in line.fit),
        with_a_reason=len(line.verdicts) - len(line.fit),
        more=bool(line.rest),
        first=next(iter(standing), None),
        wanting=tuple(one for one in standing if one.substitute.pk in said.wanting(line.order)),
    )


def _line(order: Order, few: Few, said: Said, tied: Tied) -> _Line:
    """By what counts first; those who want it stand at the head wherever they belong."""
    first, reach, wanting = few.seats[order.pk].offer.pay_first, few.within_reach[order.pk], said.wanting(order)
    equals: defaultdict[tuple[int, bool], list[uuid.UUID]] = defaultdict(list)
    for who, one in reach.items():
        after = merits.paid(one.pay_form, first) is Paid.AFTER
        equals[merits.tier(order, who, one.pay_form, tied.to(order, who)), after].append(who)
    line = _Line(order, [who for who in wanting if who in reach], [])
    for _lead, alike in sorted(equals.items()):
        others = [who for who in alike if who not in wanting] if wanting else alike
        (line.head if len(line.head) < HEAD else line.rest).extend(others)
    return line


def _ask(few: Few, lines: Sequence[_Line]) -> None:
    """Of the heads; and where that gives nobody, of the rest."""
    verdicts = few.verdicts({line.order.pk: line.head for line in lines})
    for line in lines:
        line.verdicts = verdicts[line.order.pk]
    empty = [line for line in lines if line.rest and not line.fit]
    verdicts = few.verdicts({line.order.pk: line.rest for line in empty})
    for line in empty:
        line.verdicts, line.rest = {**line.verdicts, **verdicts[line.order.pk]}, []


def _standing(lines: Sequence[_Line], said: Said, tied: Tied, seen_by: User) -> dict[uuid.UUID, list[Proposal]]:
    """Of each order those who share the lead, and those who want it, ranked. Of the others nothing more is read."""
    leading = {line.order: _leading(line, said.wanting(line.order), tied) for line in lines}
    known = about_each(leading, said.wanted)
    keys = {who for hers in leading.values() for who in hers}
    rows = access.scope(seen_by, Substitute.objects.filter(among("pk", keys))).select_related("user") if keys else ()
    people = {row.pk: row for row in rows}
    return {
        line.order.pk: _ranked(
            line, [people[who] for who in leading[line.order] if who in people], known.get(line.order.pk), tied
        )
        for line in lines
    }


def _leading(line: _Line, wanting: Keys, tied: Tied) -> list[uuid.UUID]:
    leads = {who: _lead(line.order, who, verdict, wanting, tied) for who, verdict in line.free.items()}
    best = min(leads.values(), default=None)
    return [who for who, lead in leads.items() if lead == best or who in wanting]


def _lead(order: Order, who: uuid.UUID, verdict: Verdict, wanting: Keys, tied: Tied) -> tuple[int, bool, bool, bool]:
    """What of her merits counts first, in the order in which it counts; smaller comes first."""
    after = merits.paid(verdict.pay_form, verdict.offer.pay_first) is Paid.AFTER
    return (
        merits.tier(order, who, verdict.pay_form, tied.to(order, who)), after, who not in wanting, not verdict.has_time,
    )  # fmt: skip


def _ranked(line: _Line, people: Sequence[Substitute], known: About | None, tied: Tied) -> list[Proposal]:
    found = {
        row: merits.merits(line.order, row, line.free[row.pk], known, tied.to(line.order, row.pk))
        for row in people
        if known
    }
    return [Proposal(row, line.free[row.pk], found[row]) for row in ranked(found.items())]
