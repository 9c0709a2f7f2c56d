"""She is told of a sign-in from a browser where she has never been, and ends it by the address in the message."""

import re

import pytest
import time_machine
from django.test import Client

from messaging.models import Message
from people.models import SignIn
from tests.cast import NOW
from tests.factories.people import PASSWORD

KIND = "account.new_browser"


@pytest.fixture
def me(town):
    return town.substitute(user__phone="+46701740605").user


def sign_in(user, client: Client | None = None) -> Client:
    client = client or Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:1) Firefox/145.0"})
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD})
    return client


def told(user) -> list[Message]:
    return list(Message.objects.filter(kind=KIND, recipient=user))


def link_in(message: Message) -> str:
    return re.search(r"http://localhost:8000(/mina-enheter/inte-jag/\S+/)", message.body)[1]


def test_the_first_browser_of_all_is_no_news(me):
    sign_in(me)

    assert not told(me)


def test_another_browser_is_told_of_with_time_and_name(me):
    with time_machine.travel(NOW, tick=False):
        sign_in(me)
        sign_in(me)

    message = told(me)[0]
    assert (message.channel, message.address, message.discreet) == ("sms", "+46701740605", True)
    assert "tisdag 12 maj 05.45: Firefox på Linux" in message.body
    assert len(told(me)) == 1


def test_a_machine_that_knows_her_password_makes_her_telephone_ring_ten_times_and_no_more(me):
    for _ in range(13):
        sign_in(me)

    assert len(told(me)) == 10
    assert SignIn.objects.filter(user=me).count() == 13


def test_a_browser_that_she_has_been_in_is_known_whatever_the_address(me):
    sign_in(me)
    client = sign_in(me)
    client.post("/konto/logout/")
    client.defaults["REMOTE_ADDR"] = "192.0.2.7"

    sign_in(me, client)

    assert len(told(me)) == 1


def test_two_at_the_same_computer_are_each_told_once(me, town):
    other = town.substitute().user
    sign_in(other)
    shared = sign_in(me)
    shared.post("/konto/logout/")

    sign_in(other, shared)

    assert len(told(other)) == 1
    assert len({row.browser for row in SignIn.objects.all()}) == 3


def test_a_cookie_that_somebody_has_made_up_is_a_new_browser(me):
    sign_in(me)
    client = Client()
    client.cookies["enhet"] = SignIn.objects.get().browser

    sign_in(me, client)

    assert len(told(me)) == 1


def test_the_address_in_the_message_asks_before_it_ends_anything(me):
    sign_in(me)
    stranger = sign_in(me)

    page = Client().get(link_in(told(me)[0])).content.decode()

    assert "Var det inte du?" in page
    assert stranger.get("/mer/").status_code == 200


def test_it_ends_that_sign_in_alone_and_advises_another_password(me):
    hers = sign_in(me)
    stranger = sign_in(me)

    page = Client().post(link_in(told(me)[0])).content.decode()

    assert "Den är utloggad" in page
    assert "/konto/password/reset/" in page
    assert stranger.get("/mer/").status_code == 302
    assert hers.get("/mer/").status_code == 200


def test_a_browser_that_was_not_hers_is_told_of_again(me):
    sign_in(me)
    stranger = sign_in(me)
    Client().post(link_in(told(me)[0]))

    sign_in(me, stranger)

    assert len(told(me)) == 2


@pytest.mark.parametrize("token", ["x", "å" * 38, "A" * 38, "A" * 22])
def test_an_address_that_nobody_was_sent_ends_nothing(me, client, token):
    hers = sign_in(me)

    assert client.post(f"/mina-enheter/inte-jag/{token}/").status_code == 404
    assert hers.get("/mer/").status_code == 200


def test_whoever_can_be_reached_nowhere_reads_it_in_her_inbox(me):
    sign_in(me)
    me.phone = me.email = ""
    me.save()

    client = sign_in(me)

    assert "Ny inloggning" in client.get("/meddelanden/").content.decode()
