"""A proposal is made, changed by hand and solved anew; nothing of it holds before it is accepted."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db.models.signals import post_save

from booking.assistant import proposing
from booking.models import Booking, Proposal
from booking.operations import proposal_lines, proposals
from booking.operations.proposals import Days, Stale
from booking.operations.refusals import CannotBook, Refused
from people.models import HistoryEntry
from tests.booking.operations.proposed.week import MORNING, WEEK, the_line, whom
from tests.cast import NOW
from tests.factories.standing import FavouriteFactory


def test_open_orders_of_the_days_and_areas_get_a_line_each_and_nobody_is_booked(town, elsewhere, solved, has_time):
    order, left = town.order(*MORNING), town.order(*MORNING)
    town.order("2026-05-20 07:00", "2026-05-20 16:00"), elsewhere.order(*MORNING)
    her = has_time(town.substitute(), order)

    proposal = solved()

    assert set(whom(proposal)) == {order, left}
    assert sorted(map(str, whom(proposal).values())) == sorted([str(her), "None"])
    assert not Booking.objects.exists()
    assert proposal.plans[-1]["filled"] == 1


def test_the_same_form_twice_is_one_proposal(town, said):
    command = uuid4()
    one, other = (
        proposals.make([town.area], WEEK, among=Proposal.Among.TIME, command=command, **said) for _ in range(2)
    )

    assert one == other
    assert HistoryEntry.objects.filter(action="proposal.make").count() == 1


def test_more_than_four_weeks_and_days_that_have_been_are_refused(town, said):
    for days in (Days(WEEK.first, WEEK.first + timedelta(days=28)), Days(date(2026, 5, 4), date(2026, 5, 10))):
        with pytest.raises(Refused):
            proposals.make([town.area], days, among=Proposal.Among.TIME, command=uuid4(), **said)


def test_only_who_has_put_in_time_unless_all_are_asked_for(town, solved):
    order, her = town.order(*MORNING), town.substitute()

    assert whom(solved()) == {order: None}
    assert whom(solved(among=Proposal.Among.ALL)) == {order: her}


def test_who_is_pinned_stays_and_the_others_are_solved_around_her(town, solved, again, has_time, said):
    order, also = town.order(*MORNING), town.order(*MORNING)
    liked, other = (has_time(town.substitute(), order) for _ in range(2))
    FavouriteFactory(workplace=town.workplace, substitute=liked)
    proposal = solved()
    wanted = next(row for row, who in whom(proposal).items() if who == other)

    proposal_lines.pin(the_line(proposal, wanted), liked, version=proposal.version, **said)
    between = whom(proposal)
    proposal = again(proposal)

    assert [between[wanted], between[({order, also} - {wanted}).pop()]] == [liked, None]
    assert whom(proposal) == {wanted: liked, ({order, also} - {wanted}).pop(): other}
    assert proposal.lines.get(order=wanted).pinned


def test_who_may_not_have_it_cannot_be_pinned(town, elsewhere, solved, said):
    order = town.order(*MORNING)
    proposal = solved()

    with pytest.raises(CannotBook):
        proposal_lines.pin(the_line(proposal, order), elsewhere.substitute(), version=proposal.version, **said)

    assert whom(proposal) == {order: None}


def test_who_breaks_a_rule_together_with_what_else_is_pinned_to_her_is_told_at_once(town, solved, has_time, said):
    late, early = town.order("2026-05-13 14:00", "2026-05-13 22:00"), town.order("2026-05-14 06:00", "2026-05-14 14:00")
    her = has_time(town.substitute(), late, early)
    proposal = solved()
    proposal_lines.pin(the_line(proposal, late), her, version=proposal.version, **said)
    proposal.refresh_from_db()

    with pytest.raises(CannotBook) as refused:
        proposal_lines.pin(the_line(proposal, early), her, version=proposal.version, **said)

    assert "daily_rest" in {breach.code for breach in refused.value.breaches}


def test_who_is_forbidden_is_not_chosen_until_she_is_allowed_again(town, solved, again, has_time, said):
    order = town.order(*MORNING)
    her = has_time(town.substitute(), order)
    proposal = solved()
    line = the_line(proposal, order)

    proposal_lines.forbid(line, her, version=proposal.version, **said)
    proposal = again(proposal)
    assert whom(proposal) == {order: None}
    assert proposal.lines.get().why["left_out"] == {"forbidden": 1}

    proposal_lines.allow(line, her, version=proposal.version, **said)
    assert whom(again(proposal)) == {order: her}


def test_what_is_dropped_is_neither_solved_nor_accepted_until_it_is_taken_back(town, solved, again, has_time, said):
    order = town.order(*MORNING)
    her = has_time(town.substitute(), order)
    proposal = solved()
    line = the_line(proposal, order)

    proposal_lines.drop(line, version=proposal.version, **said)
    proposal = again(proposal)
    assert (proposal.lines.get().state, proposal.lines.get().substitute) == ("dropped", None)

    proposal_lines.take_back(line, version=proposal.version, **said)
    assert whom(again(proposal)) == {order: her}


def test_an_old_page_is_told_so_and_changes_nothing_but_twice_is_once(town, solved, has_time, said):
    order = town.order(*MORNING)
    her, other = (has_time(town.substitute(), order) for _ in range(2))
    proposal = solved()
    line = the_line(proposal, order)
    for _ in range(2):
        proposal_lines.pin(line, her, version=proposal.version, **said)

    with pytest.raises(Stale):
        proposal_lines.pin(line, other, version=proposal.version, **said)
    with pytest.raises(Stale):
        proposing.solve(proposal, version=proposal.version, by=town.planner, now=lambda: NOW)

    assert whom(proposal) == {order: her}


class Killed(BaseException):
    """What nothing catches, as when the queue or the server ends a worker."""


@pytest.mark.parametrize("at_step", [1, 2, 3])
def test_a_worker_killed_while_it_is_solved_leaves_it_as_it_was(town, solved, again, has_time, at_step):
    order = town.order()
    proposal = solved()
    has_time(town.substitute(), order)
    before, steps = _as_it_stands(proposal), iter([NOW] * (at_step - 1))

    def killed_then():
        for moment in steps:
            return moment
        raise Killed

    with pytest.raises(Killed):
        proposing.solve(proposal, version=proposal.version, by=town.planner, now=killed_then)

    assert _as_it_stands(proposal) == before
    assert again(proposal).lines.get().substitute is not None


def test_a_worker_killed_while_it_is_written_leaves_it_as_it_was(town, solved, again, has_time):
    order = town.order()
    proposal = solved()
    has_time(town.substitute(), order)
    before = _as_it_stands(proposal)

    def killed(**_of_the_entry):
        raise Killed

    post_save.connect(killed, sender=HistoryEntry)
    try:
        with pytest.raises(Killed):
            again(proposal)
    finally:
        post_save.disconnect(killed, sender=HistoryEntry)

    assert _as_it_stands(proposal) == before
    assert again(proposal).lines.get().substitute is not None


def _as_it_stands(proposal):
    rows = Proposal.objects.filter(pk=proposal.pk).values(), proposal.lines.order_by("pk").values()
    return [list(each) for each in rows]
