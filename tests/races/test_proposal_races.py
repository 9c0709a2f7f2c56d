"""The same line accepted from two windows at once, and against what another planner books. Proved on PostgreSQL."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest

from benchmarks.contention.truths import untrue
from booking.assistant import proposing
from booking.models import Booking, Proposal, ProposalLine
from booking.operations import accepting, bookings, proposal_lines, proposals
from booking.operations.accepting import Seen
from booking.operations.one_by_one import How
from booking.operations.proposals import Days
from booking.operations.refusals import Refused
from messaging.models import Message
from tests.cast import NOW, a_town, with_role
from tests.factories.booking import AvailabilityFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
WEEK = Days(date(2026, 5, 11), date(2026, 5, 17))


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def order(town):
    return town.order()


@pytest.fixture
def line(town, order):
    """Somebody is proposed for the order."""
    AvailabilityFactory(substitute=town.substitute(), starts=order.starts, ends=order.ends)
    told = {"by": town.planner, "at": NOW}
    proposal = proposals.make([town.area], WEEK, among=Proposal.Among.TIME, command=uuid4(), **told)
    proposing.solve(proposal, version=1, by=town.planner, now=lambda: NOW)
    rows = ProposalLine.objects.select_related("proposal", "order__workplace__area", "substitute__user")
    return rows.get(substitute__isnull=False)


def accepts(town, line) -> partial:
    seen = Seen(line, line.substitute_id, line.order.terms_version)
    return partial(accepting.accept, [seen], by=town.planner, at=NOW)


def how(results) -> set[How]:
    return {one.how for result in results if isinstance(result, list) for one in result}


def test_the_same_line_in_two_windows_at_once_is_one_booking(town, line, at_once):
    results = at_once([accepts(town, line)] * 2)

    assert how(results) == {How.DONE, How.ALREADY}
    assert Booking.objects.count() == 1
    assert Message.objects.filter(kind="booking.booked").count() == 1
    assert (untrue(), at_once.broken) == ({}, [])


def test_against_anothers_booking_of_the_order_one_is_told_why(town, line, at_once):
    other = with_role("planner", area=town.area)
    books = partial(bookings.book, line.order, town.substitute(), by=other, at=NOW)

    accepted, booked = at_once([accepts(town, line), books])

    line.refresh_from_db()
    assert Booking.objects.count() == 1
    assert (line.state == "accepted") is isinstance(booked, Refused)
    assert (line.state == "refused") is bool(line.refusal) is (accepted[0].how is How.REFUSED)
    assert (untrue(), at_once.broken) == ({}, [])


def test_against_anothers_booking_of_her_one_is_told_why(town, line, at_once):
    other = with_role("planner", area=town.area)
    books = partial(bookings.book, town.order(), line.substitute, by=other, at=NOW)

    _accepted, booked = at_once([accepts(town, line), books])

    line.refresh_from_db()
    assert Booking.objects.count() == 1
    assert (line.state == "accepted") is isinstance(booked, Refused)
    assert (line.state == "refused") is bool(line.refusal)
    assert (untrue(), at_once.broken) == ({}, [])


def test_accepted_and_forbidden_at_once_is_one_of_them(town, line, at_once):
    told = {"version": line.proposal.version, "by": town.planner, "at": NOW}

    at_once([accepts(town, line), partial(proposal_lines.forbid, line, line.substitute, **told)])

    line.refresh_from_db()
    assert (line.state == "accepted") is Booking.objects.exists()
    assert line.forbidden.exists() is not Booking.objects.exists()
    assert (untrue(), at_once.broken) == ({}, [])


def test_the_same_form_twice_at_once_is_one_proposal(town, at_once):
    make = partial(
        proposals.make, [town.area], WEEK, among=Proposal.Among.TIME, command=uuid4(), by=town.planner, at=NOW
    )

    one, other = at_once([make] * 2)

    assert one == other == Proposal.objects.get()
