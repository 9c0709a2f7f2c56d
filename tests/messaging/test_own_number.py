"""The code to a new number, and what the old one is told."""

import re
from datetime import timedelta

import pytest
from django.utils.translation import override

from messaging import own_number, tasks
from messaging.models import Channel, Message, Silenced
from people.models import PhoneChange, User
from people.operations import erasure
from people.operations.refusals import Refused
from tests.factories.people import SubstituteFactory
from tests.messaging.conftest import NOW

OLD, NEW = "+46701740605", "+46701740690"
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=OLD)


@pytest.fixture
def code(emma):
    """`code()`: asked for, and read in the SMS."""

    def ask(written=NEW) -> str:
        own_number.ask(emma, written, by=emma.user, at=NOW)
        return re.search(r"\d{6}", Message.objects.filter(kind="phone.code").latest("posted_at").body)[0]

    return ask


@pytest.fixture
def confirm(emma):
    return lambda word: own_number.confirm(emma, word, by=emma.user, at=LATER)


def test_the_code_goes_to_the_new_number_in_one_sms(emma, code):
    assert len(code()) == 6

    sms = Message.objects.get()
    assert (sms.recipient, sms.channel, sms.address, sms.discreet) == (emma.user, Channel.SMS, NEW, True)
    assert "gäller i 10 minuter" in sms.body
    assert len(sms.body) <= 160


def test_it_is_not_in_her_inbox(emma, code):
    code()

    assert not Message.objects.in_inbox(emma.user, now=LATER).exists()


def test_the_old_number_is_told_and_not_which_the_new_one_is(emma, code, confirm):
    confirm(code())

    sms = Message.objects.get(kind="phone.changed")
    assert (sms.address, sms.recipient) == (OLD, emma.user)
    assert "är bytt" in sms.body
    assert "0690" not in sms.body.replace(" ", "")
    assert User.objects.get(pk=emma.user_id).phone == NEW


def test_nobody_is_told_when_the_number_is_the_same(code, confirm):
    confirm(code(OLD))

    assert not Message.objects.filter(kind="phone.changed").exists()


def test_a_wrong_code_is_refused_and_counted(emma, code, confirm):
    right = code()

    with pytest.raises(Refused, match="stämmer inte"):
        confirm(f"{(int(right) + 1) % 1_000_000:06d}")

    assert PhoneChange.objects.get().attempts == 1


def test_the_right_code_twice_tells_once(code, confirm):
    right = code()

    confirm(right)
    confirm(right)

    assert Message.objects.filter(kind="phone.changed").count() == 1


def test_a_code_that_another_has_replaced_does_not_leave(emma, code, monkeypatch):
    monkeypatch.setitem(own_number.outbox._checks, own_number.CODE, own_number.still_open)
    code()
    own_number.ask(emma, "+46701740691", by=emma.user, at=LATER)

    for message in Message.objects.order_by("posted_at"):
        tasks.send(str(message.pk))

    said = Message.objects.order_by("posted_at").values_list("status", "status_reason")
    assert said[0] == ("suppressed", own_number.NO_LONGER)
    assert said[1][0] != "suppressed"


def test_it_is_said_in_swedish_to_whoever_has_chosen_no_language(code):
    with override("en"):
        code()

    assert "är din kod" in Message.objects.get().body


def test_the_number_of_a_stranger_keeps_its_stop_when_she_is_erased(emma, code, owner):
    Silenced.objects.create(number=NEW, since=NOW)
    code()

    erasure.erase(emma, by=owner, at=LATER)

    assert Silenced.objects.filter(number=NEW).exists()
    assert not Message.objects.filter(address=NEW).exists()


def test_where_the_old_number_has_said_stop_a_letter_tells(emma, code, confirm):
    Silenced.objects.create(number=OLD, since=NOW)

    confirm(code())

    told = Message.objects.filter(kind="phone.changed").values_list("channel", "address")
    assert set(told) == {(Channel.SMS, OLD), (Channel.EMAIL, emma.user.email)}
