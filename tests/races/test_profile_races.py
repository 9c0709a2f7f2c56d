"""A code written, and asked for, from two windows at once. Proved on PostgreSQL, with real connections."""

import re
from functools import partial

import pytest

from messaging import own_number
from messaging.models import Message
from people.models import PhoneChange, User
from people.operations import phones, sharing
from people.operations.refusals import Refused
from tests.cast import NOW
from tests.factories.people import SubstituteFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

NEW = "+46701740690"


@pytest.fixture
def emma(transactional_db):
    return SubstituteFactory(user__phone="+46701740605")


@pytest.fixture
def code(emma):
    own_number.ask(emma, NEW, by=emma.user, at=NOW)
    return re.search(r"\d{6}", Message.objects.get().body)[0]


def confirms(emma, code: str) -> partial:
    return partial(own_number.confirm, emma, code, by=emma.user, at=NOW)


def test_the_right_code_from_two_windows_tells_the_old_number_once(emma, code, at_once):
    assert at_once([confirms(emma, code)] * 2, all_have_read=True) == [None, None]

    assert User.objects.get(pk=emma.user_id).phone == NEW
    assert Message.objects.filter(kind="phone.changed").count() == 1


def test_each_of_two_wrong_codes_at_once_is_counted(emma, code, at_once):
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    results = at_once([confirms(emma, wrong)] * 2, all_have_read=True)

    assert all(isinstance(result, Refused) for result in results)
    assert PhoneChange.objects.get().attempts == 2


def test_a_form_that_is_sent_twice_at_once_asks_for_one_code(emma, at_once):
    at_once([partial(own_number.ask, emma, NEW, by=emma.user, at=NOW)] * 2, all_have_read=True)

    assert PhoneChange.objects.count() == 1
    assert Message.objects.filter(kind="phone.code").count() == 1


def with_code(number: int) -> partial:
    """Somebody who is about to write the code that was sent to `NEW`."""
    person = SubstituteFactory(user__phone=f"+467017406{number:02d}", user__phone_verified=True)
    asked = phones.ask(person, NEW, by=person.user, at=NOW)
    return partial(phones.confirm, person, asked.code, by=person.user, at=NOW)


def test_two_who_confirm_one_number_at_once_both_share_it(transactional_db, at_once):
    results = at_once([with_code(11), with_code(12)], all_have_read=True)

    assert [result.refusal for result in results] == ["", ""]
    assert list(User.objects.filter(phone=NEW).values_list("phone_verified", "shares_phone")) == [(True, True)] * 2


def test_without_the_hold_on_the_number_neither_would_know_of_the_other(transactional_db, at_once, monkeypatch):
    monkeypatch.setattr(sharing, "hold", lambda *_numbers: None)

    at_once([with_code(11), with_code(12)], all_have_read=True)

    assert not all(User.objects.filter(phone=NEW).values_list("shares_phone", flat=True))


def test_two_who_change_numbers_with_each_other_do_not_wait_for_ever(transactional_db, at_once):
    acts = []
    for before, after in (("+46701740611", "+46701740612"), ("+46701740612", "+46701740611")):
        person = SubstituteFactory(user__phone=before, user__phone_verified=True)
        asked = phones.ask(person, after, by=person.user, at=NOW)
        acts.append(partial(phones.confirm, person, asked.code, by=person.user, at=NOW))

    results = at_once(acts)

    assert [getattr(result, "refusal", result) for result in results] == ["", ""]
