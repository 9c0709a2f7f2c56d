"""Asking in waves where answers are collected until a time, and the best of them wins."""

import pytest

from booking.models import Asking, Booking, Enquiry, Policy
from booking.operations import answering, waves
from messaging.models import Message
from tests.cast import at
from tests.factories.booking import BookingFactory

MORNING = at("2026-05-12 09:00")
Status = Enquiry.Status


@pytest.fixture
def five(town):
    return [town.substitute() for _ in range(5)]


def start(town, order, when=MORNING, **said) -> Asking:
    return waves.start(order, by=town.planner, at=when, **said)


def answer(enquiry, *, yes, when=MORNING) -> Enquiry:
    return answering.answer(enquiry, yes=yes, by=enquiry.substitute.user, at=when)


def statuses(order) -> list[str]:
    return sorted(Enquiry.objects.filter(order=order).values_list("status", flat=True))


@pytest.fixture(autouse=True)
def _best_wins(town):
    Policy.objects.create(area=town.area, enquiry_mode=Policy.Mode.BEST)


def test_a_yes_waits_for_the_decision(town, five):
    order = town.order()
    asking = start(town, order)

    assert answer(asking.enquiries.first(), yes=True).status == Status.WAITING_YES
    assert not Booking.objects.exists()


def test_the_best_of_those_who_said_yes_gets_it_and_the_others_are_told(town, five):
    BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00"), substitute=five[2])
    order = town.order()
    asking = start(town, order, wave_size=5)
    for person in (five[0], five[2]):
        answer(asking.enquiries.get(substitute=person), yes=True)

    waves.go_on(asking, at=asking.decide_at)

    assert Booking.objects.get(order=order).substitute == five[2]
    assert statuses(order) == [Status.LOST] * 4 + [Status.WON]
    assert Message.objects.get(kind="enquiry.lost").recipient == five[0].user


def test_a_yes_may_be_taken_back_until_then(town, five):
    asking = start(town, town.order())
    enquiry = answer(asking.enquiries.first(), yes=True)

    assert answer(enquiry, yes=False).status == Status.NO


def test_without_a_yes_the_next_are_asked(town, five):
    asking = start(town, town.order())

    waves.go_on(asking, at=asking.decide_at)

    assert Enquiry.objects.count() == 5


def test_a_yes_from_somebody_who_no_longer_can_is_told_and_the_next_are_asked(town, five):
    asking = start(town, town.order(), chosen=five[:2], wave_size=1)
    answer(asking.enquiries.get(status=Status.SENT), yes=True)
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=five[0])

    waves.go_on(asking, at=asking.decide_at)

    assert asking.enquiries.get(substitute=five[0]).status == Status.INELIGIBLE
    assert asking.enquiries.get(substitute=five[1]).status == Status.SENT


def test_when_the_phone_takes_over_what_has_been_said_is_decided_on(town, five):
    order = town.order()
    asking = start(town, order)
    answer(asking.enquiries.first(), yes=True)
    Asking.objects.update(next_wave_at=at("2026-05-13 05:45"), decide_at=at("2026-05-13 06:45"))
    asking.refresh_from_db()

    waves.go_on(asking, at=at("2026-05-13 05:45"))

    assert Booking.objects.filter(order=order).exists()
