"""Writing down what people are told."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError
from django_q.models import OrmQ

from messaging import outbox, ways
from messaging.models import Channel, Message
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW


def test_somebody_with_a_phone_gets_an_sms(amira, post):
    message = post(amira)

    assert (message.channel, message.address, message.status) == (Channel.SMS, "+46701740612", "pending")


def test_somebody_without_a_phone_gets_an_email(post, db):
    message = post(UserFactory(phone="", email="yonas@alvsunda.example"))

    assert (message.channel, message.address) == (Channel.EMAIL, "yonas@alvsunda.example")


def test_a_channel_can_be_asked_for(amira, post):
    assert post(amira, channel=Channel.EMAIL).address == "amira@alvsunda.example"


def test_a_message_can_go_to_a_number_that_is_not_hers_yet(amira, post):
    message = post(amira, channel=Channel.SMS, address="+46701740690")

    assert (message.recipient, message.address, message.status) == (amira, "+46701740690", "pending")


@pytest.mark.parametrize("channel", [None, Channel.SMS, Channel.EMAIL])
def test_what_cannot_be_sent_is_kept_with_the_reason(post, db, channel):
    message = post(UserFactory(phone="", email=""), channel=channel)

    assert (message.status, message.status_reason) == ("suppressed", ways.MISSING[channel])
    assert not OrmQ.objects.exists()


def test_the_sending_is_queued_with_the_message(amira, post):
    message = post(amira)

    task = OrmQ.objects.get().task
    assert (task["func"], task["args"]) == ("messaging.tasks.send", (str(message.pk),))


def test_the_same_key_is_posted_once(amira, post):
    first, again = post(amira, key="booking:7"), post(amira, key="booking:7", body="Hej igen")

    assert again == first
    assert again.body == "Hej"
    assert OrmQ.objects.count() == 1


def test_a_message_for_later_is_left_to_the_sweep(amira, post):
    message = post(amira, due_at=NOW + timedelta(hours=2))

    assert message.due_at == NOW + timedelta(hours=2)
    assert not OrmQ.objects.exists()


def test_an_sms_is_made_plain_and_an_email_keeps_its_signs(amira, post):
    assert post(amira, body="Pass 07.00–15.30").body == "Pass 07.00-15.30"
    assert post(amira, body="Pass 07.00–15.30", channel=Channel.EMAIL).body == "Pass 07.00–15.30"


def test_nothing_is_told_of_a_change_that_rolls_back(amira, post):
    with transaction.atomic():
        post(amira)
        transaction.set_rollback(True)

    assert not Message.objects.exists()
    assert not OrmQ.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_message_outside_a_transaction_is_refused():
    with pytest.raises(TransactionManagementError, match=r"use transaction\.atomic"):
        outbox.post(key="test", kind="thing.happened", to=UserFactory(), body="Hej", at=NOW)
