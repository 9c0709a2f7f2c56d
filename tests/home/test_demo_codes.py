"""The demo's telephone shows the code to a number that is not yet anybody's."""

import re

import pytest

from home.demo import phones
from messaging import own_number, tasks
from messaging.models import Message
from people.models import User
from tests.cast import NOW
from tests.factories.people import SubstituteFactory


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone="+46701740605")


def on_the_screen(user: User) -> list[phones.Bubble]:
    (held,) = [phone for phone in phones.all_phones() if user in phone.users]
    return phones.conversation(held)


def test_the_code_is_on_the_screen_of_the_telephone_that_she_has(emma):
    own_number.ask(emma, "070-174 06 90", by=emma.user, at=NOW)
    tasks.send(str(Message.objects.get().pk))

    (bubble,) = on_the_screen(emma.user)

    assert re.match(r"\d{6} är din kod", bubble.text)
    assert bubble.to == "070-174 06 90"
