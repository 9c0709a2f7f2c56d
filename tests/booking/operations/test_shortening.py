"""She goes home before the shift is over."""

from datetime import timedelta

import pytest

from booking.models import Booking, EndReason, Order
from booking.operations import bookings, shortening
from booking.operations.refusals import Refused
from messaging.models import Message
from tests.cast import NOW, at
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory

TEN = at("2026-05-13 10:00")


@pytest.fixture
def booking(town) -> Booking:
    return bookings.book(town.order(break_minutes=30), town.substitute(), by=town.planner, at=NOW)


def shorten(town, booking, until=TEN, **said) -> Order | None:
    return shortening.shorten(booking, until, by=town.planner, at=TEN, **said)


def test_scenario_47_sick_into_a_shift_leaves_her_hours_and_a_new_order_for_the_rest(town, booking):
    rest = shorten(town, booking, at("2026-05-13 09:00"))

    booking.refresh_from_db()
    booking.order.refresh_from_db()
    assert booking.period.length == timedelta(hours=2)
    assert (booking.order.starts, booking.order.ends) == (booking.starts, booking.ends)
    assert booking.shortened_from == at("2026-05-13 16:00")
    assert (rest.status, rest.ends) == (Order.Status.OPEN, at("2026-05-13 16:00"))


def test_the_rest_begins_when_somebody_else_can_be_there(town, booking):
    assert shorten(town, booking).starts == at("2026-05-13 10:30")


def test_or_when_the_planner_says(town, booking):
    assert shorten(town, booking, rest_from=at("2026-05-13 12:00")).starts == at("2026-05-13 12:00")


def test_the_rest_is_the_same_need(town):
    delegation, substitute = CompetenceFactory(), town.substitute()
    SubstituteCompetenceFactory(substitute=substitute, competence=delegation)
    order = town.order(reference="Karin", text="Inneskor", contact="Eva")
    order.competences.add(delegation)
    booking = bookings.book(order, substitute, by=town.planner, at=NOW)

    rest = shorten(town, booking)

    assert (rest.reference, rest.text, rest.contact) == ("Karin", "Inneskor", "Eva")
    assert (rest.placed_by, rest.reason, rest.occupation) == (order.placed_by, order.reason, order.occupation)
    assert list(rest.competences.all()) == [delegation]


@pytest.mark.parametrize(("taken", "hers", "the_rest"), [(True, 30, 0), (False, 0, 30)])
def test_the_break_goes_with_the_part_in_which_it_is_taken(town, booking, taken, hers, the_rest):
    rest = shorten(town, booking, break_taken=taken)

    booking.refresh_from_db()
    assert (booking.break_minutes, rest.break_minutes) == (hers, the_rest)


def test_no_order_is_made_of_a_rest_that_is_too_short_to_order(town, booking):
    assert shorten(town, booking, at("2026-05-13 15:59"), rest_from=at("2026-05-13 16:00")) is None


def test_both_are_told(town, booking):
    shorten(town, booking)

    told = Message.objects.exclude(kind="booking.booked").exclude(kind="booking.filled")
    assert {message.recipient for message in told} == {booking.substitute.user, town.manager}


def test_the_booking_stands_for_what_she_worked(town, booking):
    shorten(town, booking)

    booking.refresh_from_db()
    assert booking in Booking.objects.occupying()
    assert booking.order.status == Order.Status.BOOKED


def test_shortened_once_more_it_still_tells_when_it_was_to_end(town, booking):
    shorten(town, booking, at("2026-05-13 12:00"))
    shorten(town, booking, TEN)

    booking.refresh_from_db()
    assert booking.shortened_from == at("2026-05-13 16:00")


@pytest.mark.parametrize("until", ["2026-05-13 07:00", "2026-05-13 16:00"])
def test_the_new_end_lies_within_the_shift(town, booking, until):
    with pytest.raises(Refused, match="inom passet"):
        shorten(town, booking, at(until))


def test_a_booking_that_has_ended_is_not_shortened(town, booking):
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)

    with pytest.raises(Refused, match="avslutad"):
        shorten(town, booking)
