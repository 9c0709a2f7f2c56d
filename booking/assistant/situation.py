"""The orders and all who could have them, as they stand: what the solver is given, and what explains its answer."""

import uuid
from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from booking import eligibility
from booking.assistant.choosing import Choosing, Key, Selection
from booking.assistant.people import people_of, shift_of
from booking.assistant.policy import Around, Stage, Worth, worth
from booking.assistant.problem import Pairs, Problem, Seat
from booking.eligibility import Verdict
from booking.eligibility.reading import among
from booking.matching import costs, merits
from booking.matching.about_each import about_each
from booking.matching.merits import About
from booking.matching.ranking import Merits
from booking.models import Order
from booking.models.order import OrderQuerySet
from booking.rules import Channel
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Considered:
    """One pair that the solver may choose."""

    substitute: Substitute
    verdict: Verdict
    merits: Merits
    stage: Stage
    worth: Worth


@dataclass(frozen=True, slots=True)
class Situation:
    """As it stands at a moment."""

    orders: Sequence[Order]  # as `Problem.seats`
    people: Sequence[Substitute]  # as `Problem.people`
    problem: Problem
    considered: Mapping[Key, Considered]
    channel: Channel
    left_out: Mapping[Key, Sequence[str]] = field(default_factory=dict)  # why not, by code, of who was near


def of(orders: OrderQuerySet, selection: Selection, *, channel: Channel, now: datetime) -> Situation:
    """Read it; a constant number of queries, however many the orders and the substitutes are.

    By `Channel.ASSISTANT` nobody is asked, and the policy may stop what the rules let through, unless it is time that
    she is paid for; by `Channel.ASKED` she is asked.
    """
    every = list(orders.for_a_list().with_policies())
    if not every:
        return Situation((), (), Problem((), (), Pairs(array("i"), array("i"), array("q"))), {}, channel)
    found = {(pair.order, pair.substitute): pair.verdict for pair in eligibility.of_all(orders, channel=channel)}
    chosen = Choosing(every, selection, channel, now, found)
    left_out = {key: why for key, verdict in found.items() if (why := chosen.why_not(key, verdict))}
    fit = {key: verdict for key, verdict in found.items() if key not in left_out}
    considered = _considered(every, fit, chosen, now)
    return _numbered(every, considered, chosen, left_out)


def _considered(
    orders: Sequence[Order], fit: Mapping[Key, Verdict], chosen: Choosing, now: datetime
) -> Mapping[Key, Considered]:
    """Each pair with what speaks for it; three queries."""
    by_order: dict[Order, list[uuid.UUID]] = {order: [] for order in orders}
    for order, who in fit:
        by_order[chosen.orders[order]].append(who)
    known = about_each(by_order, chosen.said.wanted)
    rows = {row.pk: row for row in _substitutes({who for _order, who in fit})}
    return {
        (order.pk, who): _pair(order, rows[who], fit[order.pk, who], known[order.pk], len(keys), chosen, now)
        for order, keys in by_order.items()
        for who in keys
    }


def _substitutes(keys: Collection[uuid.UUID]) -> Sequence[Substitute]:
    return list(Substitute.objects.filter(among("pk", keys)).select_related("user")) if keys else []


def _pair(
    order: Order, who: Substitute, verdict: Verdict, known: About, candidates: int, chosen: Choosing, now: datetime
) -> Considered:
    hers = merits.merits(order, who, verdict, known, chosen.tied.to(order, who.pk))
    stage, cost = chosen.stage(verdict), costs.of(verdict.case)
    about = Around(
        until_start=order.starts - now,
        candidates=candidates,
        stage=stage,
        beyond=cost.additional + cost.overtime + cost.rest_owed,
        told=(order.pk, who.pk) in chosen.said.asked,
    )
    return Considered(who, verdict, hers, stage, worth(hers, about))


def _numbered(
    orders: Sequence[Order],
    considered: Mapping[Key, Considered],
    chosen: Choosing,
    left_out: Mapping[Key, Sequence[str]],
) -> Situation:
    """The same in numbers, for the solver: by start and key, so that the same rows are always the same problem."""
    verdicts: defaultdict[uuid.UUID, list[Verdict]] = defaultdict(list)
    for (_order, who), pair in considered.items():
        verdicts[who].append(pair.verdict)
    persons = people_of(dict(sorted(verdicts.items())))
    people = {who: pair.substitute for (_order, who), pair in considered.items()}
    number = {who: index for index, who in enumerate(persons)}
    seat = {order.pk: index for index, order in enumerate(orders)}
    rows = sorted((seat[order], number[who], pair.worth.total) for (order, who), pair in considered.items())
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    return Situation(
        orders=orders,
        people=[people[who] for who in persons],
        problem=Problem(
            [_seat(order, chosen) for order in orders],
            list(persons.values()),
            Pairs(*(array(code, column) for code, column in zip("iiq", columns, strict=True))),
        ),
        considered=considered,
        channel=chosen.channel,
        left_out=left_out,
    )


def _seat(order: Order, chosen: Choosing) -> Seat:
    second = chosen.terms[order.workplace_id].direct_second_shift_same_day or not chosen.channel.asks_nobody
    return Seat(order.pk, shift_of(order.period, timedelta(minutes=order.break_minutes)), second=second)
