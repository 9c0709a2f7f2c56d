"""An assistant at work: what it takes up, does and leaves, and what it keeps of it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_q.models import OrmQ

from booking import tasks
from booking.assistant import planning
from booking.assistant import run as assistants
from booking.assistant.solver import solve
from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Booking, Enquiry, Kind, Order, Proposal
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.booking.assistant.working import MORNING, outcomes, work
from tests.cast import at
from tests.factories.assistant import AssistantProfileFactory

Mode, Why, Outcome = AssistantProfile.Mode, AssistantRun.Why, AssistantDecision.Outcome


@pytest.fixture
def profile(town):
    return AssistantProfileFactory(areas=[town.area], tell=AssistantProfile.Tell.NEVER)


def test_who_has_put_in_time_is_booked_and_told_and_the_reasons_are_kept(town, profile, has_time):
    order, amira = town.order(), town.substitute()
    has_time(amira, order)

    run = work(profile)

    booking = Booking.objects.get()
    assert (booking.substitute, booking.origin, booking.booked_by) == (amira, "assistant", None)
    made = run.decisions.get()
    assert (made.outcome, made.booking, made.why["chosen"]) == (Outcome.BOOKED, booking, str(amira.pk))
    assert run.ended_at == MORNING
    assert Message.objects.filter(kind="booking.booked").count() == 1


def test_what_nobody_can_have_is_left_and_the_same_again_is_no_new_row(town, profile):
    town.order()

    first = work(profile)
    second = work(profile, now=MORNING + timedelta(minutes=10))

    assert outcomes(first) == []
    assert outcomes(second) == [Outcome.LEFT]
    assert AssistantDecision.objects.get().decided_at == MORNING


@pytest.mark.parametrize("why", [Why.SCHEDULE, Why.NOW])
def test_one_that_is_off_does_not_begin(profile, why):
    AssistantProfile.objects.update(is_on=False)

    with pytest.raises(Refused, match="avstängd"):
        work(profile, why=why)


def test_one_that_is_switched_off_stops_before_its_next_decision(town, profile, has_time):
    orders = [town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")]
    for order in orders:
        has_time(town.substitute(), order)
    run = assistants.start(profile, why=Why.SCHEDULE, command="a", by=None, at=MORNING)
    moments = iter([MORNING] * 3)

    def now():
        """Switched off when the second decision's turn has come."""
        if next(moments, None) is None:
            AssistantProfile.objects.update(is_on=False)
        return MORNING

    run = assistants.carry_out(run, now=now)

    assert outcomes(run) == [Outcome.BOOKED, Outcome.REFUSED]
    assert run.decisions.get(outcome=Outcome.REFUSED).refusal == "Assistenten stängdes av."
    assert run.ended_at


def test_a_dry_run_changes_nothing_and_holds_nothing(town, profile, has_time):
    order, left = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    amira = town.substitute()
    has_time(amira, order)
    AssistantProfile.objects.update(is_on=False)

    run = work(profile, why=Why.DRY, by=town.planner)

    assert {made.order: made.outcome for made in run.decisions.all()} == {order: Outcome.WOULD, left: Outcome.LEFT}
    assert not Booking.objects.exists()
    assert not Message.objects.exists()
    assert set(assistants.orders_of(profile, now=MORNING)) == {order, left}


def test_the_same_command_twice_is_one_run_and_another_is_refused_while_it_lives(profile):
    def start(command):
        return assistants.start(profile, why=Why.NOW, command=command, by=None, at=MORNING)

    assert start("a") == start("a")
    with pytest.raises(Refused, match="arbetar redan"):
        start("b")


def test_who_starts_it_by_hand_stands_in_the_history(town, profile, has_time):
    order = town.order()
    has_time(town.substitute(), order)

    work(profile, why=Why.NOW, by=town.planner)

    assert Booking.objects.get().booked_by == town.planner
    assert HistoryEntry.objects.get(action="assistantrun.start").user == town.planner


@pytest.mark.parametrize(
    ("change", "hours"),
    [
        ({}, "22:59"),
        ({"works_from": "20:00", "works_to": "05:00"}, "21:00"),
        ({"works_from": "08:00", "works_to": "08:00"}, "03:00"),
    ],
)
def test_it_acts_within_its_hours(town, profile, has_time, change, hours):
    order = town.order("2026-05-13 14:00", "2026-05-13 22:00")
    has_time(town.substitute(), order)
    AssistantProfile.objects.update(**change)
    profile.refresh_from_db()

    assert outcomes(work(profile, now=at(f"2026-05-12 {hours}"))) == [Outcome.BOOKED]


def test_outside_them_it_neither_books_nor_decides(town, profile, has_time):
    order = town.order("2026-05-13 14:00", "2026-05-13 22:00")
    has_time(town.substitute(), order)

    assert outcomes(work(profile, now=at("2026-05-12 23:00"))) == []


