"""A planner, a week and a proposal for it."""

from uuid import uuid4

import pytest

from booking.assistant import proposing
from booking.models import Proposal
from booking.operations import proposals
from tests.booking.operations.proposed.week import WEEK
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory


@pytest.fixture
def has_time():
    def put_in(substitute, *orders):
        for order in orders:
            AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)
        return substitute

    return put_in


@pytest.fixture
def said(town):
    return {"by": town.planner, "at": NOW}


@pytest.fixture
def solved(town, said):
    """`solved()`: a proposal for the week, solved."""

    def make(among=Proposal.Among.TIME, **options):
        proposal = proposals.make([town.area], WEEK, among=among, command=options.pop("command", uuid4()), **said)
        return proposing.solve(proposal, version=proposal.version, by=town.planner, now=lambda: NOW)

    return make


@pytest.fixture
def again(town):
    def solve(proposal):
        proposal.refresh_from_db()
        return proposing.solve(proposal, version=proposal.version, by=town.planner, now=lambda: NOW)

    return solve
