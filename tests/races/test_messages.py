"""Two at once: a message leaves once, an SMS is stored once and understood once."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django_q.models import OrmQ

from messaging import delivery, gateways, inbound, outbox, receipts
from messaging.models import InboundMessage, Message, Receipt
from tests.factories.people import UserFactory
from tests.fakes import FakeGateway

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

AT_ONCE = 6
NOW = datetime(2026, 5, 12, 3, 45, tzinfo=UTC)


class SlowGateway(FakeGateway):
    """Slow enough for the others to come while one is at it."""

    def send(self, to: str, text: str, reference: str) -> str:
        time.sleep(0.2)
        return super().send(to, text, reference)


@pytest.fixture
def gateway(monkeypatch, settings) -> SlowGateway:
    slow = SlowGateway()
    monkeypatch.setitem(gateways._gateways, slow.name, slow)
    settings.SMS_GATEWAY = slow.name
    return slow


@pytest.fixture
def message() -> Message:
    """One that is due."""
    return post()


def post() -> Message:
    with transaction.atomic():
        to = UserFactory()
        return outbox.post(key=f"test:{to.pk}", kind="thing.happened", to=to, body="Hej", at=NOW)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run them all from the same moment, each on a connection of its own; answers with what each gave or raised."""
    answers: list[object] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(number: int) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            answers[number] = acts[number]()
        except Exception as problem:  # noqa: BLE001 (the test looks at it)
            answers[number] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_message_that_many_workers_take_leaves_once(message, gateway):
    answers = at_once(*[lambda: delivery.deliver(message.pk, at=NOW)] * AT_ONCE)

    message.refresh_from_db()
    assert answers == [None] * AT_ONCE
    assert len(gateway.taken) == 1
    assert (message.status, message.attempts) == ("accepted", 1)


def test_the_same_key_posted_by_many_is_one_message(message):
    user = UserFactory()

    def post_one() -> object:
        with transaction.atomic():
            return outbox.post(key="same", kind="thing.happened", to=user, body="Hej", at=NOW).pk

    OrmQ.objects.all().delete()
    answers = at_once(*[post_one] * AT_ONCE)

    assert set(answers) == {Message.objects.get(key="same").pk}
    assert OrmQ.objects.count() == 1


def test_the_same_sms_delivered_by_many_calls_is_one(db):
    def receive() -> object:
        return inbound.receive(gateway="fake", provider_id="s1", sender="+46701740612", body="JA", at=NOW).pk

    answers = at_once(*[receive] * AT_ONCE)

    assert set(answers) == {InboundMessage.objects.get().pk}
    assert OrmQ.objects.count() == 1


def test_an_sms_that_many_workers_read_is_acted_on_once(monkeypatch):
    acted = []
    monkeypatch.setattr(inbound, "_readers", [lambda *_: time.sleep(0.2) or acted.append(1) or inbound.Outcome("läst")])
    sms = inbound.receive(gateway="fake", provider_id="s1", sender="+46701740612", body="JA", at=NOW)

    at_once(*[lambda: inbound.understand(sms.pk, at=NOW)] * AT_ONCE)

    assert acted == [1]


def test_a_receipt_that_comes_with_the_answer_is_never_lost(gateway):
    for message in [post() for _ in range(25)]:
        claimed, sent = delivery.claim(message.pk, at=NOW), delivery.channels.Sent(f"fake-{message.pk}")
        answers = at_once(
            lambda claimed=claimed, sent=sent: delivery.accept(claimed, sent, at=NOW),
            lambda sent=sent: receipts.receipt("fake", sent.provider_id, Receipt.Status.DELIVERED, NOW),
        )
        assert answers == [None, None]

    assert set(Message.objects.values_list("status", flat=True)) == {"delivered"}
