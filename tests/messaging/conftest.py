"""A gateway that remembers, a person to write to, and nobody else's checks and readers."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import hypothesis
import pytest
import time_machine
from django.db import transaction

from messaging import browsers, choices, delivery, gateways, inbound, outbox, silence, tasks, vapid, waiting
from messaging.browsers import Offered
from messaging.channels import push
from messaging.models import Message
from tests.factories.people import UserFactory
from tests.fakes import SECRET, FakeGateway
from tests.standins.chosen import chosen
from tests.standins.push import PushService
from tests.standins.server import by_client

# A busy machine is no fault of a text.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

NOW = datetime(2026, 5, 12, 3, 45, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _alone(monkeypatch):
    monkeypatch.setattr(outbox, "_checks", {})
    monkeypatch.setattr(inbound, "_readers", [])
    monkeypatch.setattr(silence, "_told", [])
    monkeypatch.setattr(waiting, "_askers", [])


@pytest.fixture
def gateway(monkeypatch, settings) -> FakeGateway:
    """The SMS gateway of this test."""
    fake = FakeGateway()
    monkeypatch.setitem(gateways._gateways, fake.name, fake)
    settings.SMS_GATEWAY = fake.name
    settings.SMS_WEBHOOK_SECRETS = {fake.name: SECRET}
    return fake


@pytest.fixture
def amira(db):
    """Somebody with a phone and an e-mail address."""
    return UserFactory(first_name="Amira", phone="+46701740612", email="amira@alvsunda.example")


@pytest.fixture
def hers(client, amira):
    """Amira's own browser."""
    client.force_login(amira)
    return client


@pytest.fixture
def post():
    """`post(user, body="…")`: posted in a transaction of its own."""
    numbers = itertools.count()

    def post_one(to, **fields):
        content = {"key": f"test:{next(numbers)}", "kind": "thing.happened", "body": "Hej", "at": NOW} | fields
        with transaction.atomic():
            return outbox.post(to=to, **content)

    return post_one


@pytest.fixture(params=["elks", "twilio", "fake"])
def carrier(request, db, client, settings, monkeypatch):
    """Each gateway in turn: what all of them must do."""
    with chosen(request.param, by_client(client), settings, monkeypatch) as stand_in:
        stand_in.now = NOW
        yield stand_in


@pytest.fixture(params=["elks", "twilio"])
def over_http(request, db, client, settings, monkeypatch):
    """Each gateway that there is a network before."""
    with chosen(request.param, by_client(client), settings, monkeypatch) as stand_in:
        stand_in.now = NOW
        yield stand_in


@pytest.fixture
def hand_over(post, amira):
    """`hand_over(at=…)`: a message to Amira is posted and handed over; as the row then says."""

    def one(message=None, *, at=NOW, **fields) -> Message:
        message = message or post(amira, **fields)
        delivery.deliver(message.pk, at=at)
        message.refresh_from_db()
        return message

    return one


@pytest.fixture
def sweep():
    """`sweep(at)`: the round of that minute."""

    def run(at) -> None:
        with time_machine.travel(at, tick=False):
            tasks.sweep()

    return run


@pytest.fixture
def service(monkeypatch, settings):
    """A push service that we know, and notices on."""
    stand_in = PushService()
    settings.PUSH = replace(
        settings.PUSH, private_key=vapid.in_one_line(vapid.made()), services=(*settings.PUSH.services, stand_in.host)
    )
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(stand_in.authority))
    monkeypatch.setattr(push, "TIMEOUT", (1, 0.3))
    yield stand_in
    stand_in.close()


@pytest.fixture
def subscribed(service, amira):
    """`subscribed()`: another browser of Amira's."""

    def one(user=amira, minute=0):
        browser = service.browser()
        told = browser.told()
        at = NOW + timedelta(minutes=minute)
        browsers.subscribe(user, Offered(browser.endpoint, **told["keys"], device=told["device"]), at=at)
        return browser

    return one


@pytest.fixture
def group(monkeypatch):
    """What is posted in these tests is of a group that goes to browsers too."""
    one = choices.Group("things", 1, "Saker", "", frozenset({"thing.happened"}), in_browsers=True, urgent=True)
    monkeypatch.setattr(choices, "_groups", {one.code: one})
    return one
