"""What is told of worked time: another that was written, and what waits to be confirmed."""

from datetime import date

import pytest

from booking import notifications
from booking.models import WorkedTime
from booking.operations import worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from messaging.models import Channel, ChannelChoice, Message
from messaging.segments import segments
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

MORNING, NIGHT = at("2026-05-14 08:00"), at("2026-05-14 22:30")


@pytest.fixture
def booking(town):
    order = town.order(status="completed")
    return BookingFactory(order=order, substitute=town.substitute(), break_minutes=45)


def told(booking, ends="2026-05-13 15:00", rest=45) -> Told:
    return Told(Period(booking.starts, at(ends)), rest)


def answers() -> list[Message]:
    return list(Message.objects.filter(kind="time.answered").order_by("posted_at"))


def test_what_the_workplace_writes_is_told_with_its_time_and_break(town, booking):
    worked_time.answer(booking, told(booking), by=town.manager, at=MORNING)

    (message,) = answers()
    place = booking.order.workplace
    assert message.recipient == booking.substitute.user
    assert message.body.startswith(
        f"Arbetsplatsen har skrivit 07.00-15.00, rast 45 min, på ditt pass på {place} onsdag 13 maj."
    )
    assert "Säg till i portalen." in message.body


def test_a_break_that_is_another_is_told_too(town, booking):
    worked_time.answer(booking, told(booking, "2026-05-13 16:00", rest=0), by=town.manager, at=MORNING)

    assert "07.00-16.00, ingen rast," in answers()[0].body


def test_what_is_as_she_said_or_as_it_was_booked_is_no_news(town, booking):
    worked_time.say(booking, told(booking), by=booking.substitute.user, at=MORNING)
    worked_time.answer(booking, told(booking), by=town.manager, at=MORNING)
    other = BookingFactory(order=town.order(status="completed"), substitute=town.substitute(), break_minutes=45)
    worked_time.answer(other, told(other, "2026-05-13 16:00"), by=town.manager, at=MORNING)

    assert answers() == []


def test_what_is_written_at_night_waits_for_the_morning(town, booking):
    worked_time.answer(booking, told(booking), by=town.manager, at=NIGHT)

    assert answers()[0].due_at == at("2026-05-15 06:00")


def test_what_a_planner_corrects_is_told_if_something_else_stood(town, booking):
    worked_time.answer(booking, told(booking), by=town.manager, at=MORNING)
    for ends, reason in (("2026-05-13 15:00", "Sedd igen."), ("2026-05-13 16:00", "Passerkortet.")):
        worked_time.correct(booking, told(booking, ends), reason=reason, by=town.planner, at=NIGHT)

    _first, corrected = answers()
    assert corrected.body.startswith("Bemanningen har skrivit 07.00-16.00, rast 45 min,")


def test_that_she_did_not_work_is_told_as_that(town, booking):
    worked_time.correct(booking, None, reason="Kom inte.", by=town.planner, at=MORNING)

    assert "Bemanningen har skrivit att du inte jobbade på" in answers()[0].body
    assert WorkedTime.objects.get().nothing


def test_several_shifts_of_a_day_are_one_reminder_with_their_number(town, booking):
    notifications.times_to_say(booking.substitute, [booking, booking], on=date(2026, 5, 13), at=NOW)
    notifications.times_to_say(booking.substitute, [booking], on=date(2026, 5, 13), at=NOW)

    message = Message.objects.get(kind="reminder.time")
    assert "Stämde tiderna för dina 2 pass onsdag 13 maj?" in message.body
    assert message.facts["path"] == "/bokningar/"


def test_one_shift_is_named_and_fits_two_sms_whatever_the_names(longest):
    user = longest.substitute.user
    ChannelChoice.objects.create(user=user, group="unconfirmed", channel=Channel.SMS, wanted=True)

    notifications.times_to_say(longest.substitute, [longest.booking], on=date(2026, 5, 13), at=NOW)

    message = Message.objects.get(channel=Channel.SMS)
    assert message.body.startswith("Stämde tiden för ditt pass på ")
    assert segments(message.body) <= 2


def test_a_reminder_of_time_goes_by_e_mail_unless_she_has_chosen_otherwise(town, booking):
    user = booking.substitute.user
    user.email = "amira@alvsunda.example"
    user.save()

    notifications.times_to_say(booking.substitute, [booking], on=date(2026, 5, 13), at=NOW)

    assert [message.channel for message in Message.objects.filter(kind="reminder.time")] == [Channel.EMAIL]


def test_as_a_month_ends_it_is_said_so(town, booking):
    place, more = [booking.order.workplace], {"before": NOW, "at": NOW}
    notifications.times_to_attest(town.manager, 3, place, version="2026-W20", **more)
    notifications.times_to_attest(town.manager, 3, place, version="2026-05-slut", is_months_end=True, **more)

    usual, last = Message.objects.filter(kind="reminder.attest").order_by("key").reverse()
    assert usual.body.startswith("Pass som väntar på att du bekräftar arbetad tid: 3.")
    assert last.body.startswith("Månaden är snart slut. Pass som väntar")
