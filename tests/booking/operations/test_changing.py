"""An order that turns out otherwise, open or booked."""

import pytest

from booking.models import EndReason, Enquiry, Interest, Order, RestDebt
from booking.operations import bookings, changing, enquiries
from booking.operations.refusals import CannotBook, Refused
from messaging.models import Message
from people.models import HistoryEntry
from tests.cast import at
from tests.factories.booking import BookingFactory, InterestFactory
from tests.factories.people import CompetenceFactory, SubstituteCompetenceFactory

MORNING = at("2026-05-12 09:00")
LATER = {"starts": at("2026-05-13 09:00"), "ends": at("2026-05-13 18:00")}


def change(town, order, said, **how) -> Order:
    return changing.change(order, said, by=town.planner, at=MORNING, **how)


def booked(town, substitute=None):
    return bookings.book(town.order(), substitute or town.substitute(), by=town.planner, at=MORNING)


def test_another_time_makes_every_earlier_answer_void(town):
    order, substitute = town.order(), town.substitute()
    enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=at("2026-05-12 10:00"))
    InterestFactory(order=order, substitute=town.substitute())

    order = change(town, order, LATER)

    assert (order.terms_version, order.round) == (2, 2)
    assert Enquiry.objects.get().status == Enquiry.Status.WITHDRAWN
    assert Interest.objects.get().status == Interest.Status.LAPSED


def test_other_words_leave_the_answers_as_they_are(town):
    order = town.order()
    InterestFactory(order=order, substitute=town.substitute())

    order = change(town, order, {"text": "Ta med inneskor", "status": Order.Status.LAPSED})

    assert (order.text, order.terms_version, order.status) == ("Ta med inneskor", 1, Order.Status.OPEN)
    assert Interest.objects.get().status == Interest.Status.REGISTERED


def test_the_same_again_is_no_change(town):
    order = town.order()

    change(town, order, {"starts": order.starts}, competences=[])

    assert not HistoryEntry.objects.exists()


def test_the_history_says_what_was_changed(town):
    change(town, town.order(), {"text": "Nytt"}, competences=[CompetenceFactory()])

    assert HistoryEntry.objects.get().data["fields"] == ["competences", "text"]


def test_whoever_is_booked_keeps_the_shift_at_its_new_time_and_is_told_both(town):
    booking = booked(town)

    change(town, booking.order, LATER)

    booking.refresh_from_db()
    assert (booking.starts, booking.ends, booking.ended_at) == (*LATER.values(), None)
    assert booking.terms["terms_version"] == 2
    body = Message.objects.get(kind="booking.changed", recipient=booking.substitute.user).body
    assert "09.00-18.00" in body
    assert "07.00-16.00" in body


def test_whoever_can_no_longer_take_it_is_not_moved_unseen(town):
    booking = booked(town)
    BookingFactory(order=town.order("2026-05-13 17:00", "2026-05-13 22:00"), substitute=booking.substitute)

    with pytest.raises(CannotBook, match="Redan bokad"):
        change(town, booking.order, LATER)

    booking.order.refresh_from_db()
    assert booking.order.starts == at("2026-05-13 07:00")


def test_unless_the_planner_lets_her_go(town):
    booking = booked(town)
    BookingFactory(order=town.order("2026-05-13 17:00", "2026-05-13 22:00"), substitute=booking.substitute)

    order = change(town, booking.order, LATER, let_go=True)

    booking.refresh_from_db()
    order.refresh_from_db()
    assert booking.end_reason == EndReason.TERMS_CHANGED
    assert (order.status, order.starts, order.round) == (Order.Status.OPEN, LATER["starts"], 2)


def test_whoever_can_still_take_it_is_not_let_go(town):
    booking = booked(town)

    change(town, booking.order, LATER, let_go=True)

    booking.refresh_from_db()
    assert booking.ended_at is None


def test_a_demand_that_she_does_not_meet_is_told_and_one_that_she_meets_is_written_down(town):
    booking, delegation = booked(town), CompetenceFactory()

    with pytest.raises(CannotBook, match="kompetens"):
        change(town, booking.order, {}, competences=[delegation])

    SubstituteCompetenceFactory(substitute=booking.substitute, competence=delegation)
    change(town, booking.order, {}, competences=[delegation])
    booking.refresh_from_db()
    assert list(booking.terms["competences"]) == [delegation.name]


def test_a_reason_passes_what_may_be_passed_and_the_rest_is_owed(town):
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-12 12:00", "2026-05-12 20:00"), substitute=substitute)
    booking = booked(town, substitute)

    change(town, booking.order, {"starts": at("2026-05-13 05:00")}, reason="Överenskommet")

    booking.refresh_from_db()
    assert booking.override_reason == "Överenskommet"
    assert RestDebt.objects.get(booking=booking).owed.total_seconds() == 2 * 3600


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"ends": at("2026-05-13 06:00")}, "sluta efter"),
        ({"ends": at("2026-05-15 07:00")}, "högst ett dygn"),
        ({"starts": at("2026-05-12 06:00"), "ends": at("2026-05-12 08:00")}, "senare än nu"),
    ],
)
def test_a_time_that_cannot_be_is_refused(town, said, words):
    with pytest.raises(Refused, match=words):
        change(town, town.order(), said)


def test_what_is_over_is_not_changed(town):
    with pytest.raises(Refused, match="genomfört"):
        change(town, town.order(status=Order.Status.COMPLETED), {"text": "För sent"})
