"""Giving a shift to somebody, and taking it back."""

import pytest
from django.db import IntegrityError

from booking.models import Booking, EndReason, Enquiry, Interest, Order, Origin
from booking.operations import bookings
from booking.operations.refusals import AlreadyTaken, CannotBook, Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import (
    AdvertFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
    OrderFactory,
)
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
)


def test_a_booking_keeps_what_was_agreed(town):
    order = town.order(break_minutes=30)
    substitute = town.substitute()

    booking = bookings.book(order, substitute, by=town.planner, at=NOW)

    assert (booking.starts, booking.ends, booking.break_minutes) == (order.starts, order.ends, 30)
    assert booking.agreement == substitute.agreements.get()
    assert booking.terms["workplace"] == town.workplace.name
    assert (booking.origin, booking.booked_by, booking.booked_at) == (Origin.PLANNER, town.planner, NOW)


def test_a_booked_order_is_booked(town):
    order = town.order()

    bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    order.refresh_from_db()
    assert order.status == Order.Status.BOOKED


def test_the_evidence_of_a_required_competence_is_kept_with_its_last_day(town):
    licence = CompetenceFactory(name="körkort")
    order, substitute = town.order(), town.substitute()
    order.competences.add(licence)
    SubstituteCompetenceFactory(substitute=substitute, competence=licence, ends=at("2027-01-01 00:00"))

    booking = bookings.book(order, substitute, by=town.planner, at=NOW)

    assert booking.terms["competences"] == {"körkort": "2026-12-31T23:00:00+00:00"}


def test_who_when_and_how_is_written_in_the_history_of_the_area(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    entry = HistoryEntry.objects.of(booking).get()
    assert (entry.action, entry.user, entry.timestamp, entry.area) == ("booking.book", town.planner, NOW, town.area)


def test_scenario_1_a_night_on_monday_stops_an_early_tuesday_elsewhere(town):
    substitute = town.substitute()
    night = town.order("2026-05-11 22:00", "2026-05-12 06:00")
    BookingFactory(order=night, substitute=substitute)
    early = town.order("2026-05-12 05:00", "2026-05-12 13:00")

    with pytest.raises(CannotBook, match=r"Redan bokad måndag 11 maj 22\.00–06\.00 på"):
        bookings.book(early, substitute, by=town.planner, at=at("2026-05-11 12:00"))


def test_scenario_2_touching_shifts_are_accepted(town):
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-13 07:00", "2026-05-13 15:00"), substitute=substitute)
    evening = town.order("2026-05-13 15:00", "2026-05-13 20:00")

    assert bookings.book(evening, substitute, by=town.planner, at=NOW)


def test_scenario_18_every_reason_is_given(town):
    order, stranger = town.order(), SubstituteFactory()
    order.competences.add(CompetenceFactory(name="körkort"))
    BookingFactory(order=OrderFactory(starts=order.starts), substitute=stranger)

    with pytest.raises(CannotBook) as refusal:
        bookings.book(order, stranger, by=town.planner, at=NOW)

    assert [breach.code for breach in refusal.value.breaches] == ["agreement", "competence", "overlap"]
    assert not refusal.value.overridable


def test_short_rest_takes_a_reason_and_the_reason_is_kept(town):
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=substitute)
    order = town.order()

    with pytest.raises(CannotBook, match="Får bara 8 tim vila, behöver 11 tim") as refusal:
        bookings.book(order, substitute, by=town.planner, at=NOW)
    assert refusal.value.overridable

    booking = bookings.book(order, substitute, by=town.planner, at=NOW, reason="Ingen annan finns")
    assert booking.override_reason == "Ingen annan finns"


def test_a_reason_from_somebody_without_the_role_passes_nothing(town):
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=substitute)

    with pytest.raises(CannotBook):
        bookings.book(town.order(), substitute, by=town.manager, at=NOW, reason="Kom ändå")


def test_a_reason_does_not_pass_a_hard_obstacle(town):
    with pytest.raises(CannotBook):
        bookings.book(town.order(), SubstituteFactory(), by=town.planner, at=NOW, reason="Vill ändå")


