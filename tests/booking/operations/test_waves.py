"""Asking some at a time, best first, until somebody has the shift or nobody is left."""

from datetime import timedelta

import pytest

from booking.models import Asking, Enquiry, Order, PlannerTask, Policy
from booking.operations import answering, bookings, enquiries, returning, waves
from booking.operations.refusals import AlreadyTaken, Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

MORNING = at("2026-05-12 09:00")  # the shift is tomorrow at 07.00
Status = Enquiry.Status


@pytest.fixture
def five(town):
    return [town.substitute() for _ in range(5)]


def start(town, order, when=MORNING, **said) -> Asking:
    return waves.start(order, by=town.planner, at=when, **said)


def when_due(asking) -> Asking:
    """Let it go on at the time that it has set itself."""
    asking.refresh_from_db()
    return waves.go_on(asking, at=asking.next_wave_at)


def answer(enquiry, *, yes, when=MORNING) -> Enquiry:
    return answering.answer(enquiry, yes=yes, by=enquiry.substitute.user, at=when)


def statuses(order) -> list[str]:
    return sorted(Enquiry.objects.filter(order=order).values_list("status", flat=True))


def test_the_first_wave_goes_at_once_to_as_many_as_the_policy_says(town, five):
    asking = start(town, town.order())

    assert asking.waves == 1
    assert Enquiry.objects.filter(asking=asking, status=Status.SENT).count() == 3
    assert Message.objects.filter(kind="enquiry.asked").count() == 3


def test_the_best_are_asked_first(town, five):
    knows_the_place = five[3]
    BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00"), substitute=knows_the_place)

    asking = start(town, town.order(), wave_size=1)

    assert [one.substitute for one in asking.enquiries.all()] == [knows_the_place]


def test_the_next_wave_goes_to_others_when_the_wait_is_over(town, five):
    order = town.order()
    asking = start(town, order)

    when_due(asking)

    assert Enquiry.objects.filter(order=order).values("substitute").distinct().count() == 5
    assert set(Enquiry.objects.filter(wave=2).values_list("substitute", flat=True)) <= {one.pk for one in five}


def test_nothing_goes_before_it_is_due(town, five):
    asking = start(town, town.order())

    waves.go_on(asking, at=MORNING + timedelta(minutes=1))

    assert Enquiry.objects.count() == 3


def test_a_wave_that_has_all_said_no_is_not_waited_for(town, five):
    asking = start(town, town.order())

    for enquiry in list(asking.enquiries.all()):
        answer(enquiry, yes=False)

    asking.refresh_from_db()
    assert asking.next_wave_at == MORNING


def test_nor_is_one_whose_time_has_run_out(town, five):
    asking = start(town, town.order())
    last = asking.enquiries.first().answer_by
    Asking.objects.update(next_wave_at=last + timedelta(hours=1))

    for enquiry in Enquiry.objects.overdue(now=last):
        enquiries.expire(enquiry, at=last)

    asking.refresh_from_db()
    assert asking.next_wave_at == last


def test_the_first_yes_ends_the_asking(town, five):
    order = town.order()
    asking = start(town, order)

    won = answer(asking.enquiries.first(), yes=True)

    asking.refresh_from_db()
    assert won.status == Status.WON
    assert asking.ended_at == MORNING
    assert waves.go_on(asking, at=MORNING + timedelta(days=1)).waves == 1


def test_those_chosen_are_asked_in_their_order_and_nobody_besides(town, five):
    order = town.order()
    asking = start(town, order, chosen=[five[4], five[1]], wave_size=1)
    assert [one.substitute for one in Enquiry.objects.put()] == [five[4]]

    when_due(asking)

    assert set(Enquiry.objects.put().values_list("substitute", flat=True)) == {five[4].pk, five[1].pk}
    assert Enquiry.objects.count() == 2


def test_whoever_waits_for_her_turn_and_can_no_longer_is_passed_over(town, five):
    order = town.order()
    asking = start(town, order, chosen=five[:3], wave_size=1)
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=five[1])

    when_due(asking)
    when_due(asking)

    assert Enquiry.objects.get(substitute=five[1]).status == Status.INELIGIBLE
    assert Enquiry.objects.get(substitute=five[2]).status == Status.SENT


