"""An answer by SMS counts for the number that was asked, whoever has it since."""

import itertools
import re

import pytest

from booking import enquiry_links
from booking.models import Booking, Enquiry
from booking.operations import answering, enquiries
from messaging import inbound, own_number, tasks
from messaging.models import InboundMessage, Message
from people.operations import accounts
from people.operations.accounts import Person
from tests.cast import at
from tests.factories.booking import EnquiryFactory

NOW = at("2026-05-12 09:00")
OLD, NEW, OTHER = "+46701740605", "+46701740606", "+46701740699"


@pytest.fixture
def text(drain, time_machine):
    """`text("JA", OLD)`: somebody sends an SMS from the number; the row as it was read."""
    time_machine.move_to(NOW, tick=False)
    numbers = itertools.count()

    def send(body: str, sender: str) -> InboundMessage:
        row = inbound.receive(gateway="local", provider_id=f"n-{next(numbers)}", sender=sender, body=body, at=NOW)
        drain()
        return InboundMessage.objects.get(pk=row.pk)

    return send


@pytest.fixture
def amira(town):
    return town.substitute(user__phone=OLD)


def asked(town, *substitutes, number=1) -> list[Enquiry]:
    orders = [town.order(f"2026-05-{13 + day} 07:00", f"2026-05-{13 + day} 16:00") for day in range(number)]
    terms = {"by": town.planner, "at": NOW, "answer_by": at("2026-05-12 20:00")}
    return [one for order in orders for one in enquiries.ask(order, substitutes, **terms)]


def moves(substitute, drain, number=NEW) -> None:
    """She changes her number herself, with the code that goes to the new one."""
    drain()
    own_number.ask(substitute, number, by=substitute.user, at=NOW)
    code = Message.objects.get(kind="phone.code", address=number).body[:6]
    own_number.confirm(substitute, code, by=substitute.user, at=NOW)
    drain()


def told(kind="enquiry.reply") -> list[tuple[str, str]]:
    return list(Message.objects.filter(kind=kind).values_list("address", "body"))


def test_the_old_number_answers_what_it_was_asked(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)

    assert text("JA", OLD).outcome == "ja: fick passet"
    assert Booking.objects.get().substitute == amira
    assert told() == [(OLD, "Passet är ditt.")]
    assert Message.objects.get(kind="booking.booked").address == NEW


def test_a_no_from_the_old_number_is_a_no(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)

    assert text("NEJ", OLD).outcome == "nej: svarade nej"
    assert [number for number, _words in told()] == [OLD]


def test_the_new_number_answers_nothing_that_went_to_the_old(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)

    row = text("JA", NEW)

    assert (row.outcome, row.needs_reader) == ("numret är inte det som fick frågan", False)
    assert not Booking.objects.exists()
    ((number, words),) = told("enquiry.elsewhere")
    assert number == NEW
    assert "Svara i portalen: http://localhost:8000/forfragningar/" in words


def test_nor_with_the_code(town, amira, text, drain):
    (enquiry,) = asked(town, amira)
    moves(amira, drain)

    text(f"JA {enquiry.code}", NEW)

    assert not Booking.objects.exists()


def test_words_from_a_number_that_was_not_asked_are_read_by_a_planner(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)

    row = text("ja men bara till 14", NEW)

    assert (row.outcome, row.needs_reader) == ("otydligt svar, inget är bokat", True)
    assert told("enquiry.unclear") == []


def test_who_was_asked_by_no_sms_answers_in_the_portal(town, text):
    EnquiryFactory(order=town.order(), substitute=town.substitute(user__phone=OLD), answer_by=at("2026-05-12 20:00"))

    assert text("JA", OLD).outcome == "numret är inte det som fick frågan"


