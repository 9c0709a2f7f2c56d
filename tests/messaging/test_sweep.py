"""The rounds of each minute."""

import logging
from datetime import timedelta

import time_machine
from django_q.models import OrmQ

from messaging import delivery, inbound, outbox, tasks
from messaging.models import Heartbeat, Message, Receipt
from tests.messaging.conftest import NOW


def sweep(at=NOW) -> None:
    with time_machine.travel(at, tick=False):
        tasks.sweep()


def test_what_was_never_queued_is_sent(amira, post, gateway):
    post(amira)
    OrmQ.objects.all().delete()

    sweep()

    assert len(gateway.taken) == 1


def test_the_oldest_goes_first_and_what_is_not_due_stays(amira, post, gateway):
    post(amira, body="andra", due_at=NOW - timedelta(minutes=1))
    post(amira, body="första", due_at=NOW - timedelta(minutes=2))
    post(amira, body="senare", due_at=NOW + timedelta(minutes=1))

    sweep()

    assert [sms.text for sms in gateway.taken] == ["första", "andra"]


def test_a_message_that_left_before_its_sender_died_is_not_sent_again(amira, post, gateway, caplog):
    gateway.problems.append(TimeoutError())
    message = post(amira)
    with caplog.at_level(logging.CRITICAL):
        delivery.deliver(message.pk, at=NOW)

    sweep(NOW + timedelta(minutes=3))

    message.refresh_from_db()
    assert (message.status, message.provider_id) == ("accepted", f"fake-{message.pk}")
    assert len(gateway.taken) == 1


def test_a_message_that_never_left_is_sent(amira, post, gateway):
    message = post(amira)
    delivery.claim(message.pk, at=NOW)

    sweep(NOW + timedelta(minutes=3))
    sweep(NOW + timedelta(minutes=5))

    message.refresh_from_db()
    assert (message.status, message.attempts, len(gateway.taken)) == ("accepted", 2, 1)


def test_what_nobody_can_tell_is_given_up_rather_than_sent_twice(amira, post, gateway):
    gateway.can_tell = False
    message = post(amira)
    delivery.claim(message.pk, at=NOW)

    sweep(NOW + timedelta(minutes=3))

    message.refresh_from_db()
    assert (message.status, message.status_reason) == ("failed", delivery.UNKNOWN_OUTCOME)


def test_a_message_that_is_being_sent_is_left_alone(amira, post, gateway):
    message = post(amira)
    delivery.claim(message.pk, at=NOW)

    sweep(NOW + timedelta(minutes=1))

    message.refresh_from_db()
    assert (message.status, message.attempts) == ("sending", 1)


def test_an_sms_that_nobody_read_is_read(amira):
    message = inbound.receive(gateway="fake", provider_id="s1", sender=amira.phone, body="JA", at=NOW)

    sweep()

    message.refresh_from_db()
    assert message.handled_at == NOW


def test_a_receipt_that_was_stored_but_not_applied_is_applied(amira, post, gateway):
    message = post(amira)
    delivery.deliver(message.pk, at=NOW)
    Receipt.objects.create(gateway="fake", provider_id=f"fake-{message.pk}", status="delivered", received_at=NOW)

    sweep(NOW + timedelta(minutes=1))

    message.refresh_from_db()
    assert message.status == Message.Status.DELIVERED


def test_one_that_cannot_be_sent_does_not_stop_the_others(amira, post, gateway, caplog):
    @outbox.still_true("thing.broken")
    def check(message):
        raise RuntimeError

    post(amira, kind="thing.broken", due_at=NOW - timedelta(minutes=1))
    post(amira)

    with caplog.at_level(logging.CRITICAL):
        sweep()

    assert len(gateway.taken) == 1


def test_the_local_gateway_and_the_mail_server_can_always_be_sent_to_again(amira, post):
    for channel in ("sms", "email"):
        delivery.claim(post(amira, channel=channel).pk, at=NOW)

    sweep(NOW + timedelta(minutes=3))
    sweep(NOW + timedelta(minutes=5))

    assert set(Message.objects.values_list("status", "attempts")) == {("delivered", 2), ("accepted", 2)}


def test_a_sweep_ends_in_time_and_leaves_the_rest_to_the_next(amira, post, gateway, monkeypatch):
    post(amira)
    monkeypatch.setattr(tasks, "SECONDS", -1)

    sweep()

    assert not gateway.taken


def test_the_sweep_leaves_a_sign_of_life(db):
    sweep(NOW)
    sweep(NOW + timedelta(minutes=1))

    assert Heartbeat.objects.get(name="sweep").beat_at == NOW + timedelta(minutes=1)
