"""What every gateway must do, the one of the other tests among them."""

import itertools
import logging
from datetime import timedelta

import pytest

from messaging.models import InboundMessage, Message, Receipt
from tests.messaging.conftest import NOW
from tests.standins.server import Mood

LATER, LATER_STILL = NOW + timedelta(minutes=3), NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL)


def test_an_sms_is_taken_on_under_a_number_of_theirs(carrier, hand_over, amira):
    message = hand_over(body="Du är bokad på Björkgården")

    (sms,) = carrier.taken
    assert (sms.to, sms.text) == (amira.phone, "Du är bokad på Björkgården")
    assert (message.status, message.provider_id, message.gateway) == ("accepted", sms.provider_id, carrier.name)


@pytest.mark.parametrize("statuses", list(itertools.permutations(["sent", "failed", "delivered"])), ids="-".join)
def test_scenario_39_receipts_out_of_order_end_at_delivered(carrier, hand_over, statuses):
    message = hand_over()

    answers = carrier.report(message.provider_id, *statuses, *statuses)

    message.refresh_from_db()
    assert message.status == Message.Status.DELIVERED
    assert answers == [204] * 6


def test_an_sms_that_did_not_arrive_is_told_of(carrier, hand_over):
    message = hand_over()

    carrier.report(message.provider_id, "failed")

    message.refresh_from_db()
    assert message.status == Message.Status.FAILED


def test_scenario_38_the_same_sms_delivered_twice_is_one(carrier, amira):
    assert [carrier.say(amira.phone, "JA") for _ in range(2)] == [204, 204]

    (inbound,) = InboundMessage.objects.all()
    assert (inbound.sender, inbound.body, inbound.gateway) == (amira.phone, "JA", carrier.name)


def test_scenario_43_a_call_that_is_wrongly_signed_has_no_effect(carrier, hand_over, amira):
    message = hand_over()

    assert carrier.say(amira.phone, "STOP", honest=False) == 403
    assert carrier.report(message.provider_id, "failed", honest=False) == [403]

    assert not InboundMessage.objects.exists()
    assert not Receipt.objects.exists()


def test_scenario_43_an_unknown_number_has_no_effect_and_is_never_answered(carrier, drain):
    for number in range(7):
        assert carrier.say("+46701740698", "JA", provider_id=f"in-{number}") == 204
    drain()

    assert not Message.objects.exists()
    assert not carrier.taken
    assert InboundMessage.objects.waiting().count() == 5


@pytest.mark.parametrize("mood", [Mood.SLOW, Mood.RESET])
def test_an_answer_that_never_came_is_looked_up_and_the_sms_not_sent_again(carrier, hand_over, sweep, mood):
    carrier.next_will(mood)
    message = hand_over()
    assert message.status == Message.Status.SENDING

    sweep(LATER)

    message.refresh_from_db()
    assert [sms.provider_id for sms in carrier.taken] == [message.provider_id]
    assert (message.status, message.attempts) == ("accepted", 1)


@pytest.mark.parametrize("mood", [Mood.SLOW_AND_LOST, Mood.RESET_AND_LOST])
def test_an_sms_that_is_looked_for_and_not_found_is_sent_again(carrier, hand_over, sweep, mood):
    carrier.next_will(mood)
    message = hand_over()

    sweep(LATER)
    assert not carrier.taken
    sweep(LATER_STILL)

    message.refresh_from_db()
    assert [sms.provider_id for sms in carrier.taken] == [message.provider_id]
    assert (message.status, message.attempts) == ("accepted", 2)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_gateway_in_trouble_is_tried_again_by_the_sweep_later_and_later(carrier, hand_over, sweep, status):
    carrier.next_will(status, status)
    message = hand_over()
    assert (message.status, message.due_at) == ("pending", NOW + timedelta(minutes=1))

    sweep(NOW + timedelta(minutes=1))
    message.refresh_from_db()
    assert message.due_at == NOW + timedelta(minutes=6)
    sweep(NOW + timedelta(minutes=6))

    message.refresh_from_db()
    assert (message.status, message.attempts, len(carrier.taken)) == ("accepted", 3, 1)


def test_a_number_that_is_refused_is_not_tried_again(carrier, hand_over, sweep):
    carrier.next_will(Mood.REFUSE)
    message = hand_over()

    sweep(LATER)

    message.refresh_from_db()
    assert (message.status, message.attempts, carrier.taken) == ("failed", 1, [])
    assert message.status_reason
