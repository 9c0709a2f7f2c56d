"""At six in the morning all of a municipality comes in from one address; and whoever is attacked comes in another way."""

import re

import pytest
import time_machine
from django.test import Client

from messaging.models import Message
from people.models import User
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory
from tests.people.second_step_world import alone, asked_of_anybody, with_key
from tests.people.test_limits import WORK, gets_in, tries
from tests.people.test_sign_in_by_code import CONFIRM, PAGE, is_in


def comes_in_by_code(user: User, address: str = WORK) -> bool:
    """In a browser of her own, through the pages."""
    client = Client(REMOTE_ADDR=address)
    client.post(PAGE, {"phone": user.phone})
    sms = Message.objects.filter(kind="login.code", recipient=user).latest("posted_at")
    client.post(CONFIRM, {"code": re.search(r"\d{6}", sms.body)[0]})
    return client.session.get("_auth_user_id") == str(user.pk)


def test_three_hundred_colleagues_come_in_by_code_from_one_address_within_a_minute(db):
    people = [UserFactory(phone=f"+46701740{number}", phone_verified=True) for number in range(600, 900)]

    with time_machine.travel(NOW, tick=False):
        let_in = [comes_in_by_code(one) for one in people]

    assert len({one.phone for one in people}) == 300
    assert let_in == [True] * 300


def test_half_by_password_half_by_code_and_each_fifth_mistypes(db):
    people = [UserFactory(phone=f"+46701740{number}", phone_verified=True) for number in range(600, 900)]

    with time_machine.travel(NOW, tick=False):
        for one in people[::5]:
            tries(Client(), one.username)
        let_in = [(comes_in_by_code if nth % 2 else by_password)(one) for nth, one in enumerate(people)]

    assert let_in == [True] * 300


def by_password(user: User) -> bool:
    return gets_in(Client(), user.username)


def attack(user: User) -> User:
    """A hundred try her password, from as many addresses and from that of her workplace."""
    for number in range(100):
        tries(Client(), user.username, f"fel-{number}", address=WORK if number % 2 else f"198.51.100.{number}")
    assert not gets_in(Client(), user.username)
    return user


@pytest.fixture
def her(db):
    return SubstituteFactory(user__phone="+46701740605", user__phone_verified=True).user


def test_she_who_is_attacked_comes_in_by_a_code(her):
    assert comes_in_by_code(attack(her))


def test_she_who_is_attacked_comes_in_by_her_key(her):
    key, client = with_key(Client(), her), Client(REMOTE_ADDR=WORK)
    attack(her)

    alone(client, key.use(asked_of_anybody(client)))

    assert is_in(client)


def test_an_attack_on_one_is_nothing_to_her_colleagues_at_the_same_workplace(her):
    attack(her)

    assert gets_in(Client(), UserFactory().username)
