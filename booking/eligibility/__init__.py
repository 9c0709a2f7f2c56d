"""Who may take what: reads the rows, makes the cases, asks the rules. The only door to the rulebook.

For one or for thousands the rows are read in the same number of queries. Days of employment under LAS are counted where
somebody reads the answer (`of_one`, `of_page`), not in bulk: five years of shifts, for a notice that stops nothing.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from booking.eligibility.beyond import beyond
from booking.eligibility.judging import Places, carrying, judged
from booking.eligibility.known import Known, Person, known_of
from booking.eligibility.narrowing import for_seat, pairs
from booking.eligibility.seats import Seat, seats
from booking.eligibility.verdict import Verdict
from booking.models import Order
from booking.models.order import OrderQuerySet
from booking.period import Period
from booking.rules import Channel
from people import access
from people.models import Agreement, Substitute, SubstituteCompetence, User, Workplace

__all__ = ["Pair", "Verdict", "evidence", "of_all", "of_everybody", "of_many", "of_one", "of_orders", "of_page"]


class Pair(NamedTuple):
    """An order, a substitute who can take it, and what else there is to say."""

    order: uuid.UUID
    substitute: uuid.UUID
    verdict: Verdict


def of_one(order: Order, substitute: Substitute, *, channel: Channel, seen_by: User | None = None) -> Verdict:
    """One substitute against one order, LAS and all."""
    return of_page(order, [substitute], channel=channel, seen_by=seen_by)[substitute.pk]


def of_page(
    order: Order, substitutes: Sequence[Substitute], *, channel: Channel, seen_by: User | None = None
) -> dict[uuid.UUID, Verdict]:
    """As many substitutes as somebody reads of, against one order, LAS and all."""
    return _of_substitutes(order, substitutes, channel, seen_by, las=True)


def of_many(
    order: Order, substitutes: Sequence[Substitute], *, channel: Channel, seen_by: User | None = None
) -> dict[uuid.UUID, Verdict]:
    """Many substitutes against one order, by substitute; a constant number of queries, and nothing of LAS.

    `seen_by` is who will read the reasons: places outside her reach are left unnamed.
    """
    return _of_substitutes(order, substitutes, channel, seen_by, las=False)


def of_orders(orders: Sequence[Order], substitute: Substitute, *, channel: Channel) -> dict[uuid.UUID, Verdict]:
    """One substitute against many orders, by order; a constant number of queries."""
    if not orders:
        return {}
    person, asked = Person.of(substitute), seats(orders)
    known = known_of(asked, [person.key])
    more = beyond(asked, known, [person.key], count_las=False)
    return {seat.order: judged(seat, person, known[person.key], channel, None, more) for seat in asked}


def of_all(orders: OrderQuerySet, *, channel: Channel, seen_by: User | None = None) -> Iterator[Pair]:
    """Every pair of one of the orders and a substitute who can take it, by substitute.

    The database narrows all orders and everybody down to those pairs in one query; what the rules ask of is read in a
    constant number of others. Those whom a hard rule stops are left out.
    """
    every = list(orders.with_places().prefetch_related("competences"))
    if not every:
        return
    asked = {seat.order: seat for seat in seats(every)}
    known = known_of(list(asked.values()), None, let_in=True)
    more, places = beyond(list(asked.values()), known, None, count_las=False), _nameable(seen_by)
    for order, person in pairs(orders, _span(every), channel):
        verdict = judged(asked[order], person, known[person.key], channel, places, more)
        if verdict.possible:
            yield Pair(order, person.key, verdict)


def of_everybody(order: Order, *, channel: Channel) -> dict[uuid.UUID, Verdict]:
    """All substitutes against one order: those whom no hard rule stops, by substitute. The others are left out.

    Lean: nothing of LAS, nor of when somebody would have time instead; `of_page` tells both of those who are shown. No
    place is named, as only a clash names one, and whoever has a clash is left out.
    """
    (seat,) = seats([order])
    people = for_seat(seat, channel)
    if not people:
        return {}
    known = known_of([seat], [person.key for person in people], let_in=True, summed=True, later=False)
    verdicts = _of_people(seat, people, known, channel, set())
    return {key: verdict for key, verdict in verdicts.items() if verdict.possible}


def evidence(order: Order, substitute: Substitute) -> tuple[Agreement, list[SubstituteCompetence]]:
    """The papers that carry a booking: the agreement in force when the shift starts, and each required competence.

    To be asked only of somebody whom the rules let through.
    """
    (seat,) = seats([order])
    known = known_of([seat], [substitute.pk])[substitute.pk]
    paper = carrying(seat, known)
    agreement = Agreement.objects.get(pk__in=[paper.key] if paper else [])
    held = SubstituteCompetence.objects.touching(order).filter(substitute=substitute, competence__in=seat.serves)
    return agreement, list(held.select_related("competence"))


def _of_substitutes(
    order: Order, substitutes: Sequence[Substitute], channel: Channel, seen_by: User | None, *, las: bool
) -> dict[uuid.UUID, Verdict]:
    (seat,) = seats([order])
    people = [Person.of(substitute) for substitute in substitutes]
    known = known_of([seat], [person.key for person in people], summed=True)
    return _of_people(seat, people, known, channel, _nameable(seen_by), las=las)


def _of_people(
    seat: Seat,
    people: Sequence[Person],
    known: Mapping[uuid.UUID, Known],
    channel: Channel,
    places: Places,
    *,
    las: bool = False,
) -> dict[uuid.UUID, Verdict]:
    more = beyond([seat], known, [person.key for person in people], count_las=las)
    return {person.key: judged(seat, person, known[person.key], channel, places, more) for person in people}


def _span(orders: Iterable[Order]) -> Period:
    periods = [order.period for order in orders]
    return Period(min(period.starts for period in periods), max(period.ends for period in periods))


def _nameable(seen_by: User | None) -> Places:
    """The workplaces that the reader may see named; `None` is all of them."""
    if seen_by is None:
        return None
    return set(access.scope(seen_by, Workplace.objects.all()).values_list("pk", flat=True))
