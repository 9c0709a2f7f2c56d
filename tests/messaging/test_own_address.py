"""The link to a new e-mail address, and what the old one is told."""

import base64
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress

from messaging import own_address
from messaging.models import Message
from people.models import HistoryEntry, User
from people.operations.refusals import Refused
from tests.factories.people import SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW

OLD, NEW = "emma@alvsunda.example", "emma.ek@alvsunda.example"
HOUR = timedelta(hours=1)


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__email=OLD)


@pytest.fixture
def ask(emma):
    """`ask(address)`: the signed word, as it stood in the link."""
    words = []

    def page(word):
        words.append(word)
        return f"https://portal.example/{word}/"

    def asked(written=NEW, at=NOW) -> str:
        words.clear()
        own_address.ask(emma, written, page=page, by=emma.user, at=at)
        return words[0] if words else ""

    return asked


@pytest.fixture
def confirm(emma):
    return lambda word, at=NOW + HOUR: own_address.confirm(emma, word, by=emma.user, at=at)


def address_of(substitute) -> str:
    return User.objects.get(pk=substitute.user_id).email


def test_the_link_goes_to_the_new_address_and_nothing_changes_yet(emma, ask):
    word = ask("  Emma.Ek@alvsunda.example ")

    letter = Message.objects.get()
    assert (letter.address, letter.channel, letter.discreet) == (NEW, "email", True)
    assert f"https://portal.example/{word}/" in letter.body
    assert address_of(emma) == OLD


def test_with_the_link_the_address_is_hers_and_the_old_one_is_told(emma, ask, confirm):
    EmailAddress.objects.create(user=emma.user, email=OLD)

    confirm(ask())

    assert address_of(emma) == NEW
    assert not EmailAddress.objects.exists()
    letter = Message.objects.get(kind="email.changed")
    assert (letter.address, NEW in letter.body) == (OLD, False)
    assert HistoryEntry.objects.of(emma).get().data == {"changed": ["email"]}


def test_the_link_twice_is_once(emma, ask, confirm):
    word = ask()

    confirm(word)
    confirm(word)

    assert Message.objects.filter(kind="email.changed").count() == 1
    assert HistoryEntry.objects.of(emma).count() == 1


@pytest.mark.parametrize(("hours", "counts"), [(23, True), (24, False)])
def test_a_link_counts_for_a_day(emma, ask, confirm, hours, counts):
    word = ask()

    if counts:
        confirm(word, at=NOW + hours * HOUR)
    else:
        with pytest.raises(Refused, match="gäller inte längre"):
            confirm(word, at=NOW + hours * HOUR)

    assert (address_of(emma) == NEW) is counts


def test_a_link_is_hers_alone_and_cannot_be_written_by_hand(emma, ask):
    word, other = ask(), SubstituteFactory()

    for whose, tried in ((other, word), (emma, f"{word}x"), (emma, "abc")):
        with pytest.raises(Refused):
            own_address.confirm(whose, tried, by=whose.user, at=NOW)


def test_an_older_link_ends_with_the_address_that_it_was_made_for(emma, ask, confirm):
    first = ask()
    confirm(ask("tredje@alvsunda.example"))

    with pytest.raises(Refused):
        confirm(first)

    assert address_of(emma) == "tredje@alvsunda.example"


def test_she_is_not_told_that_somebody_has_the_address_but_that_person_is(emma, ask):
    other = UserFactory(email=NEW)

    assert ask() == ""

    letter = Message.objects.get()
    assert (letter.recipient, letter.address, letter.kind) == (other, NEW, "email.taken")
    assert "http" not in letter.body


def test_an_address_that_somebody_got_meanwhile_is_not_hers(emma, ask, confirm):
    word = ask()
    UserFactory(email=NEW)

    with pytest.raises(Refused, match="går inte att använda"):
        confirm(word)

    assert address_of(emma) == OLD


def test_her_own_address_is_refused(ask):
    with pytest.raises(Refused, match="redan din"):
        ask(OLD.upper())


def test_three_links_an_hour_are_enough_and_the_same_form_twice_is_one(ask):
    for number in (1, 1, 2, 3):
        ask(f"{number}@alvsunda.example")

    with pytest.raises(Refused, match="tre länkar i timmen"):
        ask("4@alvsunda.example")
    assert ask("4@alvsunda.example", at=NOW + HOUR)


def test_the_link_says_nothing_of_the_address_that_she_had(ask):
    word = ask()

    told = base64.urlsafe_b64decode(word.partition(":")[0] + "==")
    assert NEW in told.decode()
    assert OLD not in told.decode()