def test_scenario_21_the_second_planner_is_told_who_was_first(town):
    order, first = town.order(), town.substitute()
    bookings.book(order, first, by=town.planner, at=NOW)

    with pytest.raises(AlreadyTaken, match=str(first)):
        bookings.book(order, town.substitute(), by=town.planner, at=NOW)


def test_scenario_24_the_same_booking_twice_is_one_with_one_confirmation(town):
    order, substitute = town.order(), town.substitute()

    first = bookings.book(order, substitute, by=town.planner, at=NOW)
    again = bookings.book(order, substitute, by=town.planner, at=NOW)

    assert first == again
    assert Message.objects.filter(kind="booking.booked").count() == 1


@pytest.mark.parametrize("status", [Order.Status.CANCELLED, Order.Status.LAPSED, Order.Status.COMPLETED])
def test_an_order_that_is_closed_is_not_booked(town, status):
    with pytest.raises(AlreadyTaken, match="inte längre öppen"):
        bookings.book(town.order(status=status), town.substitute(), by=town.planner, at=NOW)


def test_a_shift_that_is_over_is_not_booked(town):
    order = town.order()

    with pytest.raises(AlreadyTaken, match="redan slut"):
        bookings.book(order, town.substitute(), by=town.planner, at=order.ends)


def test_booking_closes_what_was_offered_and_tells_the_others(town):
    order, chosen, other = town.order(), town.substitute(), town.substitute()
    advert = AdvertFactory(order=order)
    for substitute in (chosen, other):
        InterestFactory(order=order, substitute=substitute)

    bookings.book(order, chosen, by=town.planner, at=NOW, origin=Origin.INTEREST)

    advert.refresh_from_db()
    assert advert.closed_at == NOW
    assert {row.substitute: row.status for row in Interest.objects.all()} == {
        chosen: Interest.Status.SELECTED,
        other: Interest.Status.NOT_SELECTED,
    }
    assert Message.objects.get(kind="interest.not_selected").recipient == other.user


def test_scenario_32_an_interest_taken_back_is_not_booked_on(town):
    order, substitute = town.order(), town.substitute()
    InterestFactory(
        order=order, substitute=substitute, status=Interest.Status.WITHDRAWN, changed_at=at("2026-05-12 05:30")
    )

    with pytest.raises(Refused, match=r"Intresset togs tillbaka tisdag 12 maj 05\.30"):
        bookings.book(order, substitute, by=town.planner, at=NOW, origin=Origin.INTEREST)


def test_scenario_30_her_enquiry_to_a_clashing_shift_is_superseded(town):
    substitute = town.substitute()
    clashing = EnquiryFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=substitute)

    bookings.book(town.order(), substitute, by=town.planner, at=NOW)

    clashing.refresh_from_db()
    assert clashing.status == Enquiry.Status.SUPERSEDED


def test_a_cancelled_booking_opens_the_order_again(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    order = bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.CALLED_OFF, note="ringde 05.50")

    booking.refresh_from_db()
    assert (order.status, order.round) == (Order.Status.OPEN, 2)
    assert (booking.ended_at, booking.ended_by, booking.end_reason) == (NOW, town.planner, EndReason.CALLED_OFF)
    assert Booking.objects.count() == 1


def test_an_order_opened_again_can_be_booked_with_the_same_person(town):
    order, substitute = town.order(), town.substitute()
    booking = bookings.book(order, substitute, by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)

    assert bookings.book(order, substitute, by=town.planner, at=NOW) != booking


def test_a_booking_ends_once(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)

    with pytest.raises(Refused, match="redan avslutad"):
        bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)


def test_a_shift_already_worked_is_not_ended(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    with pytest.raises(Refused, match="redan slut"):
        bookings.end(booking, by=town.planner, at=booking.ends, reason=EndReason.OTHER)


def test_the_database_refuses_a_second_booking_of_an_order(town):
    booking = BookingFactory(order=town.order(status=Order.Status.BOOKED))

    with pytest.raises(IntegrityError):
        BookingFactory(order=booking.order)


@pytest.mark.postgresql
def test_the_database_refuses_somebody_in_two_places(town):
    booking = BookingFactory()

    with pytest.raises(IntegrityError, match="nobody_is_in_two_places"):
        BookingFactory(
            order=OrderFactory(starts=booking.starts),
            substitute=booking.substitute,
            agreement=AgreementFactory(substitute=booking.substitute),
        )
