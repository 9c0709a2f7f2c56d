"""What the portal answers by itself."""

from datetime import timedelta

import pytest
from django.db import transaction

from messaging import delivery, inbound, replies
from messaging.models import Message
from tests.messaging.conftest import NOW

HOUR = timedelta(hours=1)


@pytest.fixture
def answer(amira, db):
    """`answer(at=…)`: the portal answers an SMS of hers; the message, or nothing."""
    numbers = iter(range(100))

    def one(*, at=NOW, kind="enquiry.reply", sender=amira.phone, **terms) -> Message | None:
        row = inbound.receive(gateway="fake", provider_id=f"s{next(numbers)}", sender=sender, body="JA", at=at)
        with transaction.atomic():
            return replies.reply(row, kind=kind, to=amira, subject="Ditt svar", body="Hej", at=at, **terms)

    return one


def test_an_answer_says_what_it_answers(answer):
    message = answer()

    assert message.in_reply_to.sender == message.address
    assert message.about == f"inboundmessage:{message.in_reply_to_id}"


def test_scenario_43_a_number_is_answered_so_often_an_hour_and_no_more(answer, settings):
    settings.SMS_REPLIES_PER_HOUR = 3

    sent = [answer(at=NOW + timedelta(minutes=minute)) is not None for minute in range(5)]

    assert sent == [True, True, True, False, False]
    assert answer(at=NOW + HOUR + timedelta(minutes=1)) is not None


def test_two_numbers_have_an_hour_each(answer, settings):
    settings.SMS_REPLIES_PER_HOUR = 1
    answer()

    assert answer(sender="+46701740613") is not None


def test_what_is_said_once_an_hour_is(answer):
    assert answer(kind="enquiry.unclear", once_an_hour=True) is not None
    assert answer() is not None
    assert answer(kind="enquiry.unclear", once_an_hour=True) is None
    assert answer(at=NOW + HOUR, kind="enquiry.unclear", once_an_hour=True) is not None


def test_two_machines_that_answer_each_other_fall_silent(amira, gateway, drain, settings):
    """Whatever the portal says is answered, for ever."""
    settings.SMS_REPLIES_PER_HOUR = 4

    @inbound.reader
    def read(message, senders, at):
        replies.reply(message, kind="enquiry.reply", to=senders[0], subject="", body="Vi förstod inte", at=at)
        return inbound.Outcome("besvarad")

    heard = 0
    inbound.receive(gateway="fake", provider_id="s0", sender=amira.phone, body="Jag är ledig", at=NOW)
    drain()
    while heard < len(gateway.taken):
        heard += 1
        inbound.receive(gateway="fake", provider_id=f"s{heard}", sender=amira.phone, body="Jag är ledig", at=NOW)
        drain()

    assert heard == 4


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_last_sms_before_it_is_what_an_answer_can_be_to(amira, post, gateway, by_hand):
    for minutes, writer in ((20, None), (10, amira if by_hand else None), (-10, None if by_hand else amira)):
        message = post(amira, written_by=writer)
        delivery.deliver(message.pk, at=NOW)
        Message.objects.filter(pk=message.pk).update(sent_at=NOW - timedelta(minutes=minutes))

    row = inbound.receive(gateway="fake", provider_id="s1", sender=amira.phone, body="JA", at=NOW)

    assert replies.to_something_written(row) is by_hand


def test_an_answer_to_nothing_is_to_nothing_written(amira):
    row = inbound.receive(gateway="fake", provider_id="s1", sender=amira.phone, body="JA", at=NOW)

    assert not replies.to_something_written(row)
