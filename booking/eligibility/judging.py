"""One substitute against one seat, by what has been read: the rules asked, and the paper that would carry it."""

import uuid

from booking.eligibility.beyond import Beyond
from booking.eligibility.cases import case, in_force, reaches
from booking.eligibility.known import Known, Paper, Person
from booking.eligibility.seats import Seat
from booking.eligibility.verdict import Verdict
from booking.rules import Channel

Places = set[uuid.UUID] | None
"""The workplaces that may be named; `None` is all of them."""


def judged(seat: Seat, person: Person, known: Known, channel: Channel, places: Places, more: Beyond) -> Verdict:
    """What the rules say of her."""
    paper = carrying(seat, known)
    return Verdict.of(case(seat, person, known, channel, places, more), paper.pay_form if paper else "", seat.offer)


def carrying(seat: Seat, known: Known) -> Paper | None:
    """The agreement in force when the shift starts."""
    return in_force((paper for paper in known.papers if reaches(paper, seat)), seat.shift.period.starts)
