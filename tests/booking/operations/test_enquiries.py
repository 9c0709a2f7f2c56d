"""Asking, and what becomes of the answers."""

import pytest

from booking.models import Booking, EndReason, Enquiry, Order
from booking.notifications.enquiries import link_of
from booking.operations import answering, bookings, enquiries, orders
from booking.operations.refusals import AlreadyTaken, Refused
from messaging.models import Message
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import SubstituteFactory

ANSWER_BY = at("2026-05-12 06:15")


def ask(town, order, *substitutes) -> list[Enquiry]:
    return enquiries.ask(order, substitutes, by=town.planner, at=NOW, answer_by=ANSWER_BY)


def answer(enquiry, *, yes, when=NOW) -> Enquiry:
    return answering.answer(enquiry, yes=yes, by=enquiry.substitute.user, at=when)


def test_asking_sends_one_question_that_can_be_answered(town):
    (enquiry,) = ask(town, town.order(), town.substitute())

    message = Message.objects.get()
    assert message.answerable
    assert f"Svara JA eller NEJ senast 06.15. http://localhost:8000{link_of(enquiry)}" in message.body


def test_nobody_is_asked_twice_in_a_round(town):
    order, substitute = town.order(), town.substitute()
    ask(town, order, substitute)

    assert ask(town, order, substitute) == []


def test_who_could_not_take_it_is_passed_over(town):
    able = town.substitute()

    assert [one.substitute for one in ask(town, town.order(), able, SubstituteFactory())] == [able]


def test_who_would_need_a_planners_reason_is_not_asked_for_a_yes_that_books_nothing(town):
    tired = town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=tired)

    assert ask(town, town.order(), tired) == []


def test_the_time_to_answer_ends_before_the_shift_starts(town):
    order = town.order()

    with pytest.raises(Refused, match="Svarstiden"):
        enquiries.ask(order, [town.substitute()], by=town.planner, at=NOW, answer_by=at("2026-05-13 07:01"))


def test_a_filled_order_is_not_asked_about(town):
    order = BookingFactory(order=town.order(status=Order.Status.BOOKED)).order

    with pytest.raises(AlreadyTaken):
        ask(town, order, town.substitute())


def test_scenario_27_the_first_yes_books_and_the_second_is_told(town):
    first, second = ask(town, town.order(), town.substitute(), town.substitute())

    assert answer(first, yes=True).status == Enquiry.Status.WON
    assert answer(second, yes=True).status == Enquiry.Status.LOST
    assert Booking.objects.get().substitute == first.substitute


def test_scenario_28_a_no_may_become_a_yes_while_the_order_is_open(town):
    (enquiry,) = ask(town, town.order(), town.substitute())

    answer(enquiry, yes=False)

    assert answer(enquiry, yes=True).status == Enquiry.Status.WON


def test_scenario_29_an_answer_after_winning_changes_nothing(town):
    (enquiry,) = ask(town, town.order(), town.substitute())
    answer(enquiry, yes=True)

    assert answer(enquiry, yes=True).status == Enquiry.Status.WON
    assert answer(enquiry, yes=False).status == Enquiry.Status.WON
    assert Booking.objects.occupying().count() == 1


def test_an_answer_after_the_time_books_nothing(town):
    (enquiry,) = ask(town, town.order(), town.substitute())

    assert answer(enquiry, yes=True, when=ANSWER_BY).status == Enquiry.Status.EXPIRED
    assert not Booking.objects.exists()


def test_a_yes_from_somebody_booked_elsewhere_meanwhile_books_nothing(town):
    (enquiry,) = ask(town, town.order(), town.substitute())
    clash = town.order("2026-05-13 12:00", "2026-05-13 20:00")
    BookingFactory(order=clash, substitute=enquiry.substitute)

    assert answer(enquiry, yes=True).status == Enquiry.Status.INELIGIBLE


def test_two_open_questions_to_one_number_are_told_apart_by_a_code(town):
    substitute = town.substitute()
    ask(town, town.order(), substitute)
    (second,) = ask(town, town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute)

    assert f"Svara JA {second.code} eller NEJ {second.code}" in Message.objects.get(facts__pk=str(second.pk)).body


def test_scenario_40_a_shared_number_always_takes_the_code(town):
    one, other = town.substitute(user__phone="+46701740699"), town.substitute(user__phone="+46701740699")

    first, second = ask(town, town.order(), one, other)

    assert first.code != second.code
    assert all("Svara JA " in message.body and "JA eller" not in message.body for message in Message.objects.all())


def test_a_question_overtaken_by_a_booking_is_not_sent(town, drain):
    order = town.order("2026-05-12 15:00", "2026-05-12 22:00")
    ask(town, order, town.substitute())

    bookings.book(order, town.substitute(), by=town.planner, at=NOW)
    drain()

    assert Message.objects.get(kind="enquiry.asked").status == Message.Status.SUPPRESSED


def test_a_no_of_an_earlier_round_is_not_changed_to_yes(town):
    order = town.order()
    (enquiry,) = ask(town, order, town.substitute())
    answer(enquiry, yes=False)
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.OTHER)

    assert answer(enquiry, yes=True).status == Enquiry.Status.EXPIRED
    assert not Booking.objects.occupying().exists()


def test_a_no_stays_a_no_when_the_order_is_cancelled_or_she_is_booked_elsewhere(town):
    gone, clashing = town.order(), town.order("2026-05-13 08:00", "2026-05-13 17:00")
    substitute = town.substitute()
    refused = [*ask(town, gone, substitute), *ask(town, clashing, substitute)]
    for enquiry in refused:
        answer(enquiry, yes=False)

    orders.cancel(gone, by=town.planner, at=NOW, note="")
    other = town.order("2026-05-13 12:00", "2026-05-13 20:00")
    bookings.book(other, substitute, by=town.planner, at=NOW)

    assert set(Enquiry.objects.values_list("status", flat=True)) == {Enquiry.Status.NO}


def test_an_e_mail_asks_to_be_answered_in_the_portal(town):
    ask(town, town.order(), town.substitute(user__phone=""))

    message = Message.objects.get()
    assert "Svara i portalen senast 06.15." in message.body
    assert "JA" not in message.body
    assert not message.answerable


def test_nobody_is_woken_for_a_shift_that_is_far_away(town):
    ask(town, town.order(), town.substitute())

    assert Message.objects.get().due_at == at("2026-05-12 06:00")


def test_a_time_to_answer_before_anybody_is_woken_is_refused(town):
    with pytest.raises(Refused, match=r"06\.00"):
        enquiries.ask(town.order(), [town.substitute()], by=town.planner, at=NOW, answer_by=at("2026-05-12 06:00"))
