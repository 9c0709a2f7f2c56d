"""Whose turn it is."""

from datetime import timedelta

from booking import tasks
from booking.assistant import run as assistants
from booking.models import AssistantRun, Booking, Kind, Order
from booking.operations import assistant_runs
from tests.cast import at
from tests.factories.assistant import AssistantProfileFactory, AssistantRunFactory

MORNING = at("2026-05-12 08:04")
Why = AssistantRun.Why


def test_each_is_due_once_in_its_interval_and_at_its_hours(town):
    profile = AssistantProfileFactory(areas=[town.area])
    AssistantProfileFactory(areas=[town.area], is_on=False)

    assert assistants.due(at=MORNING) == [profile]
    run = assistants.start_turn(profile, at=MORNING)
    assert run.command == f"{profile.pk}:2026-05-12T06:00Z"
    AssistantRun.objects.update(ended_at=MORNING)
    assert assistants.due(at=at("2026-05-12 08:09")) == []
    assert assistants.due(at=at("2026-05-12 08:10")) == [profile]
    assert assistants.due(at=at("2026-05-12 23:00")) == []


def test_the_policy_says_how_often_unless_it_does_itself(town):
    often = AssistantProfileFactory(areas=[town.area], interval=timedelta(hours=1))

    assert assistants.start_turn(often, at=MORNING).command.endswith("T06:00Z")
    AssistantRun.objects.update(ended_at=MORNING)
    assert assistants.due(at=at("2026-05-12 08:59")) == []


def test_who_shares_an_area_with_one_before_waits_for_it(town, elsewhere):
    second = AssistantProfileFactory(areas=[town.area], priority=2)
    first = AssistantProfileFactory(areas=[town.area], priority=1)
    other = AssistantProfileFactory(areas=[elsewhere.area], priority=3)

    assert assistants.due(at=MORNING) == [first, other]
    run = assistants.start_turn(first, at=MORNING)
    assert assistants.due(at=MORNING) == [other]
    assistant_runs.end(run, at=MORNING)
    assert assistants.due(at=MORNING) == [second, other]


def test_one_at_work_by_hand_is_waited_for_and_a_dry_run_by_nobody(town):
    first = AssistantProfileFactory(areas=[town.area], priority=1)
    second = AssistantProfileFactory(areas=[town.area], priority=2)
    assistants.start_turn(first, at=MORNING)
    AssistantRun.objects.update(ended_at=MORNING)

    run = AssistantRunFactory(profile=first, why=Why.DRY)
    assert assistants.due(at=MORNING) == [second]
    run.delete()
    AssistantRunFactory(profile=first, why=Why.NOW)
    assert assistants.due(at=MORNING) == []


def test_the_queue_takes_the_stages_one_after_another(town, has_time, drain, time_machine):
    time_machine.move_to(MORNING, tick=False)
    order = town.order()
    hourly, monthly = town.substitute(), town.substitute()
    monthly.agreements.update(pay_form="monthly")
    has_time(hourly, order)
    has_time(monthly, order, kind=Kind.RESOURCE, by_herself=False)
    AssistantProfileFactory(areas=[town.area], priority=2, name="Timavlönade", pay_form="hourly")
    AssistantProfileFactory(areas=[town.area], priority=1, name="Resurser", kinds=[Kind.RESOURCE])

    tasks.assist()
    ran = drain()

    assert Booking.objects.get().substitute == monthly
    assert [task for task in ran if "assist" in task] == ["booking.tasks.assist_now", "booking.tasks.assist"] * 2
    ended = AssistantRun.objects.order_by("profile__priority")
    assert [(run.profile.name, run.decisions.count()) for run in ended] == [("Resurser", 1), ("Timavlönade", 0)]


def test_a_run_that_is_not_heard_of_is_taken_up_again_and_given_up_at_last(town, drain, time_machine):
    profile = AssistantProfileFactory(areas=[town.area])
    run = AssistantRunFactory(profile=profile, started_at=MORNING)

    assert assistant_runs.take_up_again(at=MORNING + timedelta(minutes=5)) == []
    assert assistant_runs.take_up_again(at=MORNING + timedelta(minutes=6)) == [run.pk]
    assert assistant_runs.take_up_again(at=MORNING + timedelta(minutes=31)) == []
    run.refresh_from_db()
    assert (run.failed, run.ended_at) == (True, MORNING + timedelta(minutes=31))


def test_turns_in_which_nothing_was_decided_are_forgotten_in_a_week(town):
    profile = AssistantProfileFactory(areas=[town.area])
    old, new = MORNING - timedelta(days=8), MORNING - timedelta(days=6)
    for ended in (old, new):
        AssistantRunFactory(profile=profile, ended_at=ended)
    AssistantRunFactory(profile=profile, ended_at=old, failed=True)
    AssistantRunFactory(profile=profile, ended_at=old, why=Why.DRY)

    assistant_runs.forget(at=MORNING)

    assert sorted(AssistantRun.objects.values_list("ended_at", "why")) == sorted(
        [(new, Why.SCHEDULE), (old, Why.SCHEDULE), (old, Why.DRY)]
    )


def test_whose_turn_it_is_takes_as_many_queries_for_three_as_for_one(town, elsewhere, django_assert_num_queries):
    AssistantProfileFactory(areas=[town.area])
    with django_assert_num_queries(6):
        assistants.due(at=MORNING)
    for area in (town.area, elsewhere.area):
        AssistantProfileFactory(areas=[area])

    with django_assert_num_queries(6):
        assistants.due(at=MORNING)


def test_what_is_open_long_enough_is_taken_up(town):
    profile = AssistantProfileFactory(areas=[town.area], open_for=timedelta(minutes=10))
    order = town.order(placed_at=MORNING)

    for minutes, taken in ((9, []), (10, [order])):
        assert list(assistants.orders_of(profile, now=MORNING + timedelta(minutes=minutes))) == taken


def test_what_is_stopped_sent_back_kept_for_one_or_an_introduction_is_left_alone(town, elsewhere):
    profile = AssistantProfileFactory(areas=[town.area])
    amira = town.substitute()
    town.order(stopped_at=MORNING)
    town.order(returned_at=MORNING, return_reason="Fel dag")
    town.order(wished=amira, wished_until=MORNING + timedelta(hours=1))
    town.order("2026-05-12 10:00", "2026-05-12 16:00")  # too soon
    town.order("2026-06-12 10:00", "2026-06-12 16:00")  # too far away
    town.order(status=Order.Status.BOOKED)
    elsewhere.order()
    order = town.order()

    assert list(assistants.orders_of(profile, now=MORNING)) == [order]
