"""Two with one telephone: each comes in as herself, with what she knows; the telephone alone tells nobody apart."""

import pytest
from django.test import Client

from messaging import own_number
from messaging.models import Message
from people.models import User
from people.operations import identity, sharing
from tests.cast import NOW
from tests.factories.people import PASSWORD, SubstituteFactory
from tests.people.test_sign_in_by_code import CONFIRM, NUMBER, PAGE, ask, code, is_in

MOTHER, SON = "lied9102", "edli0403"


@pytest.fixture
def mother(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True, user__username=MOTHER).user


@pytest.fixture
def son(mother):
    """He has shown that the number is his too, by a code to it: she is told nothing, and both are marked."""
    him = SubstituteFactory(user__phone="+46701740698", user__username=SON)
    own_number.ask(him, NUMBER, by=him.user, at=NOW)
    body = Message.objects.get(kind="phone.code").body
    own_number.confirm(him, body[:6], by=him.user, at=NOW)
    return User.objects.get(pk=him.user_id)


def sent() -> list[str]:
    return list(Message.objects.filter(kind__startswith="login.").order_by("posted_at").values_list("kind", flat=True))


def test_both_are_known_to_share_it(mother, son):
    assert list(User.objects.filter(phone=NUMBER).values_list("shares_phone", "phone_verified")) == [(True, True)] * 2


def test_the_number_alone_opens_neither_and_is_told_what_to_write(client, mother, son):
    ask(client)
    client.post(CONFIRM, {"code": "123456"})

    assert sent() == ["login.shared"]
    assert not is_in(client)


@pytest.mark.parametrize("name", [MOTHER, SON])
def test_with_the_name_each_is_herself_and_the_code_of_one_is_no_code_of_the_other(name, mother, son):
    other = Client()
    ask(other, username=SON if name == MOTHER else MOTHER)
    client = Client()
    ask(client, username=name)
    right = code()

    other.post(CONFIRM, {"code": right})
    client.post(CONFIRM, {"code": right})

    assert not is_in(other)
    assert client.session["_auth_user_id"] == str(User.objects.get(username=name).pk)


def test_the_number_is_no_name_to_go_with_a_password_where_two_have_it(client, mother, son):
    client.post("/konto/login/", {"login": NUMBER, "password": PASSWORD})

    assert not is_in(client)


def test_when_one_leaves_it_the_other_needs_no_name_any_more(client, mother, son):
    User.objects.filter(pk=son.pk).update(phone="")
    sharing.left(NUMBER)
    ask(client)

    client.post(CONFIRM, {"code": code()})

    assert client.session["_auth_user_id"] == str(mother.pk)
    assert not User.objects.get(pk=mother.pk).shares_phone


def test_one_of_them_protected_is_still_one_of_two_and_comes_in_by_the_name_she_had(client, mother, son, town):
    identity.mark(mother.substitute, by=town.planner, at=NOW)
    ask(client)
    assert sent()[-1] == "login.shared"

    ask(client, username=MOTHER)
    client.post(CONFIRM, {"code": code()})

    assert client.session["_auth_user_id"] == str(mother.pk)


def test_each_confirms_who_she_is_by_a_code_of_her_own(mother, son, settings):
    for user in (mother, son):
        client = Client()
        client.force_login(user)
        client.post("/konto/bekrafta/sms/", {"next": "/intyg/"})

        assert Message.objects.filter(kind="login.code", recipient=user, address=NUMBER).count() == 1


def test_to_write_the_name_of_one_who_has_another_number_sends_nothing(client, mother):
    SubstituteFactory(user__phone="+46701740698", user__phone_verified=True, user__username=SON)

    answer = ask(client, username=SON)

    assert answer.url == CONFIRM
    assert not sent()
    assert client.get(PAGE).status_code == 200
