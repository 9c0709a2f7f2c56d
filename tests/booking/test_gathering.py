"""One message instead of many, when they leave for the same person at the same moment."""

from datetime import timedelta

import pytest

from booking.models import Enquiry
from booking.operations import answering, enquiries
from messaging.models import Message
from tests.cast import at

MORNING = at("2026-05-12 09:00")


@pytest.fixture(autouse=True)
def _in_the_morning(time_machine):
    time_machine.move_to(MORNING, tick=False)


def ask_of(town, substitute, days) -> list[Enquiry]:
    return [
        enquiries.ask(
            town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"),
            [substitute],
            by=town.planner,
            at=MORNING,
            answer_by=MORNING + timedelta(hours=1),
        )[0]
        for day in days
    ]


def left() -> list[str]:
    return sorted(Message.objects.left().values_list("kind", flat=True))


def test_seven_that_leave_at_once_are_one_message_with_the_first_codes(town, drain):
    asked = ask_of(town, town.substitute(), range(13, 20))

    drain()

    assert left() == ["enquiry.asked_many"]
    body = Message.objects.get(kind="enquiry.asked_many").body
    assert f"JA {asked[0].code}" in body
    assert "/forfragningar/" in body


def test_two_are_two(town, drain):
    ask_of(town, town.substitute(), (13, 15))

    drain()

    assert left() == ["enquiry.asked"] * 2


def test_another_persons_are_not_hers(town, drain):
    ask_of(town, town.substitute(), (13, 15))
    ask_of(town, town.substitute(), (13, 15))

    drain()

    assert left() == ["enquiry.asked"] * 4


def test_what_has_been_answered_is_not_told_of(town, drain):
    asked = ask_of(town, town.substitute(), (13, 15, 17))
    answering.answer(asked[0], yes=False, by=asked[0].substitute.user, at=MORNING)

    drain()

    assert left() == ["enquiry.asked"] * 2
