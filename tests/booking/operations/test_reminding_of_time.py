"""Who is reminded of worked time that waits, and when."""

from datetime import timedelta

import pytest

from booking import tasks
from booking.operations import attendance, pay_periods, reminding_of_time, worked_time
from booking.weeks import Month
from messaging.models import ChannelChoice, Message
from people.models import RoleAssignment
from tests.cast import at, with_role
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory

TEN, MONDAY, MONTHS_END = at("2026-05-14 10:00"), at("2026-05-18 08:00"), at("2026-05-29 08:00")


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def worked(town, amira):
    """`worked("13")`: a shift of hers that day in May, 07.00–16.00."""

    def booking(day="13", hours=("07:00", "16:00"), substitute=amira, **fields):
        order = town.order(*(f"2026-05-{day} {hour}" for hour in hours), status="completed", **fields)
        return BookingFactory(order=order, substitute=substitute)

    return booking


def told(kind) -> list[Message]:
    return list(Message.objects.filter(kind=kind, copy_of=None).order_by("posted_at", "key"))


class TestHerself:
    def test_the_day_after_she_is_reminded_once(self, amira, worked):
        worked()

        assert reminding_of_time.of_time_to_say(at=TEN) == 1
        reminding_of_time.of_time_to_say(at=TEN + timedelta(minutes=10))

        (message,) = told("reminder.time")
        assert message.recipient == amira.user
        assert "onsdag 13 maj, 07.00" in message.body

    def test_two_shifts_are_one_message_and_two_people_two(self, town, worked):
        worked(hours=("07:00", "11:00"))
        worked(hours=("12:00", "16:00"))
        worked(substitute=town.substitute())

        assert reminding_of_time.of_time_to_say(at=TEN) == 2
        assert len(told("reminder.time")) == 2

    @pytest.mark.parametrize("when", ["2026-05-14 09:59", "2026-05-14 21:30", "2026-05-13 18:00", "2026-05-15 10:00"])
    def test_not_in_the_morning_nor_at_night_nor_on_another_day(self, worked, when):
        worked()

        assert reminding_of_time.of_time_to_say(at=at(when)) == 0

    def test_not_of_what_somebody_has_said_or_approved_or_marked(self, town, amira, worked):
        by_her, approved, missed = worked(hours=("07:00", "09:00")), worked(hours=("10:00", "12:00")), worked("12")
        worked_time.say(by_her, worked_time.as_it_stands(by_her), by=amira.user, at=TEN)
        attendance.attest(approved, by=town.manager, at=TEN)
        attendance.did_not_come(missed, missed=True, by=town.manager, at=TEN)

        assert reminding_of_time.of_time_to_say(at=TEN) == 0

    def test_not_who_is_reached_by_hand_alone(self, town, worked):
        worked(substitute=town.substitute(by_hand_only=True))

        assert reminding_of_time.of_time_to_say(at=TEN) == 0


class TestThoseWhoApprove:
    def test_on_monday_each_manager_is_told_how_many_have_waited_and_once(self, town, worked):
        worked("13"), worked("14"), worked("17")

        assert reminding_of_time.of_time_to_attest(at=MONDAY) == 1
        reminding_of_time.of_time_to_attest(at=MONDAY + timedelta(hours=3))

        (message,) = told("reminder.attest")
        assert message.recipient == town.manager
        assert "arbetad tid: 2." in message.body, "not what ended yesterday"

    def test_one_message_for_all_her_workplaces(self, town, worked):
        other = WorkplaceFactory(area=town.area)
        RoleAssignment.objects.create(user=town.manager, role="ordering_manager", workplace=other)
        colleague = with_role("ordering_manager", workplace=other)
        worked("13"), worked("14", workplace=other)

        reminding_of_time.of_time_to_attest(at=MONDAY)

        numbers = {message.recipient: message.body.split("tid: ")[1][0] for message in told("reminder.attest")}
        assert numbers == {town.manager: "2", colleague: "1"}

    def test_as_the_month_ends_once_more(self, worked):
        worked("13")

        for moment in (MONDAY, MONTHS_END, MONTHS_END + timedelta(hours=1)):
            reminding_of_time.of_time_to_attest(at=moment)

        assert ["snart slut" in message.body for message in told("reminder.attest")] == [False, True]

    @pytest.mark.parametrize("when", ["2026-05-18 07:59", "2026-05-19 08:00", "2026-05-18 22:00"])
    def test_on_no_other_day_and_not_early_nor_late(self, worked, when):
        worked("13")

        assert reminding_of_time.of_time_to_attest(at=at(when)) == 0

    def test_not_of_what_is_approved_or_of_a_closed_month(self, town, worked):
        attendance.attest(worked("13"), by=town.manager, at=TEN)
        june = at("2026-06-08 08:00")
        worked("20")
        pay_periods.close(Month.named("2026-05"), by=town.planner, at=june)

        assert reminding_of_time.of_time_to_attest(at=june) == 0

    def test_who_has_chosen_none_has_it_in_her_inbox_alone(self, town, worked):
        for channel in ("sms", "email", "push"):
            ChannelChoice.objects.create(user=town.manager, group="unconfirmed", channel=channel, wanted=False)
        worked("13")

        reminding_of_time.of_time_to_attest(at=MONDAY)

        assert [message.status for message in told("reminder.attest")] == ["suppressed"]


def test_the_queue_does_both(worked, time_machine):
    worked("15"), worked("17")
    time_machine.move_to(at("2026-05-18 10:00"), tick=False)

    tasks.remind()

    assert {message.kind for message in Message.objects.all()} >= {"reminder.time", "reminder.attest"}
