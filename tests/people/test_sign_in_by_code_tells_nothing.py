"""A code to a telephone: what a stranger learns, what two who share it learn, and what is left afterwards."""

import json
import re

import pytest
from django.contrib.sessions.models import Session

from messaging.models import Message
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import PASSWORD, SubstituteFactory, UserFactory
from tests.people.test_sign_in_by_code import CONFIRM, NUMBER, PAGE, ask, code, is_in

STRANGERS = "070-174 06 99"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True, user__username="lied9102").user


@pytest.fixture
def yonas(emma):
    return UserFactory(phone=NUMBER, phone_verified=True, username="abyo9711")


def without_the_number(page: str) -> str:
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    return token.sub("", re.sub(r"070-••• •• \d\d|\+46\d+", "", page))


def seen(browser, phone: str) -> list[str]:
    """What the pages say, as far as they are about no number."""
    asked = ask(browser, phone)
    page = browser.get(CONFIRM).content.decode()
    tried = [browser.post(CONFIRM, {"code": "000"}) for _ in range(5)]
    said = [answer.content.decode() + answer.headers.get("Location", "") for answer in tried]
    return [asked["Location"], *map(without_the_number, [page, *said])]


def test_a_known_a_shared_and_a_strangers_number_are_answered_alike(client, emma):
    known = seen(client, "070-174 06 05")
    client.cookies.clear()
    strange = seen(client, STRANGERS)
    UserFactory(phone=NUMBER, phone_verified=True)
    client.cookies.clear()
    shared = seen(client, "070-174 06 05")

    assert known == strange == shared


def test_a_strangers_number_gets_nothing(client, emma):
    ask(client, STRANGERS)

    assert not Message.objects.exists()


def test_the_fourth_code_in_ten_minutes_is_refused_to_a_known_number_and_a_strangers(client, emma):
    for phone in ("070-174 06 05", STRANGERS):
        for _ in range(3):
            assert ask(client, phone).status_code == 302
        assert "Numret har fått många koder." in ask(client, phone).content.decode()


def test_two_who_share_a_number_are_told_there_what_more_to_write(client, emma, yonas):
    ask(client)

    sms = Message.objects.get()
    assert (sms.kind, sms.address, sms.discreet) == ("login.shared", NUMBER, True)
    assert "Skriv också ditt användarnamn" in sms.body
    assert not {emma.username, yonas.username} & set(sms.body.split())


def test_with_her_user_name_each_of_two_comes_in_as_herself(client, emma, yonas):
    for user in (emma, yonas):
        ask(client, username=user.username.upper())
        client.post(CONFIRM, {"code": code()})

        assert client.session["_auth_user_id"] == str(user.pk)
        client.post("/konto/logout/")


def test_with_anothers_user_name_nothing_is_sent(client, emma):
    ask(client, username="nagon9901")

    assert not Message.objects.exists()


def test_a_protected_person_comes_in_by_her_hidden_number_and_it_stays_hidden(client, emma, town, drain, settings):
    settings.DEMO = False
    identity.mark(emma.substitute, by=town.planner, at=NOW)
    ask(client)
    right = code()
    drain()

    client.post(CONFIRM, {"code": right})

    assert client.session["_auth_user_id"] == str(emma.pk)
    assert NUMBER not in json.dumps(dict(client.session.items()))
    assert not Message.objects.filter(address=NUMBER).exists()


def test_neither_the_session_nor_the_message_holds_the_code(client, emma, drain, settings):
    settings.DEMO = False
    ask(client)
    right = code()

    assert right not in json.dumps([row.get_decoded() for row in Session.objects.all()])

    drain()
    assert Message.objects.get().body == ""


def test_a_code_that_has_been_used_stands_in_no_message_even_if_it_never_left(client, emma, settings):
    settings.DEMO = False
    ask(client)

    client.post(CONFIRM, {"code": code()})

    assert is_in(client)
    assert Message.objects.get().body == ""


def test_no_log_holds_the_code_or_the_number(client, emma, drain, caplog):
    caplog.set_level(0)
    ask(client)
    right = code()
    drain()
    client.post(CONFIRM, {"code": right})

    assert right not in caplog.text
    assert NUMBER not in caplog.text


def test_whom_to_call_is_the_planners_and_not_herself(client, emma):
    ask(client)

    assert f"tel:{NUMBER}" not in client.get(CONFIRM).content.decode()


def test_another_way_is_open_while_a_code_is_on_its_way(client, emma):
    ask(client)

    assert client.get("/konto/login/").status_code == 200
    assert client.get(PAGE).status_code == 200


def test_a_password_goes_with_a_number_too_however_it_is_written(client, emma):
    client.post("/konto/login/", {"login": "070 174 06 05", "password": PASSWORD})

    assert is_in(client)
