"""The same webhook fifty times at once: one effect, one answer, and nobody who called is turned away."""

from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test import Client
from django_q.models import OrmQ

from messaging import delivery, inbound, outbox, replies, tasks
from messaging.models import InboundMessage, Message, Receipt
from tests.factories.people import UserFactory
from tests.standins.chosen import chosen
from tests.standins.server import by_client

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

AT_ONCE = 50
NOW = datetime(2026, 5, 12, 3, 45, tzinfo=UTC)


@pytest.fixture(params=["elks", "twilio"])
def carrier(request, settings, monkeypatch):
    """A gateway, calling from as many connections as it is asked to."""

    def call(address, fields, headers):
        return by_client(Client())(address, fields, headers)

    with chosen(request.param, call, settings, monkeypatch) as stand_in:
        yield stand_in


@pytest.fixture
def amira():
    return UserFactory(phone="+46701740612")


@pytest.fixture
def answering(monkeypatch):
    """A reader that answers whatever comes in."""

    def read(message, senders, at):
        replies.reply(message, kind="test.reply", to=senders[0], subject="", body="Hej", at=at)
        return inbound.Outcome("besvarad")

    monkeypatch.setattr(inbound, "_readers", [read])


def understand_all(at_once) -> list[object]:
    """As many workers as were called take what is unread."""
    (row,) = InboundMessage.objects.all()
    return at_once([lambda: inbound.understand(row.pk, at=NOW)] * 10)


def test_scenario_38_the_same_sms_fifty_times_at_once_is_one_effect_and_one_reply(carrier, amira, answering, at_once):
    statuses = at_once([lambda: carrier.say(amira.phone, "JA")] * AT_ONCE)

    assert statuses == [204] * AT_ONCE
    assert OrmQ.objects.count() == 1
    understand_all(at_once)
    assert Message.objects.filter(kind="test.reply").count() == 1


def test_the_constraint_is_what_holds_it(carrier, amira, at_once):
    """Each of the fifty looks first and sees nothing; all but one are stopped by the database, and say so to nobody."""
    at_once([lambda: carrier.say(amira.phone, "JA")] * AT_ONCE)

    assert any("one_inbound_per_provider_id" in problem for problem in at_once.broken)
    assert InboundMessage.objects.count() == 1


def test_without_the_constraint_the_same_sms_is_many(carrier, amira, at_once):
    """Looking first is no guard: what the tests above would then see."""
    (guard,) = [one for one in InboundMessage._meta.constraints if one.name == "one_inbound_per_provider_id"]
    with connection.schema_editor() as editor:
        editor.remove_constraint(InboundMessage, guard)
    try:
        at_once([lambda: carrier.say(amira.phone, "JA")] * AT_ONCE)
        assert InboundMessage.objects.count() > 1
    finally:
        InboundMessage.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(InboundMessage, guard)


def test_without_locks_one_sms_is_acted_on_more_than_once(carrier, amira, at_once, without_locks, monkeypatch):
    acted = []
    monkeypatch.setattr(inbound, "_readers", [lambda *_: acted.append(1) or inbound.Outcome("läst")])
    carrier.say(amira.phone, "JA")

    understand_all(at_once)

    assert len(acted) > 1


def test_the_same_receipt_fifty_times_at_once_is_one(carrier, amira, at_once):
    delivery.deliver(posted(amira).pk, at=NOW)
    (sms,) = carrier.taken

    answers = at_once([lambda: carrier.report(sms.provider_id, "delivered")] * AT_ONCE)

    assert answers == [[204]] * AT_ONCE
    assert Receipt.objects.count() == 1
    assert Message.objects.get().status == Message.Status.DELIVERED


def test_receipts_of_every_kind_at_once_end_at_delivered(carrier, amira, at_once):
    delivery.deliver(posted(amira).pk, at=NOW)
    (sms,) = carrier.taken

    at_once(
        [lambda status=status: carrier.report(sms.provider_id, status) for status in ("sent", "delivered", "failed")]
    )

    assert Message.objects.get().status == Message.Status.DELIVERED


def test_sms_from_one_number_at_once_are_read_one_at_a_time(carrier, amira, answering, at_once, settings):
    settings.SMS_REPLIES_PER_HOUR = 3
    for number in range(10):
        carrier.say(amira.phone, "👍", provider_id=f"in-{number}")
    keys = list(InboundMessage.objects.values_list("pk", flat=True))

    at_once([lambda pk=pk: tasks.understand(str(pk)) for pk in keys])

    assert Message.objects.count() == 3
    assert not InboundMessage.objects.filter(handled_at=None).exists()


def test_stops_at_once_are_confirmed_once(carrier, amira, at_once):
    for number in range(10):
        carrier.say(amira.phone, "STOP", provider_id=f"in-{number}")
    keys = list(InboundMessage.objects.values_list("pk", flat=True))

    at_once([lambda pk=pk: tasks.understand(str(pk)) for pk in keys])

    assert Message.objects.get().kind == "sms.stopped"


def posted(user) -> Message:
    with transaction.atomic():
        return outbox.post(key="test:1", kind="thing.happened", to=user, body="Hej", at=NOW)
