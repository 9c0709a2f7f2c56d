"""A link used, and sent, from two windows at once. Proved on PostgreSQL, with real connections."""

from functools import partial

import pytest

from messaging.models import Message
from people.models import HistoryEntry, PasswordLink, User
from people.operations import password_links
from people.operations.refusals import Refused
from tests.cast import NOW, a_town

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

WORDS = ("Blabar-och-4-hjortron", "Kratta-Moln-7-Spis")


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def emma(town):
    return town.substitute(user__phone="+46701740605").user


def test_two_passwords_by_one_link_are_one(town, emma, at_once):
    link = password_links.send(emma, by=town.planner, at=NOW)

    results = at_once([partial(password_links.use, link, word, at=NOW) for word in WORDS])

    assert {type(result) for result in results} == {User, Refused}
    assert HistoryEntry.objects.filter(action="substitute.choose_password").count() == 1


def test_two_planners_who_press_at_once_send_one_link(town, emma, at_once):
    at_once([partial(password_links.send, emma, by=town.planner, at=NOW)] * 2)

    assert PasswordLink.objects.count() == 1
    assert Message.objects.filter(kind="password.reset").count() == 1