def test_a_second_start_is_the_one_that_runs(town, five):
    order = town.order()

    assert start(town, order) == start(town, order)
    assert Enquiry.objects.count() == 3


def test_a_filled_order_is_not_asked_about(town):
    order = BookingFactory(order=town.order(status=Order.Status.BOOKED)).order

    with pytest.raises(AlreadyTaken):
        start(town, order)


def test_scenario_36_when_all_have_declined_the_order_stays_open_and_it_is_said_once(town):
    order = town.order()
    town.substitute()
    asking = start(town, order)
    answer(asking.enquiries.get(), yes=False)

    when_due(asking)
    waves.go_on(asking, at=MORNING + timedelta(hours=1))

    order.refresh_from_db()
    asking.refresh_from_db()
    assert order.status == Order.Status.OPEN
    assert asking.exhausted_at == MORNING
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.EXHAUSTED
    assert Message.objects.filter(kind="order.exhausted").count() == 1


def test_nobody_is_left_to_ask_but_those_who_have_not_answered_are_waited_for(town):
    town.substitute()
    asking = start(town, town.order())

    when_due(asking)

    asking.refresh_from_db()
    assert asking.ended_at is None
    assert asking.next_wave_at >= asking.enquiries.get().answer_by


def test_scenario_30_a_yes_elsewhere_supersedes_and_the_next_is_asked_at_once(town, five):
    one, other = town.order(), town.order("2026-05-13 12:00", "2026-05-13 20:00")
    first = start(town, one, chosen=[five[0]]).enquiries.get()
    elsewhere = start(town, other, chosen=five[:2], wave_size=1)

    answer(first, yes=True)
    waves.go_on(elsewhere, at=MORNING)

    assert elsewhere.enquiries.get(substitute=five[0]).status == Status.SUPERSEDED
    assert elsewhere.enquiries.get(substitute=five[1]).status == Status.SENT


def test_scenario_31_who_said_no_before_is_asked_again_only_if_the_policy_says_so(town):
    order, refuser = town.order(), town.substitute()
    answer(start(town, order).enquiries.get(), yes=False)
    returning.stop(order, by=town.planner, at=MORNING)
    returning.resume(order, by=town.planner, at=MORNING)

    assert start(town, order).exhausted_at == MORNING

    Policy.objects.create(area=town.area, ask_again_after_no=True)
    assert start(town, order).enquiries.get().substitute == refuser


def test_an_order_that_is_stopped_is_not_asked_about(town):
    order = town.order()
    returning.stop(order, by=town.planner, at=MORNING)

    with pytest.raises(Refused, match="stoppat"):
        start(town, order)


def test_an_asking_of_an_order_that_was_filled_meanwhile_ends(town, five):
    order = town.order()
    asking = start(town, order)
    Order.objects.filter(pk=order.pk).update(status=Order.Status.LAPSED)

    assert when_due(asking).ended_at


def test_scenario_35_a_person_who_never_answers_is_neither_always_first_nor_ever_left_out(town, five):
    never = five[0]
    first = []
    for day in range(13, 23):
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        asking = start(town, order, at(f"2026-05-{day - 1} 09:00"), wave_size=1)
        first.append(asking.enquiries.get().substitute)
        waves.go_on(asking, at=asking.next_wave_at)

    assert 0 < first.count(never) < len(first)


def test_a_booking_by_hand_ends_the_asking(town, five):
    order = town.order()
    asking = start(town, order, chosen=five[:2], wave_size=1)

    bookings.book(order, five[4], by=town.planner, at=NOW)

    asking.refresh_from_db()
    assert asking.ended_at == NOW
    assert statuses(order) == [Status.LOST, Status.WITHDRAWN]


def test_scenario_37_who_was_asked_and_why_is_kept_with_the_decision(town, five):
    asking = start(town, town.order())

    kept = HistoryEntry.objects.get(action="order.ask").data
    asked = asking.enquiries.order_by("rank").values_list("substitute", flat=True)
    assert [one["substitute"] for one in kept["ranked"]] == [str(key) for key in asked]
    assert kept["rules"]
