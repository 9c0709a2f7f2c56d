"""Every way that sends a code or a link by SMS takes it of one and the same budget, and says so when there is none."""

from collections.abc import Callable

import pytest
from django.test import Client

from messaging import codes, own_number, support
from messaging.models import Message, Silenced
from people import limits
from people.models import PasswordLink, PhoneChange, SupportVisit, User
from people.operations import password_links
from people.operations.refusals import Refused
from tests.cast import NOW, with_role
from tests.factories.people import SubstituteFactory

NUMBER, NEW = "+46701740605", "070-174 06 98"
SPENT = "Just nu går det inte"


def sign_in(her: User) -> str:
    """At the door, where nobody is told whether there is such a number."""
    return Client().post("/konto/login/code/", {"phone": her.phone}).content.decode()


def step_up(her: User) -> str:
    client = Client()
    client.force_login(her)
    return client.post("/konto/bekrafta/sms/", {"next": "/intyg/"}).content.decode()


def refused(act: Callable[[], object]) -> str:
    try:
        act()
    except Refused as why:
        return str(why)
    return ""


def new_number(her: User) -> str:
    return refused(lambda: own_number.ask(her.substitute, NEW, by=her, at=NOW))


def help_her(her: User) -> str:
    owner = User.objects.get(role_assignments__role="system_owner")
    return refused(lambda: support.ask(owner, her.username, reason="visa kalendern", at=NOW))


def send_link(her: User) -> str:
    owner = User.objects.get(role_assignments__role="system_owner")
    return refused(lambda: password_links.send(her, by=owner, at=NOW))


WAYS = [sign_in, step_up, new_number, help_her, send_link]


@pytest.fixture
def emma(db):
    with_role("system_owner", phone="")
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def left() -> int:
    """How many the day has."""
    return sum(1 for _ in iter(lambda: limits.take(limits.codes_in_a_day()), 0))


@pytest.mark.parametrize("way", WAYS)
def test_each_way_takes_one(way, emma, settings):
    settings.SMS_CODES_A_DAY = 100

    assert SPENT not in way(emma)

    assert left() == 99
    assert Message.objects.filter(channel="sms", recipient=emma).count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_when_there_are_none_each_way_says_so_and_sends_nothing(way, emma, settings):
    settings.SMS_CODES_A_DAY = 0

    assert SPENT in way(emma)

    assert not Message.objects.filter(recipient=emma).exists()
    assert not any(model.objects.exists() for model in (PhoneChange, PasswordLink, SupportVisit))


def test_a_stranger_reads_the_same_when_there_are_none(client, emma, settings):
    settings.SMS_CODES_A_DAY = 0

    assert SPENT in client.post("/konto/login/code/", {"phone": "070-174 06 99"}).content.decode()
    assert client.get("/halsa/").json()["codes_spent"] is True


def test_a_strangers_number_costs_nothing(client, emma, settings):
    settings.SMS_CODES_A_DAY = 100
    for n in range(5):
        client.post("/konto/login/code/", {"phone": f"+4670174062{n}"})

    assert left() == 100
    assert not Message.objects.exists()


def test_one_whose_account_has_had_enough_is_told_where_she_is_known_and_nowhere_else(emma, monkeypatch):
    monkeypatch.setattr(codes, "OF_AN_ACCOUNT", codes.OF_AN_ACCOUNT._replace(most=0))

    assert "Numret har fått många koder." in step_up(emma)
    assert Client().post("/konto/login/code/", {"phone": NUMBER}).status_code == 302
    assert not Message.objects.exists()


@pytest.mark.parametrize("number", ["", "+46980319210"])
def test_whoever_has_no_mobile_number_is_helped_by_a_letter_that_costs_nothing(emma, settings, number):
    settings.SMS_CODES_A_DAY = 0
    emma.phone = number
    emma.save()

    assert help_her(emma) == ""

    letter = Message.objects.get(kind="account.support_code")
    assert (letter.channel, letter.address, letter.discreet) == ("email", emma.email, True)


def test_whoever_has_stopped_sms_is_helped_by_a_letter_too(emma):
    Silenced.objects.create(number=NUMBER, since=NOW)

    assert help_her(emma) == ""

    assert Message.objects.get(kind="account.support_code").channel == "email"
