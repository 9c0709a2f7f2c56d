"""She is late: whoever ordered is told, a planner looks for her, and a new time takes the old one's place."""

from datetime import timedelta

import pytest
import time_machine

from booking import tasks
from booking.models import Booking, EndReason, Order, PlannerTask
from booking.operations import bookings, changing, follow_ups, lateness, shortening, sickness
from booking.operations.refusals import Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, at

SIX = at("2026-05-13 06:00")
TWENTY_PAST = at("2026-05-13 07:20")
HALF_PAST = at("2026-05-13 07:30")


@pytest.fixture
def booking(town) -> Booking:
    return bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)


def report(booking, expected=TWENTY_PAST, when=SIX) -> Booking:
    return lateness.report(booking, expected, by=booking.substitute.user, at=when)


def in_time(booking, when=SIX) -> Booking:
    return lateness.in_time(booking, by=booking.substitute.user, at=when)


def waiting():
    return PlannerTask.objects.waiting().filter(kind=PlannerTask.Kind.LATE)


def told(town) -> list[str]:
    kinds = ["booking.late", "booking.in_time"]
    rows = Message.objects.filter(recipient=town.manager, kind__in=kinds).order_by("posted_at", "kind")
    return [row.body.partition("\n")[0] for row in rows]


def deeds(booking) -> list[str]:
    entries = HistoryEntry.objects.for_instance(booking).filter(user=booking.substitute.user)
    return list(entries.order_by("timestamp").values_list("action", flat=True))


def test_whoever_ordered_is_told_when_she_comes_and_a_planner_looks_for_her(town, booking):
    report(booking)

    booking.refresh_from_db()
    assert booking.expected_at == TWENTY_PAST
    assert "Väntas 07.20." in told(town)[0]
    assert waiting().get().facts == {"expected": TWENTY_PAST.isoformat()}
    assert deeds(booking) == ["booking.report_late"]


def test_the_same_time_said_twice_is_said_once(town, booking):
    report(booking)
    report(booking, when=SIX + timedelta(minutes=1))

    assert (len(told(town)), waiting().count(), len(deeds(booking))) == (1, 1, 1)


def test_a_new_time_takes_the_old_ones_place_and_is_told_and_looked_for_anew(town, booking):
    report(booking)
    follow_ups.done(waiting().get(), by=town.planner, at=SIX)

    report(booking, HALF_PAST, when=SIX + timedelta(minutes=5))

    assert [("07.20" in said, "07.30" in said) for said in told(town)] == [(True, False), (False, True)]
    assert waiting().get().facts == {"expected": HALF_PAST.isoformat()}
    assert waiting().get().done_by is None


def test_in_time_after_all_is_told_once_and_nobody_looks_for_her(town, booking):
    report(booking)

    for minutes in (5, 6):
        in_time(booking, SIX + timedelta(minutes=minutes))

    booking.refresh_from_db()
    assert booking.expected_at is None
    assert ["kommer i tid ändå" in said for said in told(town)] == [False, True]
    assert not waiting().exists()
    assert deeds(booking) == ["booking.report_late", "booking.in_time"]


def test_late_in_time_and_late_again_is_told_each_time(town, booking):
    report(booking)
    in_time(booking, SIX + timedelta(minutes=1))
    report(booking, when=SIX + timedelta(minutes=2))

    assert len(told(town)) == 3
    assert waiting().exists()


def test_who_never_said_that_she_is_late_is_in_time_without_a_word(town, booking):
    in_time(booking)

    assert told(town) == []


@pytest.mark.parametrize(
    ("expected", "when"),
    [
        ("2026-05-13 07:00", "2026-05-13 06:00"),  # that is in time
        ("2026-05-13 06:50", "2026-05-13 06:00"),
        ("2026-05-13 16:00", "2026-05-13 06:00"),  # nothing is left
        ("2026-05-13 07:10", "2026-05-13 07:11"),  # that was a minute ago
    ],
)
def test_a_time_that_is_not_between_now_and_the_end_is_refused(booking, expected, when):
    with pytest.raises(Refused, match="Välj en"):
        report(booking, at(expected), at(when))


def test_she_may_say_it_in_the_very_minute(booking):
    report(booking, TWENTY_PAST, TWENTY_PAST + timedelta(seconds=40))


@pytest.mark.parametrize("say", [report, in_time])
def test_it_is_said_from_twelve_hours_before_until_the_shift_is_over(say, booking):
    with pytest.raises(Refused, match="från 12 timmar före"):
        say(booking, when=at("2026-05-12 18:59"))
    with pytest.raises(Refused, match="redan slut"):
        say(booking, when=booking.ends)
    say(booking, when=at("2026-05-12 19:00"))


def test_when_the_shift_has_begun_it_is_too_late_to_be_in_time(booking):
    report(booking)

    with pytest.raises(Refused, match="redan börjat"):
        in_time(booking, at("2026-05-13 07:00"))


def test_a_booking_that_has_ended_has_nobody_to_wait_for(town, booking):
    report(booking)
    bookings.end(booking, by=town.planner, at=SIX, reason=EndReason.OTHER)

    assert not waiting().exists()
    with pytest.raises(Refused, match="avbokat"):
        report(booking, HALF_PAST)


def test_to_fall_ill_before_she_came_is_not_to_come_late(booking):
    report(booking)

    sickness.report(booking, by=booking.substitute.user, at=at("2026-05-13 07:10"))

    booking.refresh_from_db()
    assert booking.expected_at is None
    assert not waiting().exists()


def test_to_go_home_after_she_came_late_is_still_to_have_come_late(town, booking):
    report(booking)

    shortening.shorten(booking, at("2026-05-13 14:00"), by=town.planner, at=at("2026-05-13 14:00"))

    booking.refresh_from_db()
    assert booking.expected_at == TWENTY_PAST


@pytest.mark.parametrize(
    ("said", "expected"), [({"starts": at("2026-05-13 08:00")}, None), ({"break_minutes": 45}, TWENTY_PAST)]
)
def test_a_shift_that_begins_at_another_time_is_not_what_she_is_late_for(town, booking, said, expected):
    report(booking)

    changing.change(Order.objects.get(), said, by=town.planner, at=SIX)

    booking.refresh_from_db()
    assert booking.expected_at == expected


@pytest.mark.parametrize(("clock", "waits"), [("2026-05-13 08:20", True), ("2026-05-13 08:21", False)])
def test_an_hour_after_the_time_she_named_nobody_looks_for_her_any_more(booking, clock, waits):
    report(booking)

    with time_machine.travel(at(clock), tick=False):
        tasks.tidy()

    assert waiting().exists() == waits
