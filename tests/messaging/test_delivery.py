"""Handing a message over, once."""

import logging
from datetime import timedelta

import pytest

from messaging import delivery, outbox, tasks
from messaging.channels import Refused, TryAgain
from messaging.models import Message
from tests.messaging.conftest import NOW

LATER = NOW + timedelta(minutes=3)


def deliver(message, *, at=NOW) -> Message:
    delivery.deliver(message.pk, at=at)
    message.refresh_from_db()
    return message


def test_a_message_is_handed_to_the_gateway(amira, post, gateway):
    message = deliver(post(amira, body="Du är bokad"))

    assert [(sms.to, sms.text, sms.reference) for sms in gateway.taken] == [
        ("+46701740612", "Du är bokad", str(message.pk))
    ]
    assert (message.status, message.provider_id, message.gateway) == ("accepted", f"fake-{message.pk}", "fake")
    assert (message.attempts, message.sent_at) == (1, NOW)


def test_the_queued_task_sends_it(amira, post, gateway, drain):
    message = post(amira)

    assert drain() == ["messaging.tasks.send"]

    message.refresh_from_db()
    assert message.status == Message.Status.ACCEPTED


def test_the_same_task_twice_sends_once(amira, post, gateway):
    message = post(amira)

    tasks.send(str(message.pk))
    tasks.send(str(message.pk))

    assert len(gateway.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_the_network_is_never_waited_for_inside_a_transaction(amira, post, gateway):
    deliver(post(amira))

    assert [sms.in_transaction for sms in gateway.taken] == [False]


def test_a_message_does_not_leave_before_its_time(amira, post, gateway):
    message = deliver(post(amira, due_at=LATER), at=LATER - timedelta(seconds=1))
    assert not gateway.taken

    deliver(message, at=LATER)
    assert len(gateway.taken) == 1


def test_an_overtaken_message_stays_with_the_reason(amira, post, gateway):
    @outbox.still_true("thing.happened")
    @outbox.still_true("thing.undone")
    def check(message: Message) -> str:
        return "passet är avbokat" if message.facts["gone"] else ""

    message = deliver(post(amira, facts={"gone": True}))
    other = deliver(post(amira, kind="thing.undone", facts={"gone": False}))

    assert (message.status, message.status_reason) == ("suppressed", "passet är avbokat")
    assert [sms.reference for sms in gateway.taken] == [str(other.pk)]


def test_a_gateway_that_is_busy_is_tried_again_later_and_later(amira, post, gateway):
    gateway.problems.extend([TryAgain("upptaget")] * 4)
    message, waits, now = post(amira), [], NOW

    while message.status == Message.Status.PENDING:
        deliver(message, at=now)
        waits.append((message.due_at - now) // timedelta(minutes=1))
        now = message.due_at

    assert waits == [1, 5, 15, 60, 0]
    assert (message.status, message.attempts, len(gateway.taken)) == ("accepted", 5, 1)


def test_a_waiting_message_says_why(amira, post, gateway):
    gateway.problems.append(TryAgain("upptaget"))

    message = deliver(post(amira))

    assert (message.status, message.status_reason) == ("pending", "upptaget")


def test_five_attempts_are_enough(amira, post, gateway):
    gateway.problems.extend([TryAgain("upptaget")] * 9)
    message = post(amira)

    for _ in range(9):
        deliver(message, at=message.due_at)

    assert (message.status, message.status_reason, message.attempts) == ("failed", "upptaget", 5)


def test_a_refused_message_is_not_tried_again(amira, post, gateway):
    gateway.problems.append(Refused("numret finns inte"))

    message = deliver(post(amira))
    deliver(message, at=LATER)

    assert (message.status, message.status_reason) == ("failed", "numret finns inte")
    assert not gateway.taken


def test_an_unknown_outcome_is_not_sent_again_blindly(amira, post, gateway, caplog):
    gateway.problems.append(TimeoutError())

    with caplog.at_level(logging.CRITICAL):
        message = deliver(post(amira))
        deliver(message, at=LATER)

    assert message.status == Message.Status.SENDING
    assert len(gateway.taken) == 1


def test_a_gateway_that_is_not_set_up_is_waited_for(amira, post, settings):
    settings.SMS_GATEWAY = "unheard-of"

    message = deliver(post(amira))

    assert (message.status, message.status_reason) == ("pending", "sms-leverantören är inte inställd")


def test_an_answer_that_comes_late_is_still_true(amira, post, gateway):
    message = post(amira)
    claimed = delivery.claim(message.pk, at=NOW)
    delivery.put_back(claimed, delivery.NO_ANSWER, at=NOW)

    delivery.accept(claimed, delivery.channels.Sent("fake-late"), at=NOW)

    deliver(message, at=LATER)
    assert (message.status, message.provider_id) == ("accepted", "fake-late")
    assert not gateway.taken


def test_a_late_failure_does_not_touch_a_newer_claim(amira, post, gateway):
    message = post(amira)
    first = delivery.claim(message.pk, at=NOW)
    delivery.put_back(first, delivery.NO_ANSWER, at=NOW)
    delivery.claim(message.pk, at=LATER)

    delivery.give_up(first, "för sent")

    message.refresh_from_db()
    assert (message.status, message.attempts) == ("sending", 2)