def test_the_new_number_answers_what_it_was_asked_since(town, amira, text, drain):
    (first,) = asked(town, amira)
    moves(amira, drain)
    second = enquiries.ask(
        town.order("2026-05-15 07:00", "2026-05-15 16:00"),
        [amira],
        by=town.planner,
        at=NOW,
        answer_by=at("2026-05-12 20:00"),
    )[0]

    assert text("JA", NEW).outcome == "ja: fick passet"
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("sent", "won")


def test_one_sms_about_many_was_sent_to_its_number(town, amira, text, drain):
    several = asked(town, amira, number=3)
    moves(amira, drain)
    assert Message.objects.filter(kind="enquiry.asked_many", address=OLD).exists()

    assert text("JA", OLD).outcome == "flera förfrågningar, koden saknas"
    assert text(f"JA {several[1].code}", OLD).outcome == "ja: fick passet"
    assert Booking.objects.get().order == several[1].order


def test_who_has_the_old_number_now_is_not_guessed_to_mean_either(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)
    sister = town.substitute(user__phone=OLD)

    assert text("JA", OLD).outcome == "flera förfrågningar, koden saknas"
    assert not Booking.objects.filter(substitute=sister).exists()


def test_the_old_number_hears_nothing_of_what_is_closed(town, amira, text, drain):
    (enquiry,) = asked(town, amira)
    answering.answer(enquiry, yes=True, by=amira.user, at=NOW)
    moves(amira, drain)

    assert text("JA", OLD).outcome == inbound.UNKNOWN_SENDER
    assert told() == []


def test_two_who_shared_a_number_are_told_apart_by_the_code_after_one_has_left_it(town, amira, text, drain):
    sister = town.substitute(user__phone=OLD)
    (hers,) = asked(town, amira)
    asked(town, sister)
    moves(amira, drain)

    assert text("JA", OLD).outcome == "flera förfrågningar, koden saknas"
    text(f"JA {hers.code}", OLD)

    assert {booking.substitute for booking in Booking.objects.all()} <= {amira, sister}


def test_a_number_that_was_never_ours_answers_nothing(town, amira, text):
    (enquiry,) = asked(town, amira)

    assert text(f"JA {enquiry.code}", OTHER).outcome == inbound.UNKNOWN_SENDER
    assert not Booking.objects.exists()


def test_stop_is_of_the_number_that_says_it(town, amira, text, drain):
    asked(town, amira)
    moves(amira, drain)

    text("STOP", OLD)

    assert text("JA", OLD).outcome == "ja: fick passet"
    assert Message.objects.get(kind="booking.booked").status == Message.Status.DELIVERED


def test_who_is_shut_out_answers_from_no_number(town, amira, text, drain):
    asked(town, amira)
    drain()
    amira.user.is_active = False
    amira.user.save()

    assert text("JA", OLD).outcome == inbound.UNKNOWN_SENDER


def test_what_has_not_left_when_she_changes_number_goes_to_the_new_one(town, amira, text, drain, time_machine):
    (enquiry,) = asked(town, amira)
    Message.objects.update(due_at=at("2026-05-12 10:00"))
    moves(amira, drain)
    time_machine.move_to(at("2026-05-12 10:00"), tick=False)

    tasks.sweep()

    sent = Message.objects.get(kind="enquiry.asked")
    assert (sent.address, sent.status) == (NEW, Message.Status.DELIVERED)
    assert enquiry_links.is_genuine(re.search(r"/f/([\w-]{38})/", sent.body)[1], enquiry.pk, NEW)
    assert text("JA", OLD).outcome == inbound.UNKNOWN_SENDER
    assert text("JA", NEW).outcome == "ja: fick passet"


def test_what_stays_for_want_of_a_number_is_in_the_inbox(town, amira, drain):
    asked(town, amira)
    accounts.rewrite(amira.user, Person("Amira", "Hassan", "", "amira@alvsunda.example"))

    drain()

    assert Message.objects.in_inbox(amira.user, now=NOW).get().status == Message.Status.SUPPRESSED
