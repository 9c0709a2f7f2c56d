"""A substitute against the orders that she may take herself: read once, judged for both ways to get them."""

import uuid
from collections.abc import Sequence
from typing import NamedTuple

from booking.eligibility.beyond import beyond
from booking.eligibility.cases import case
from booking.eligibility.known import Person, known_of
from booking.eligibility.seats import seats
from booking.eligibility.verdict import Verdict
from booking.models import Order
from booking.offering import OfferTerms
from booking.period import Period
from booking.rules import Channel
from people.models import Substitute


class BothWays(NamedTuple):
    """What is said of an order if a planner gives it to her, and if she takes it; and what the policy goes by."""

    given: Verdict
    taken: Verdict
    offer: OfferTerms
    booked: Sequence[Period]  # her shifts around it


def of_orders(orders: Sequence[Order], substitute: Substitute, *, let_in: bool = False) -> dict[uuid.UUID, BothWays]:
    """One substitute against many orders, by order; as many queries as for one of the ways.

    `let_in` when the orders are known to be of workplaces that she is not blocked from.
    """
    if not orders:
        return {}
    person, asked = Person.of(substitute), seats(orders)
    known = known_of(asked, [person.key], let_in=let_in)
    more = beyond(asked, known, [person.key], count_las=False)
    found = {}
    for seat in asked:
        given, taken = (
            Verdict.of(case(seat, person, known[person.key], channel, None, more))
            for channel in (Channel.PLANNER, Channel.DIRECT)
        )
        booked = [commitment.period for commitment in given.case.commitments]
        found[seat.order] = BothWays(given, taken, seat.offer, booked)
    return found
