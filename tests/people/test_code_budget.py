"""All codes together: a thousand an hour, an alarm with the last, and no more."""

import pytest
from django.core.cache import cache

from messaging.models import Message
from people import code_budget
from tests.factories.people import UserFactory

PAGE = "/konto/login/code/"


@pytest.fixture
def three(settings):
    settings.LOGIN_CODES_PER_HOUR = 3


def ask(client, phone: str):
    return client.post(PAGE, {"phone": phone})


def test_the_last_one_sounds_the_alarm_once(three, caplog):
    assert [code_budget.spend() for _ in range(5)] == [True, True, True, False, False]
    assert [record.levelname for record in caplog.records if record.name == "people.code_budget"] == ["ERROR"]


def test_an_hour_that_ends_just_then_begins_another(three, monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *_, **__: False)  # as when it was there, and ran out before it was counted

    assert code_budget.spend()
    assert cache.get(code_budget.KEY) == 1


def test_when_they_are_spent_nobody_gets_one_and_everybody_reads_the_same(client, db, three):
    users = [UserFactory(phone=f"+4670174061{n}", phone_verified=True) for n in range(5)]
    for user in users[:3]:
        ask(client, user.phone)

    known, strange = (ask(client, phone).content.decode() for phone in (users[4].phone, "070-174 06 99"))

    assert "Just nu går det inte att skicka fler koder." in known
    assert "Just nu går det inte att skicka fler koder." in strange
    assert Message.objects.count() == 3
    assert client.get("/halsa/").json()["codes_spent"] is True


def test_a_strangers_number_costs_nothing(client, db, three):
    for n in range(5):
        ask(client, f"+4670174062{n}")

    assert not code_budget.is_spent()
