"""What people are told without anything having happened."""

from datetime import timedelta

import pytest

from booking import tasks
from booking.models import Advert, Kind
from booking.operations import bookings, reminding
from messaging.models import Message
from tests.booking.banking import paid_by_the_month
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory

AFTERNOON = at("2026-05-12 16:00")
THURSDAY = at("2026-05-14 16:00")  # of week 20
LATE_MORNING, NOON = at("2026-05-12 11:00"), at("2026-05-12 12:00")


def told(kind) -> list[Message]:
    return list(Message.objects.filter(kind=kind).order_by("pk"))


class TestOfTomorrowsShift:
    @pytest.fixture
    def booking(self, town):
        return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    def test_she_is_reminded_in_the_afternoon_before_and_once(self, booking):
        assert reminding.of_shifts(at=AFTERNOON) == 1
        reminding.of_shifts(at=AFTERNOON + timedelta(minutes=10))

        (message,) = told("reminder.shift")
        assert message.recipient == booking.substitute.user

    def test_not_in_the_morning_nor_of_a_later_day(self, town, booking):
        BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=town.substitute())

        assert reminding.of_shifts(at=NOON) == 0
        assert reminding.of_shifts(at=AFTERNOON) == 1

    def test_whoever_has_just_been_booked_knows(self, town):
        bookings.book(town.order(), town.substitute(), by=town.planner, at=at("2026-05-12 13:00"))

        assert reminding.of_shifts(at=AFTERNOON) == 0

    def test_whoever_is_reached_by_hand_alone_is_not_written_to(self, town):
        bookings.book(town.order(), town.substitute(by_hand_only=True), by=town.planner, at=NOW)

        assert reminding.of_shifts(at=AFTERNOON) == 0


class TestOfAnEmptyCalendar:
    def test_on_thursday_those_who_have_said_nothing_of_next_week_are_asked_once(self, town):
        silent = town.substitute()

        assert reminding.of_empty_calendars(at=THURSDAY) == 1
        reminding.of_empty_calendars(at=THURSDAY + timedelta(hours=1))

        (message,) = told("reminder.availability")
        assert (message.recipient, "21" in message.body) == (silent.user, True)

    @pytest.mark.parametrize("when", ["2026-05-13 16:00", "2026-05-14 15:59"])
    def test_on_no_other_day_and_not_in_the_morning(self, town, when):
        town.substitute()

        assert reminding.of_empty_calendars(at=at(when)) == 0

    def test_whoever_has_said_something_or_has_a_shift_is_not(self, town):
        AvailabilityFactory(
            substitute=town.substitute(),
            kind=Kind.NOT_AVAILABLE,
            starts=at("2026-05-18 00:00"),
            ends=at("2026-05-19 00:00"),
        )
        BookingFactory(order=town.order("2026-05-20 07:00", "2026-05-20 16:00"), substitute=town.substitute())
        town.substitute(is_active=False)
        town.substitute(by_hand_only=True)

        assert reminding.of_empty_calendars(at=THURSDAY) == 0


class TestOfNewJobs:
    @pytest.fixture
    def free(self, town):
        substitute = town.substitute()
        AvailabilityFactory(substitute=substitute, starts=at("2026-05-13 00:00"), ends=at("2026-05-23 00:00"))
        return substitute

    def advertised(self, town, days, when=LATE_MORNING):
        for day in days:
            order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
            AdvertFactory(order=order, opened_at=when)

    def test_thirty_jobs_that_are_put_out_at_once_are_one_message(self, town, free):
        self.advertised(town, [*range(13, 18)] * 6)

        assert reminding.of_new_jobs(at=NOON) == 30

        (message,) = told("jobs.released")
        assert message.recipient == free.user
        assert "30" in message.body

    def test_each_is_told_of_once(self, town, free):
        self.advertised(town, [13])

        assert [reminding.of_new_jobs(at=NOON), reminding.of_new_jobs(at=NOON)] == [1, 0]

    def test_nobody_is_told_of_what_she_could_not_take(self, town):
        town.substitute()
        self.advertised(town, [13])

        reminding.of_new_jobs(at=NOON)

        assert told("jobs.released") == []

    def test_who_has_resource_time_then_is_told_once_however_it_was_put_in(self, town):
        signe = paid_by_the_month(town, "Signe").maja
        hours = {"starts": at("2026-05-13 06:00"), "ends": at("2026-05-13 22:00")}
        AvailabilityFactory(substitute=signe, kind="acute_resource", shift_minutes=540, by_herself=False, **hours)
        AvailabilityFactory(substitute=signe, kind="available", **hours)
        self.advertised(town, [13])

        reminding.of_new_jobs(at=NOON)

        assert [message.recipient for message in told("jobs.released")] == [signe.user]

    def test_acute_time_that_gives_too_short_a_shift_is_no_reason_to_tell(self, town):
        signe = paid_by_the_month(town, "Signe").maja
        hours = {"starts": at("2026-05-13 06:00"), "ends": at("2026-05-13 22:00")}
        AvailabilityFactory(substitute=signe, kind="acute_resource", shift_minutes=480, **hours)
        self.advertised(town, [13])

        reminding.of_new_jobs(at=NOON)

        assert told("jobs.released") == []

    def test_nor_of_what_would_take_a_planners_reason(self, town, free):
        BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=free)
        self.advertised(town, [13])

        reminding.of_new_jobs(at=NOON)

        assert told("jobs.released") == []

    def test_what_has_just_been_put_out_waits_for_what_comes_with_it(self, town, free):
        self.advertised(town, [13], when=NOON)

        assert reminding.of_new_jobs(at=NOON) == 0
        assert Advert.objects.filter(announced_at=None).exists()

    def test_at_night_it_waits_for_the_morning(self, town, free):
        self.advertised(town, [14])

        assert reminding.of_new_jobs(at=at("2026-05-12 22:00")) == 0
        assert reminding.of_new_jobs(at=at("2026-05-13 06:00")) == 1


def test_the_queue_does_all_three(town, time_machine):
    bookings.book(town.order("2026-05-15 07:00", "2026-05-15 16:00"), town.substitute(), by=town.planner, at=NOW)
    town.substitute()
    time_machine.move_to(THURSDAY, tick=False)

    tasks.remind()

    assert {message.kind for message in Message.objects.all()} >= {"reminder.shift", "reminder.availability"}
