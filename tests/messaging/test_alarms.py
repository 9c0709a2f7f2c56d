"""The owner is told once of a kind and a day, by the way that reaches her; at her desk it stays until seen to."""

from datetime import timedelta

import pytest

from messaging import alarms
from messaging.models import Message
from people.models import Alarm
from people.operations import alarms as operation
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory

KINDS = list(Alarm.Kind)
NUMBER = "+46701740605"


@pytest.fixture
def owner(db):
    return with_role("system_owner", phone=NUMBER)


def told(user) -> list[tuple[str, str]]:
    return list(Message.objects.filter(recipient=user, kind=alarms.KIND).values_list("channel", "address"))


@pytest.mark.parametrize("kind", KINDS)
def test_however_often_it_happens_in_a_day_she_is_told_once(owner, kind):
    for minute in range(50):
        alarms.sound(kind, at=NOW + timedelta(minutes=minute), of=minute)

    assert told(owner) == [("sms", NUMBER)]
    assert Alarm.objects.get().facts == {"of": 0}


def test_the_next_day_she_is_told_again(owner):
    for day in range(3):
        alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW + timedelta(days=day))

    assert len(told(owner)) == Alarm.objects.count() == 3


def test_each_kind_by_itself(owner):
    for kind in KINDS * 2:
        alarms.sound(kind, at=NOW)

    assert len(told(owner)) == len(KINDS)


def test_seen_to_it_does_not_sound_again_that_day(owner):
    alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)
    operation.see_to(Alarm.objects.get(), by=owner, at=NOW)

    alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)

    assert len(told(owner)) == 1


@pytest.mark.parametrize(
    ("reached", "by"),
    [
        ({"phone": NUMBER}, "sms"),
        ({"phone": ""}, "email"),
    ],
)
def test_it_comes_by_sms_or_by_mail_to_whoever_has_no_number_and_never_by_both(db, reached, by):
    owner = with_role("system_owner", email="agare@alvsunda.example", **reached)

    alarms.sound(Alarm.Kind.FAILED_SIGN_INS, at=NOW)

    assert [channel for channel, _address in told(owner)] == [by]


def test_every_owner_who_is_let_in_is_told_and_nobody_else(owner):
    second, gone = with_role("system_owner"), with_role("system_owner", is_active=False)
    others = [with_role("editor"), with_role("certificate_officer"), UserFactory()]

    alarms.sound(Alarm.Kind.FAILED_SIGN_INS, at=NOW)

    assert [len(told(one)) for one in (owner, second, gone, *others)] == [1, 1, 0, 0, 0, 0]


def test_it_says_what_and_where_and_names_nobody(owner):
    alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW, of=3000)

    body = Message.objects.get().body
    assert body == "Larm i Vikarieportalen: Dygnets koder är slut. Se Säkerhet på skrivbordet."
    assert len(body) <= 160


def test_where_there_is_no_owner_it_stands_at_the_desk_all_the_same(db):
    alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)

    assert Alarm.objects.unseen().count() == 1
    assert not Message.objects.exists()


def test_nobody_is_told_who_is_no_owner_any_more(owner):
    former, leaving = with_role("system_owner"), with_role("system_owner", ends_on=NOW.date() - timedelta(days=1))
    former.role_assignments.update(ends=NOW)

    alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)

    assert [len(told(user)) for user in (owner, former, leaving)] == [1, 0, 0]
