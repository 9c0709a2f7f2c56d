"""Codes by SMS: to whom, how many in a day, and that the owner knows before there are none left."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from messaging import codes
from messaging.codes import To
from messaging.models import Message
from people.models import Alarm
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import UserFactory

MOBILE, ANOTHER, LANDLINE, ABROAD = "+46701740605", "+46701740606", "+46980319210", "+4740612345"
DAY = timedelta(days=1)


@pytest.fixture
def emma(db):
    return UserFactory(phone=MOBILE, phone_verified=True)


@pytest.mark.parametrize("to", To)
@pytest.mark.parametrize("number", [LANDLINE, ABROAD, "070-174 06 05", "", "emma@alvsunda.se"])
def test_a_code_goes_to_a_swedish_mobile_number_alone(number, to, db):
    user = UserFactory(phone=number, phone_verified=True)

    assert not codes.may_go_to(number, user, to)


def test_what_lets_somebody_in_by_itself_goes_to_the_number_that_she_has_confirmed(emma):
    assert codes.may_go_to(MOBILE, emma)

    emma.phone_verified = False

    assert not codes.may_go_to(MOBILE, emma)
    assert codes.may_go_to(MOBILE, emma, To.KNOWN)


def test_a_number_that_is_not_hers_gets_nothing_but_what_shows_that_it_is(emma):
    UserFactory(phone=ANOTHER, phone_verified=True)

    assert [codes.may_go_to(ANOTHER, emma, to) for to in To] == [False, False, True]


def test_a_protected_persons_number_is_the_one_in_her_hidden_row(town):
    her = town.substitute(user__phone=MOBILE, user__phone_verified=True)
    identity.mark(her, by=town.planner, at=NOW)
    her.refresh_from_db()

    assert codes.may_go_to(MOBILE, her.user)


@pytest.mark.parametrize("to", To)
def test_a_code_does_not_go_to_an_account_that_is_closed(emma, to):
    emma.is_active = False

    assert not codes.may_go_to(MOBILE, emma, to)


def test_the_owner_is_told_when_most_of_the_day_is_spent_and_when_it_is_all(emma, owner, settings):
    settings.SMS_CODES_A_DAY = 10

    taken = [codes.take_one(emma, MOBILE, at=NOW) for _ in range(12)]

    assert taken == [True] * 10 + [False] * 2
    assert set(Alarm.objects.values_list("kind", flat=True)) == {"codes_nearly_spent", "codes_spent"}
    assert Message.objects.filter(recipient=owner, kind="account.alarm").count() == 2
    assert codes.are_spent()


def test_what_may_not_leave_is_not_counted(emma, settings):
    settings.SMS_CODES_A_DAY = 1

    assert not codes.take_one(emma, ANOTHER, at=NOW)

    assert codes.take_one(emma, MOBILE, at=NOW)


def test_one_account_gets_so_many_a_day_whatever_she_asks_for_and_takes_nothing_of_others(emma, settings):
    settings.SMS_CODES_A_DAY = 30
    other = UserFactory(phone=ANOTHER, phone_verified=True)

    hers = [codes.take_one(emma, MOBILE, to, at=NOW) for to in [*To] * 10]

    assert sum(hers) == codes.OF_AN_ACCOUNT.most
    assert sum(codes.take_one(other, ANOTHER, at=NOW) for _ in range(10)) == 10


def test_one_number_gets_so_many_a_day_whoever_asks(db):
    people = UserFactory.create_batch(3, phone=MOBILE, phone_verified=True)

    assert sum(codes.take_one(one, MOBILE, at=NOW) for one in people * 20) == codes.TO_A_NUMBER.most


@pytest.fixture(params=["memory", "a table"])
def kept_in(request, db, settings):
    """A table counts by reading and writing, and forgets after five minutes what it is not told to keep for longer."""
    if request.param == "a table":
        table = {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "counted"}
        settings.CACHES = settings.CACHES | {"default": table}
        call_command("createcachetable")


def test_a_day_is_a_day_from_its_first_code_however_seldom_they_come(kept_in, emma, settings):
    settings.SMS_CODES_A_DAY = 2
    with time_machine.travel(NOW, tick=False) as clock:
        assert codes.take_one(emma, MOBILE, at=NOW)
        clock.shift(DAY / 2)
        assert codes.take_one(emma, MOBILE, at=NOW)
        clock.shift(DAY / 2 - timedelta(seconds=1))
        assert not codes.take_one(emma, MOBILE, at=NOW)
        clock.shift(2)

        assert codes.take_one(emma, MOBILE, at=NOW)
