"""What became of what we sent."""

import itertools

import pytest
from django.db import connection

from messaging import delivery
from messaging.models import Message, Receipt
from messaging.receipts import NOT_DELIVERED, receipt, settle
from tests.messaging.conftest import NOW

ORDERS = list(itertools.permutations(["accepted", "delivered", "failed"]))


@pytest.fixture
def sent(amira, post, gateway) -> Message:
    """A message that the gateway has taken on."""
    message = post(amira)
    delivery.deliver(message.pk, at=NOW)
    message.refresh_from_db()
    return message


def told(message: Message, *statuses: str) -> tuple[str, str]:
    for status in statuses:
        receipt("fake", message.provider_id or f"fake-{message.pk}", status, NOW)
    message.refresh_from_db()
    return message.status, message.status_reason


def test_a_delivered_message_is_delivered(sent):
    assert told(sent, "delivered") == ("delivered", "")


def test_a_message_that_did_not_arrive_says_so(sent):
    assert told(sent, "failed") == ("failed", NOT_DELIVERED)


@pytest.mark.parametrize("statuses", ORDERS, ids="-".join)
def test_receipts_in_any_order_end_at_the_highest(sent, statuses):
    assert told(sent, *statuses, *statuses) == ("delivered", "")
    assert Receipt.objects.count() == 3


def test_a_receipt_may_come_before_the_gateways_answer(amira, post, gateway):
    message = post(amira)
    assert told(message, "delivered") == ("pending", "")

    delivery.deliver(message.pk, at=NOW)

    message.refresh_from_db()
    assert message.status == Message.Status.DELIVERED


def test_a_receipt_that_comes_while_another_is_applied_is_not_taken_for_applied(sent):
    def meanwhile(execute, sql, *rest):
        if sql.startswith('UPDATE "messaging_message"'):
            Receipt.objects.get_or_create(
                gateway="fake", provider_id=sent.provider_id, status="delivered", received_at=NOW
            )
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        told(sent, "accepted")
    settle("fake", sent.provider_id, at=NOW)

    assert told(sent) == ("delivered", "")


def test_a_receipt_of_another_gateway_is_not_ours(sent):
    receipt("other", sent.provider_id, "delivered", NOW)

    assert told(sent) == ("accepted", "")


def test_the_local_gateway_delivers_at_once(amira, post):
    message = post(amira)

    delivery.deliver(message.pk, at=NOW)

    message.refresh_from_db()
    assert (message.status, message.gateway) == ("delivered", "local")
