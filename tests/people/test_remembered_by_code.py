"""Whoever comes in by a code is remembered on her own telephone if she asks to be, as with a password."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from people.models import SignIn, User
from tests.cast import NOW, with_role
from tests.factories.people import PASSWORD, SubstituteFactory
from tests.people.test_sign_in_by_code import CONFIRM, NUMBER, ask, code, is_in

pytestmark = pytest.mark.usefixtures("sessions_end")

DAY = timedelta(days=1)


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def by_code(user: User, **more: str) -> Client:
    client = Client()
    ask(client, user.phone)
    client.post(CONFIRM, {"code": code(), **more})
    return client


def by_password(user: User, **more: str) -> Client:
    client = Client()
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD, **more})
    return client


def lasts(client: Client) -> tuple[object, bool]:
    """What the browser is told of the session, and what the list of her devices is."""
    return client.cookies["sessionid"]["max-age"], SignIn.objects.latest("began_at").own_device


def test_the_form_asks_in_the_words_of_the_other(client, emma):
    ask(client)

    page = client.get(CONFIRM).content.decode()

    for words in ("Kom ihåg mig på den här enheten", "Bara på din egen mobil eller dator."):
        assert words in page
        assert words in Client().get("/konto/login/").content.decode()


@pytest.mark.parametrize("more", [{"remember": "on"}, {}])
def test_it_means_what_it_means_with_a_password(emma, more):
    assert lasts(by_code(emma, **more)) == lasts(by_password(emma, **more))


@pytest.mark.parametrize(("more", "stays"), [({"remember": "on"}, True), ({}, False)])
def test_she_stays_for_as_long_as_the_limits_of_it_allow(emma, more, stays):
    with time_machine.travel(NOW, tick=False) as clock:
        client = by_code(emma, **more)
        clock.shift(29 * DAY)
        client.get("/mer/")

        assert is_in(client) is stays


def test_a_colleague_is_held_to_her_own_limits_whatever_she_asks(town):
    manager = with_role("ordering_manager", workplace=town.workplace, phone=NUMBER, phone_verified=True)
    with time_machine.travel(NOW, tick=False) as clock:
        client = by_code(manager, remember="on")
        assert is_in(client)
        clock.shift(DAY)
        client.get("/mer/")

        assert not is_in(client)


def test_a_wrong_code_keeps_the_mark_and_remembers_nobody(client, emma):
    ask(client)
    wrong = "000000" if code() != "000000" else "111111"

    page = client.post(CONFIRM, {"code": wrong, "remember": "on"}).content.decode()

    assert 'name="remember"' in page
    assert "checked" in page
    assert not is_in(client)


def test_the_code_that_confirms_who_she_is_asks_nothing_of_the_device(emma):
    client = by_password(emma)
    page = client.post("/konto/bekrafta/sms/", {"next": "/intyg/"}, follow=True).content.decode()

    assert "Skriv koden" in page
    assert 'name="remember"' not in page
