"""The scenarios that an assistant must stand, when it is what asks and books."""

from datetime import timedelta

import pytest

from booking.models import AssistantDecision, AssistantProfile, Booking, EndReason, Enquiry, Order, PlannerTask, Policy
from booking.operations import absences, answering, bookings, returning, waves
from booking.period import whole_day
from booking.rules import VERSION
from messaging.models import Message
from people.models import HistoryEntry
from tests.booking.assistant.working import MORNING, outcomes, work
from tests.cast import at
from tests.factories.assistant import AssistantProfileFactory

Outcome, Status = AssistantDecision.Outcome, Enquiry.Status


@pytest.fixture
def asker(town):
    return AssistantProfileFactory(areas=[town.area], mode=AssistantProfile.Mode.ASK)


def asked(order):
    """Who has been asked of it in this round, in turn."""
    rows = Enquiry.objects.put().filter(order=order, round=order.round).order_by("wave", "rank")
    return [row.substitute for row in rows.select_related("substitute")]


def says_no(enquiry, now=MORNING):
    answering.answer(enquiry, yes=False, by=enquiry.substitute.user, at=now)


def test_scenario_31_who_fell_ill_is_not_asked_of_the_shift_that_was_hers(town, asker):
    order, ill, other = town.order(), town.substitute(), town.substitute()
    booking = bookings.book(order, ill, by=town.planner, at=MORNING)
    absences.note(ill, whole_day(order.starts.date()), kind="sick", by=town.planner, at=MORNING)
    bookings.end(booking, by=town.planner, at=MORNING, reason=EndReason.CALLED_OFF)

    work(asker)

    order.refresh_from_db()
    assert asked(order) == [other]


@pytest.mark.parametrize("again", [False, True])
def test_scenario_31_an_earlier_no_is_asked_again_only_if_the_policy_says_so(again, town, asker):
    Policy.objects.create(area=town.area, ask_again_after_no=again)
    order, refuser = town.order(), town.substitute()
    work(asker)
    says_no(Enquiry.objects.get())
    returning.stop(order, by=town.planner, at=MORNING)
    returning.resume(order, by=town.planner, at=MORNING)

    work(asker, now=MORNING + timedelta(minutes=10))

    order.refresh_from_db()
    assert asked(order) == ([refuser] if again else [])


def test_scenario_34_in_quiet_hours_nobody_is_asked_and_it_is_said_at_once(town, asker):
    night = at("2026-05-12 21:30")
    order = town.order("2026-05-14 07:00", "2026-05-14 16:00")
    town.substitute()

    assert outcomes(work(asker, now=night)) == [Outcome.ASKED]

    assert asked(order) == []
    assert not Message.objects.filter(kind="enquiry.asked").exists()
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.ASKING_WAITS
    assert Message.objects.filter(kind="order.asking_waits", posted_at=night).exists()


def test_scenario_35_who_never_answers_is_neither_always_first_nor_ever_left_out(town, asker):
    Policy.objects.create(area=town.area, wave_size=1)
    never, *_others = [town.substitute() for _ in range(4)]
    first = []
    for day in range(13, 23):
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        work(asker, now=at(f"2026-05-{day - 1} 09:00"))
        first += asked(order)[:1]
        Enquiry.objects.put().filter(order=order).update(status=Status.EXPIRED)
        Order.objects.filter(pk=order.pk).update(status=Order.Status.LAPSED)

    assert len(first) == 10
    assert 0 < first.count(never) < len(first)


def test_scenario_36_when_all_have_declined_the_order_stays_open_and_it_is_said_once(town, asker):
    order = town.order()
    for _ in range(2):
        town.substitute()
    work(asker)
    for enquiry in Enquiry.objects.all():
        says_no(enquiry)

    for minutes in (10, 20, 30):
        now = MORNING + timedelta(minutes=minutes)
        for asking in order.askings.due(now=now):
            waves.go_on(asking, at=now)
        work(asker, now=now)

    order.refresh_from_db()
    assert order.status == Order.Status.OPEN
    assert [(task.kind, task.order) for task in PlannerTask.objects.all()] == [(PlannerTask.Kind.EXHAUSTED, order)]
    assert Message.objects.filter(kind="order.exhausted").count() == 1
    assert AssistantDecision.objects.filter(outcome=Outcome.LEFT).count() == 1


def test_scenario_37_what_is_booked_keeps_rank_and_reasons_of_each_and_by_which_rules(town, has_time):
    order, amira, other, busy = town.order(), town.substitute(), town.substitute(), town.substitute()
    for who in (amira, other):
        has_time(who, order)
    says_no_to = Enquiry.objects.create
    says_no_to(
        order=order, substitute=busy, round=1, code=9, status=Status.NO, answer_by=order.starts, asked_at=MORNING
    )
    has_time(busy, order)

    work(AssistantProfileFactory(areas=[town.area]))

    kept = HistoryEntry.objects.get(action="booking.choose").data
    holder = Booking.objects.get().substitute
    assert (kept["rules"], kept["chosen"], kept["order"]) == (VERSION, str(holder.pk), str(order.pk))
    assert [line["rank"] for line in kept["ranked"]] == [1, 2]
    assert all(line["points"]["fill"] for line in kept["ranked"])
    assert [str(busy.pk), None, ["said_no"]] in kept["others"]
    assert AssistantDecision.objects.get().why["others"] == kept["others"]


def test_scenario_37_who_is_asked_first_is_kept_with_the_order(town, asker):
    order = town.order()
    for _ in range(5):
        town.substitute()

    work(asker)

    kept = HistoryEntry.objects.get(action="order.choose", object_id=str(order.pk)).data
    assert [str(who.pk) for who in asked(order)] == kept["asks"][:3]
    assert kept["rules"] == VERSION


def test_two_orders_at_the_same_time_do_not_begin_by_asking_the_same_person(town, asker):
    Policy.objects.create(area=town.area, wave_size=1)
    orders = [town.order(), town.order("2026-05-13 08:00", "2026-05-13 17:00")]
    for _ in range(2):
        town.substitute()

    work(asker)

    assert len({asked(order)[0] for order in orders}) == 2


def test_who_is_left_out_by_the_selection_is_not_asked_after_the_others(town):
    narrow = AssistantProfileFactory(areas=[town.area], mode=AssistantProfile.Mode.ASK, pay_form="monthly")
    order, monthly = town.order(), town.substitute()
    monthly.agreements.update(pay_form="monthly")
    town.substitute()

    work(narrow)
    says_no(Enquiry.objects.get())
    for asking in order.askings.due(now=MORNING):
        waves.go_on(asking, at=MORNING)

    assert asked(order) == [monthly]


def test_an_order_that_is_being_asked_about_is_left_alone(town, asker):
    town.substitute()
    waves.start(town.order(), by=town.planner, at=MORNING)

    assert outcomes(work(asker)) == []
