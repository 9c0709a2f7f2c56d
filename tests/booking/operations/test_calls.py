"""The phone list: who was called, and what she said."""

from datetime import timedelta

import pytest

from booking.models import Booking, Call, Enquiry, Origin
from booking.operations import calls, enquiries
from booking.operations.refusals import CannotBook
from tests.cast import at
from tests.factories.booking import BookingFactory

MORNING = at("2026-05-12 09:00")
Outcome = Call.Outcome


def note(town, order, substitute, outcome, **said) -> Booking | None:
    return calls.note(order, substitute, outcome, by=town.planner, at=MORNING, **said)


def test_a_yes_on_the_phone_books(town):
    booking = note(town, town.order(), town.substitute(), Outcome.YES)

    assert booking.origin == Origin.PHONE
    assert Call.objects.get().made_by == town.planner


@pytest.mark.parametrize("outcome", [Outcome.NO, Outcome.NO_ANSWER, Outcome.CALL_BACK])
def test_any_other_outcome_is_written_down_and_books_nothing(town, outcome):
    assert note(town, town.order(), town.substitute(), outcome, text="Ring efter tio") is None

    call = Call.objects.get()
    assert (call.outcome, call.note) == (outcome, "Ring efter tio")
    assert not Booking.objects.exists()


def test_one_who_could_not_take_it_is_not_written_down_as_a_yes(town):
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=substitute)

    with pytest.raises(CannotBook):
        note(town, town.order(), substitute, Outcome.YES)

    assert not Call.objects.exists()


def test_a_no_on_the_phone_answers_the_enquiry(town):
    order, substitute = town.order(), town.substitute()
    enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=at("2026-05-12 09:30"))

    note(town, order, substitute, Outcome.NO)

    assert Enquiry.objects.get().status == Enquiry.Status.NO


def test_the_same_button_pressed_twice_is_one_call_and_a_later_one_another(town):
    order, substitute = town.order(), town.substitute()
    for seconds in (0, 1, 40):
        moment = MORNING + timedelta(seconds=seconds)
        calls.note(order, substitute, Outcome.NO_ANSWER, by=town.planner, at=moment)

    assert Call.objects.count() == 2


def test_a_yes_pressed_twice_is_one_booking_and_one_call(town):
    order, substitute = town.order(), town.substitute()

    assert note(town, order, substitute, Outcome.YES) == note(town, order, substitute, Outcome.YES)
    assert Call.objects.count() == 1


def test_a_call_that_nobody_answered_leaves_the_enquiry_waiting(town):
    order, substitute = town.order(), town.substitute()
    enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=at("2026-05-12 09:30"))

    note(town, order, substitute, Outcome.NO_ANSWER)

    assert Enquiry.objects.get().status == Enquiry.Status.SENT
