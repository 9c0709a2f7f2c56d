"""Lines of a proposal become bookings, as if made by hand, whatever has happened since."""

import pytest

from booking.models import Booking, Order, Origin
from booking.operations import accepting, bookings, proposal_lines, proposals
from booking.operations.accepting import Seen
from booking.operations.one_by_one import How
from booking.operations.refusals import Refused
from tests.booking.operations.proposed.week import MORNING, OTHER, the_line, whom


def test_an_accepted_line_is_a_booking_made_by_hand_and_twice_is_once(town, solved, has_time, said):
    order = town.order(*MORNING)
    her = has_time(town.substitute(), order)
    proposal = solved()
    seen = Seen(the_line(proposal, order), her.pk, order.terms_version)

    became = [accepting.accept([seen], **said)[0].how for _ in range(2)]

    booking = Booking.objects.get()
    assert became == [How.DONE, How.ALREADY]
    assert (booking.substitute, booking.origin, booking.booked_by) == (her, Origin.PLANNER, town.planner)
    assert (proposal.lines.get().state, proposal.lines.get().booking) == ("accepted", booking)


def test_what_was_booked_meanwhile_is_refused_with_why_and_the_rest_is_booked(town, solved, has_time, said):
    order, also = town.order(*MORNING), town.order(*OTHER)
    her = has_time(town.substitute(), order, also)
    proposal = solved()
    seen = [Seen(the_line(proposal, each), her.pk, each.terms_version) for each in (order, also)]
    bookings.book(order, town.substitute(), **said)

    became = accepting.accept(seen, **said)

    assert [one.how for one in became] == [How.REFUSED, How.DONE]
    refused = proposal.lines.get(order=order)
    assert refused.state == "refused"
    assert "redan bokat" in refused.refusal


def test_terms_that_have_changed_and_another_name_than_was_seen_are_refused(town, solved, has_time, said):
    order = town.order(*MORNING)
    her = has_time(town.substitute(), order)
    proposal = solved()
    line = the_line(proposal, order)
    Order.objects.filter(pk=order.pk).update(terms_version=2)

    for seen in (Seen(line, her.pk, 1), Seen(line, town.substitute().pk, 2)):
        assert accepting.accept([seen], **said)[0].how is How.REFUSED
    assert not Booking.objects.exists()


def test_a_refused_line_is_thought_of_anew(town, solved, again, has_time, said):
    order, clash = town.order(*MORNING), town.order(*MORNING)
    her, other = (has_time(town.substitute(), order) for _ in range(2))
    proposal = solved()
    seen = Seen(the_line(proposal, order), whom(proposal)[order].pk, order.terms_version)
    bookings.book(clash, whom(proposal)[order], **said)
    assert accepting.accept([seen], **said)[0].how is How.REFUSED

    proposal = again(proposal)

    line = proposal.lines.get(order=order)
    assert (line.state, line.refusal) == ("proposed", "")
    assert line.substitute in {her, other} - {seen.line.substitute}
    assert proposal.lines.get(order=clash).substitute is None


def test_a_closed_proposal_takes_nothing_more_and_what_was_accepted_stands(town, solved, has_time, said):
    order, also = town.order(*MORNING), town.order(*OTHER)
    her = has_time(town.substitute(), order, also)
    proposal = solved()
    seen = [Seen(the_line(proposal, each), her.pk, each.terms_version) for each in (order, also)]
    accepting.accept(seen[:1], **said)
    for _ in range(2):
        proposals.close(proposal, **said)

    assert [one.how for one in accepting.accept(seen, **said)] == [How.ALREADY, How.REFUSED]
    with pytest.raises(Refused):
        proposal_lines.drop(seen[1].line, version=proposal.version, **said)
    assert Booking.objects.get().order == order
