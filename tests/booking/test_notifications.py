"""What people are told: in few words, of what is still true, and never of what is not theirs to know."""

import pytest
from django.db import transaction
from django.utils.translation import override

from booking.models import EndReason
from booking.operations import bookings, enquiries, orders
from messaging.models import Message
from messaging.segments import segments
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, InterestFactory
from tests.factories.people import WorkplaceFactory


@pytest.fixture
def long_place(town):
    """A workplace with as long a name and address as real ones have."""
    return WorkplaceFactory(
        area=town.area,
        name="Särskilt boende Björkgården, avdelning Lönnen",
        address="Norra Järnvägsgatan 114 B, 981 38 Älvsunda",
        phone="0980-319 245",
    )


def test_every_sms_fits_in_two_segments(town, long_place):
    order = town.order(workplace=long_place, contact="Annika Bergström-Lindqvist")
    substitute, other = town.substitute(), town.substitute()
    AdvertFactory(order=order)
    for person in (substitute, other):
        InterestFactory(order=order, substitute=person)
    asked = enquiries.ask(order, [substitute, other], by=town.planner, at=NOW, answer_by=at("2026-05-12 06:15"))

    booking = bookings.book(order, asked[0].substitute, by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)
    InterestFactory(order=order, substitute=other, round=2)
    orders.cancel(order, by=town.planner, at=NOW, note="")

    told = Message.objects.all()
    assert {message.kind for message in told} >= {
        "enquiry.asked", "booking.booked", "booking.ended", "interest.not_selected", "interest.lapsed",
    }  # fmt: skip
    assert {message.kind: segments(message.body) for message in told if segments(message.body) > 2} == {}


def test_the_confirmation_says_what_she_needs_and_nothing_that_is_secret(town):
    order = town.order(reference="Karin som är sjuk", note="ring inte före 6", contact="Eva")

    bookings.book(order, town.substitute(), by=town.planner, at=NOW)

    body = Message.objects.get(kind="booking.booked").body
    for needed in (town.workplace.name, "onsdag 13 maj", "07.00-16.00", "Storgatan 14", "Eva", "0980-319 245"):
        assert needed in body
    for secret in ("Karin", "sjuk", "Sjuk", "ring inte"):
        assert secret not in body


def test_whoever_ordered_is_told_who_comes(town):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    message = Message.objects.get(kind="booking.filled")
    assert message.recipient == town.manager
    assert str(booking.substitute) in message.body


def test_scenario_45_a_confirmation_overtaken_by_a_cancellation_never_leaves_nor_does_the_cancellation(town, drain):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)

    drain()

    to_her = Message.objects.filter(recipient=booking.substitute.user)
    assert {message.kind: message.status for message in to_her} == {
        "booking.booked": Message.Status.SUPPRESSED,
        "booking.ended": Message.Status.SUPPRESSED,
    }


def test_a_cancellation_of_what_she_was_told_is_told(town, drain):
    booking = bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)
    drain()

    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.MISTAKE)
    drain()

    assert Message.objects.get(kind="booking.ended").status == Message.Status.DELIVERED


def test_scenario_44_nothing_is_told_of_what_was_rolled_back(town, drain):
    order, substitute = town.order(), town.substitute()

    @transaction.atomic
    def booked_and_fallen() -> None:
        bookings.book(order, substitute, by=town.planner, at=NOW)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        booked_and_fallen()

    assert drain() == []
    assert not Message.objects.exists()


def test_those_who_are_told_read_swedish_whatever_the_one_who_did_it_reads(town):
    with override("en"):
        bookings.book(town.order(), town.substitute(), by=town.planner, at=NOW)

    assert "onsdag 13 maj" in Message.objects.get(kind="booking.booked").body
