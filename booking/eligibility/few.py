"""A few orders, each against those whose agreements reach it: as `of_everybody` says of one, in as many queries.

Whoever asks sees first who is within reach, and how each would be paid, and then says whom to ask the rules of.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from booking.eligibility.beyond import beyond
from booking.eligibility.cases import reaches
from booking.eligibility.judging import judged
from booking.eligibility.known import Held, Known, Paper, Person, known_of
from booking.eligibility.narrowing import Reaching, reaching
from booking.eligibility.seats import Seat, seats
from booking.eligibility.verdict import Verdict
from booking.models import Order
from booking.rules import Channel, Weight

Keys = Collection[uuid.UUID]


class InReach(NamedTuple):
    """Somebody with an agreement for the order that holds when it starts."""

    person: Person
    pay_form: str


@dataclass(frozen=True)
class Few:
    """Some orders, and who is within reach of each."""

    orders: Sequence[Order]
    channel: Channel

    @cached_property
    def seats(self) -> Mapping[uuid.UUID, Seat]:
        """By order."""
        return {seat.order: seat for seat in seats(self.orders)} if self.orders else {}

    @cached_property
    def within_reach(self) -> Mapping[uuid.UUID, Mapping[uuid.UUID, InReach]]:
        """By order, and by substitute; one query."""
        every = list(self.seats.values())
        by_reach: defaultdict[tuple[uuid.UUID | None, uuid.UUID], list[Reaching]] = defaultdict(list)
        for row in reaching(every, self.channel) if every else ():
            by_reach[row.place, row.occupation].append(row)
        return {seat.order: _in_reach(seat, by_reach) for seat in every}

    def obstacles(self) -> dict[uuid.UUID, dict[uuid.UUID, list[str]]]:
        """Of all within reach, by order and by substitute: the codes of what stands in the way, if anything does.

        As many queries for many orders as for one. Notices stand in nobody's way.
        """
        every = [seat for order, seat in self.seats.items() if self.within_reach[order]]
        found: dict[uuid.UUID, dict[uuid.UUID, list[str]]] = {order: {} for order in self.seats}
        if not every:
            return found
        keys = {key for seat in every for key in self.within_reach[seat.order]}
        known = known_of(every, keys, later=False)
        more = beyond(every, known, None, count_las=False)
        for seat in every:
            for key, one in self.within_reach[seat.order].items():
                verdict = judged(seat, one.person, known[key], self.channel, set(), more)
                stops = [each.code for each in verdict.breaches if each.weight is not Weight.NOTICE]
                found[seat.order] |= {key: stops} if stops else {}
        return found

    def verdicts(self, asked: Mapping[uuid.UUID, Keys]) -> dict[uuid.UUID, dict[uuid.UUID, Verdict]]:
        """Of these, all within reach, those whom no hard rule stops: by order, and by substitute."""
        found: dict[uuid.UUID, dict[uuid.UUID, Verdict]] = {order: {} for order in asked}
        every = [self.seats[order] for order, keys in asked.items() if keys]
        if not every:
            return found
        known = known_of(every, {key for keys in asked.values() for key in keys}, summed=True, later=False)
        more = beyond(every, known, None, count_las=False)
        for seat in every:
            people, serving = self.within_reach[seat.order], list(seat.served_by.values())
            for key in asked[seat.order]:
                if _worth_asking_of(seat, known[key], serving):
                    verdict = judged(seat, people[key].person, known[key], self.channel, set(), more)
                    found[seat.order] |= {key: verdict} if verdict.possible else {}
        return found


def _in_reach(
    seat: Seat, by_reach: Mapping[tuple[uuid.UUID | None, uuid.UUID], Sequence[Reaching]]
) -> dict[uuid.UUID, InReach]:
    """Of several agreements of hers the one that began first, which a shift is booked on."""
    found: dict[uuid.UUID, tuple[datetime, InReach]] = {}
    starts = seat.shift.period.starts
    for place in (seat.workplace, seat.area):
        for row in by_reach.get((place, seat.occupation), ()):
            if row.starts <= starts and (row.ends is None or starts < row.ends):
                earlier = found.get(row.person.key)
                if earlier is None or row.starts < earlier[0]:
                    found[row.person.key] = (row.starts, InReach(row.person, row.pay_form))
    return {key: one for key, (_began, one) in found.items()}


def _worth_asking_of(seat: Seat, known: Known, serving: Sequence[Keys]) -> bool:
    """What `for_seat` asks the database of a substitute, asked of what has been read of her."""
    shift = seat.shift
    return (
        any(_holds(paper, shift.period.starts) and reaches(paper, seat) for paper in known.papers)
        and seat.workplace not in known.blocked
        and not any(row.order != seat.order and row.commitment.period.overlaps(shift.period) for row in known.booked)
        and not any(absence.overlaps(shift.period) for absence in known.absences)
        and (shift.introduces or not shift.needs_introduction or seat.workplace in known.introduced)
        and (not seat.records_check or _held(known.records_checks, {seat.records_check}, shift.period.starts))
        and all(_held(known.competences, any_of, shift.period.starts) for any_of in serving)
    )


def _holds(paper: Paper | Held, moment: datetime) -> bool:
    return paper.starts <= moment and (paper.ends is None or moment < paper.ends)


def _held(rows: Iterable[Held], any_of: Collection[object], moment: datetime) -> bool:
    return any(row.what in any_of and _holds(row, moment) for row in rows)
