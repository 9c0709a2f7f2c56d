"""Ja and Nej by SMS, all the way from the gateway to the booking and back."""

import pytest

from booking.models import Booking, EndReason, Enquiry
from booking.operations import answering, bookings, enquiries
from messaging import inbound
from messaging.models import InboundMessage, Message
from tests.cast import NOW, at

PHONE = "+46701740605"


@pytest.fixture
def text(drain, time_machine):
    """`text("JA")`: she answers from her phone; answers with what it became."""
    time_machine.move_to(NOW, tick=False)
    numbers = iter(range(100))

    def send(body: str, sender: str = PHONE) -> str:
        row = inbound.receive(gateway="local", provider_id=f"in-{next(numbers)}", sender=sender, body=body, at=NOW)
        drain()
        return InboundMessage.objects.get(pk=row.pk).outcome

    return send


def asked(town, order, *substitutes) -> list[Enquiry]:
    return enquiries.ask(order, substitutes, by=town.planner, at=NOW, answer_by=at("2026-05-12 06:15"))


def replies() -> list[str]:
    return list(
        Message.objects.filter(kind__in=["enquiry.reply", "enquiry.unclear"])
        .order_by("posted_at", "pk")
        .values_list("body", flat=True)
    )


def test_a_yes_books_and_is_confirmed_once(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))

    assert text(" Ja! ") == "ja: fick passet"
    assert Booking.objects.get().origin == "enquiry"
    assert Message.objects.get(kind="booking.booked").status == Message.Status.DELIVERED
    assert replies() == []


def test_a_no_is_thanked_for_and_may_be_changed(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))

    assert text("nej tack") == "nej: svarade nej"
    assert "Ändrar du dig" in replies()[0]
    assert text("JA") == "ja: fick passet"


def test_scenario_27_a_late_yes_hears_that_the_shift_is_taken(town, text):
    first, _second = asked(town, town.order(), town.substitute(), town.substitute(user__phone=PHONE))
    answering.answer(first, yes=True, by=first.substitute.user, at=NOW)

    text("JA")

    assert replies() == ["Passet är redan taget. Tack för att du ville."]


@pytest.mark.parametrize("body", ["Ja men bara till 14", "jag kan nog", "👍"])
def test_scenario_41_what_is_not_plainly_an_answer_books_nothing(town, text, body):
    asked(town, town.order(), town.substitute(user__phone=PHONE))

    assert text(body) == "otydligt svar, inget är bokat"
    assert not Booking.objects.exists()
    assert "Svara bara JA" in replies()[0]


def test_scenario_40_a_shared_phone_is_never_guessed_at(town, text):
    one, other = town.substitute(user__phone=PHONE), town.substitute(user__phone=PHONE)
    asked(town, town.order(), one)
    (second,) = asked(town, town.order(), other)

    assert text("JA") == "flera förfrågningar, koden saknas"
    assert not Booking.objects.exists()
    text(f"JA {second.code}")
    assert Booking.objects.get().substitute == other


def test_a_code_that_nobody_was_given_books_nothing(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))

    text("JA 999")

    assert not Booking.objects.exists()


def test_a_yes_counts_for_the_number_that_was_asked_only(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))
    town.substitute(user__phone="+46701740699")

    text("JA", sender="+46701740699")

    assert not Booking.objects.exists()


def test_scenario_29_a_second_yes_confirms_and_changes_nothing(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))
    text("JA")

    text("JA")

    assert Booking.objects.count() == 1
    assert replies() == ["Passet är ditt."]


def test_a_yes_after_two_no_is_not_guessed_to_be_for_the_latest(town, text):
    substitute = town.substitute(user__phone=PHONE)
    asked(town, town.order(), substitute)
    asked(town, town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute)
    for enquiry in Enquiry.objects.all():
        answering.answer(enquiry, yes=False, by=substitute.user, at=NOW)

    assert text("JA") == "flera förfrågningar, koden saknas"
    assert not Booking.objects.exists()


def test_a_yes_to_a_shift_that_was_cancelled_since_is_not_told_that_it_is_hers(town, text):
    asked(town, town.order(), town.substitute(user__phone=PHONE))
    text("JA")
    bookings.end(Booking.objects.get(), by=town.planner, at=NOW, reason=EndReason.OTHER)

    text("JA")

    assert replies() == ["Passet är avbokat. Du ska inte jobba det."]
