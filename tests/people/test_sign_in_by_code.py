"""In by a code to the telephone: the one who has it, whoever she shares it with, and nobody else."""

import re

import pytest
from django.utils.translation import override

from messaging.models import Message
from tests.factories.people import SubstituteFactory, UserFactory

NUMBER, PAGE, CONFIRM = "+46701740605", "/konto/login/code/", "/konto/login/code/confirm/"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def ask(client, phone: str = "070-174 06 05", **more: str):
    return client.post(PAGE, {"phone": phone, **more})


def code() -> str:
    """As it was read in the latest SMS."""
    return re.search(r"\d{6}", Message.objects.filter(kind="login.code").latest("posted_at").body)[0]


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "written", ["070-174 06 05", "0701740605", "+46701740605", "0046 70 174 06 05", "(070) 1740605"]
)
def test_somebody_signs_in_with_the_code_however_she_writes_her_number(client, emma, written):
    assert ask(client, written)["Location"] == CONFIRM

    answer = client.post(CONFIRM, {"code": code()})

    assert (answer.status_code, answer["Location"]) == (302, "/min-sida/")
    assert client.session["_auth_user_id"] == str(emma.pk)


def test_the_code_goes_to_her_number_at_once_and_is_in_no_inbox(client, emma):
    ask(client)

    sms = Message.objects.get()
    assert (sms.recipient, sms.address, sms.discreet, sms.due_at) == (emma, NUMBER, True, sms.posted_at)
    assert len(sms.body) <= 160
    assert not Message.objects.in_inbox(emma, now=sms.posted_at).exists()


def test_the_last_line_binds_the_code_to_our_host(client, emma, settings):
    settings.PORTAL_URL = "https://vikarie.alvsunda.example"

    ask(client)

    assert Message.objects.get().body.endswith(f"@vikarie.alvsunda.example #{code()}")


def test_it_comes_in_her_own_language(client, emma):
    emma.language = "en"
    emma.save()

    with override("sv"):
        ask(client)

    assert "är din kod" not in Message.objects.get().body


def test_she_comes_to_where_she_was_going(client, emma):
    asked = client.post(f"{PAGE}?next=/kalender/", {"phone": NUMBER, "next": "/kalender/"})

    assert client.post(asked["Location"], {"code": code(), "next": "/kalender/"})["Location"] == "/kalender/"


def test_a_wrong_code_says_so_beside_the_field_and_five_end_it(client, emma):
    ask(client)
    right = code()
    wrong = "000000" if right != "000000" else "111111"

    assert "Koden stämmer inte. Den har 6 siffror." in client.post(CONFIRM, {"code": wrong}).content.decode()
    for _ in range(4):
        client.post(CONFIRM, {"code": wrong})
    client.post(CONFIRM, {"code": right})

    assert not is_in(client)


def test_many_tries_from_one_session_at_once_are_five(client, emma):
    ask(client)
    right, kept = code(), dict(client.session.items())
    for _ in range(5):
        client.post(CONFIRM, {"code": "000000" if right != "000000" else "111111"})
        session = client.session
        session.update(kept)  # as by requests that were read before the first was written
        session.save()

    client.post(CONFIRM, {"code": right})

    assert not is_in(client)


def test_a_code_that_is_asked_for_twice_in_a_breath_goes_out_once(client, emma):
    ask(client)
    first = code()
    ask(client)

    client.post(CONFIRM, {"code": first})

    assert Message.objects.count() == 1
    assert is_in(client)


@pytest.mark.parametrize("account", [{"phone_verified": False}, {"phone_verified": True, "is_active": False}])
def test_no_code_goes_to_a_number_that_is_not_confirmed_or_of_a_closed_account(client, db, account):
    UserFactory(phone=NUMBER, **account)

    ask(client)

    assert not Message.objects.exists()


@pytest.mark.parametrize("written", ["0980-319 210", "+4740612345", "112", "jaam9804", "jaam 0701740605"])
def test_only_a_swedish_mobile_number_is_taken(client, emma, written):
    assert "Skriv ett svenskt mobilnummer" in ask(client, written).content.decode()
    assert not Message.objects.exists()