def test_what_was_planned_before_its_hours_ended_is_not_done_after(town, profile, has_time):
    order = town.order("2026-05-13 14:00", "2026-05-13 22:00")
    has_time(town.substitute(), order)
    night = at("2026-05-12 22:59")
    run = assistants.start(profile, why=Why.SCHEDULE, command="a", by=None, at=night)
    moments = iter([night, night])

    run = assistants.carry_out(run, now=lambda: next(moments, at("2026-05-12 23:00")))

    assert outcomes(run) == [Outcome.REFUSED]
    assert not Booking.objects.exists()


def test_resource_time_is_booked_whatever_the_policy_says_of_notice_and_length(town, profile, has_time):
    soon, also = town.order("2026-05-12 12:00", "2026-05-12 15:00"), town.order("2026-05-12 16:30", "2026-05-12 20:00")
    monthly, hourly = town.substitute(), town.substitute()
    monthly.agreements.update(pay_form="monthly")
    has_time(monthly, soon, kind=Kind.RESOURCE, by_herself=False)
    has_time(hourly, also)

    run = work(profile)

    assert {made.order: made.outcome for made in run.decisions.all()} == {soon: Outcome.BOOKED, also: Outcome.LEFT}


def test_only_the_kinds_and_the_pay_of_its_selection_are_booked(town, profile, has_time):
    order = town.order()
    has_time(town.substitute(), order)
    AssistantProfile.objects.update(pay_form="monthly", kinds=[Kind.RESOURCE])
    profile.refresh_from_db()

    (left,) = work(profile).decisions.all()

    assert (left.outcome, left.why["left_out"]) == (Outcome.LEFT, {"selection": 1})


def test_of_two_stages_the_first_is_done_when_the_second_sees_what_is_left(town, has_time):
    first = AssistantProfileFactory(areas=[town.area], priority=1, pay_form="monthly", kinds=[Kind.RESOURCE])
    ten = timedelta(minutes=10)
    second = AssistantProfileFactory(areas=[town.area], priority=2, pay_form="hourly", mode=Mode.ASK, open_for=ten)
    placed = MORNING - timedelta(minutes=1)
    orders = [town.order(placed_at=placed), town.order(placed_at=placed)]
    monthly, hourly = town.substitute(), town.substitute()
    monthly.agreements.update(pay_form="monthly")
    has_time(monthly, orders[0], kind=Kind.RESOURCE, by_herself=False)

    assert outcomes(work(first)) == [Outcome.BOOKED, Outcome.LEFT]
    assert outcomes(work(second)) == []
    assert outcomes(work(second, now=MORNING + ten)) == [Outcome.ASKED]
    assert Enquiry.objects.get().substitute == hourly


def test_a_proposal_is_written_and_an_earlier_one_that_nobody_has_worked_on_is_closed(town, profile):
    order, also = town.order(), town.order("2026-05-20 07:00", "2026-05-20 16:00")
    AssistantProfile.objects.update(mode=Mode.PROPOSE)
    profile.refresh_from_db()
    amira = town.substitute()

    first = work(profile).proposal
    same = work(profile, now=MORNING + timedelta(minutes=10))
    Order.objects.filter(pk=also.pk).update(stopped_at=MORNING)
    last = work(profile, now=MORNING + timedelta(minutes=20)).proposal

    assert dict(first.lines.values_list("order", "substitute")) == {order.pk: amira.pk, also.pk: amira.pk}
    assert not Proposal.objects.filter(run=same).exists()
    assert dict(last.lines.values_list("order", "substitute")) == {order.pk: amira.pk}
    assert list(Proposal.objects.open()) == [last]
    assert not Booking.objects.exists()


def test_what_it_had_no_time_for_is_done_by_the_next_task(town, profile, has_time, drain, monkeypatch):
    order = town.order()
    has_time(town.substitute(), order)
    run = assistants.start(profile, why=Why.SCHEDULE, command="a", by=None, at=MORNING)
    OrmQ.objects.all().delete()
    with time_machine.travel(MORNING, tick=False), monkeypatch.context() as hurried:
        hurried.setattr(tasks, "AT_ONCE", -1)
        tasks.assist_now(str(run.pk))

    assert outcomes(run) == [Outcome.PLANNED]
    assert [queued.task["func"] for queued in OrmQ.objects.all()] == ["booking.tasks.assist_now"]

    with time_machine.travel(MORNING, tick=False):
        drain()

    assert outcomes(run) == [Outcome.BOOKED]


def test_three_orders_are_planned_with_as_many_questions_as_one(town, profile, has_time):
    def questions(command: str) -> int:
        run = assistants.start(profile, why=Why.DRY, command=command, by=None, at=MORNING)
        with CaptureQueriesContext(connection) as asked:
            made = planning.planned(run, now=MORNING, solve=solve)
        assert all(line.substitute for line in made.lines)
        return len(asked)

    has_time(town.substitute(), town.order())
    questions("the first also reads what is kept for all")
    one = questions("one")
    for day in (14, 15):
        has_time(town.substitute(), town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"))

    assert questions("three") == one
