"""What comes in."""

import pytest
from django_q.models import OrmQ

from messaging import inbound, tasks
from messaging.inbound import Outcome
from messaging.models import InboundMessage
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW


def receive(body="JA", *, sender="+46701740612", provider_id="s1") -> InboundMessage:
    return inbound.receive(gateway="fake", provider_id=provider_id, sender=sender, body=body, at=NOW)


def understood(message: InboundMessage) -> str:
    inbound.understand(message.pk, at=NOW)
    message.refresh_from_db()
    return message.outcome


def test_an_sms_is_stored_before_it_is_understood(db):
    message = receive("Ja tack")

    assert (message.body, message.sender, message.handled_at) == ("Ja tack", "+46701740612", None)
    assert OrmQ.objects.get().task["func"] == "messaging.tasks.understand"


def test_the_same_sms_twice_is_one(db):
    assert receive() == receive("Nej")
    assert OrmQ.objects.count() == 1


def test_the_one_who_sent_it_is_found_by_her_number(amira, drain):
    seen = []

    @inbound.reader
    def read(message, senders, at):
        seen.append((message.body, senders))
        return Outcome("svarade ja")

    message = receive(sender="070-174 06 12")
    drain()

    message.refresh_from_db()
    assert seen == [("JA", [amira])]
    assert (message.outcome, bool(message.handled_at)) == ("svarade ja", True)


def test_all_who_share_a_number_are_named(amira):
    sister = UserFactory(phone=amira.phone)
    UserFactory(phone=amira.phone, is_active=False)

    @inbound.reader
    def read(message, senders, at):
        return Outcome(",".join(sorted(str(sender.pk) for sender in senders)))

    assert understood(receive()) == ",".join(sorted([str(amira.pk), str(sister.pk)]))


def test_the_first_reader_that_knows_it_takes_it(amira):
    for outcome in [None, Outcome("den andra"), Outcome("den tredje")]:
        inbound.reader(lambda *_, outcome=outcome: outcome)

    assert understood(receive()) == "den andra"


def test_it_is_understood_once(amira):
    times = []
    inbound.reader(lambda *_: times.append(NOW) or Outcome("läst"))
    message = receive()

    tasks.understand(str(message.pk))
    tasks.understand(str(message.pk))

    assert len(times) == 1


def test_what_nobody_reads_says_so(amira):
    assert understood(receive()) == inbound.NOT_UNDERSTOOD
    assert understood(receive(sender="+46701740699", provider_id="s2")) == inbound.UNKNOWN_SENDER


def test_a_reader_that_fails_leaves_it_to_be_read_again(amira):
    def fails(message, senders, at):
        raise RuntimeError

    inbound.reader(fails)
    message = receive()

    with pytest.raises(RuntimeError):
        inbound.understand(message.pk, at=NOW)

    message.refresh_from_db()
    assert message.handled_at is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("070-174 06 05", "+46701740605"),
        ("0046701740605", "+46701740605"),
        ("+46701740605", "+46701740605"),
        ("Posten", "Posten"),
        ("", ""),
        ("En avsändare med långt namn", "En avsändare med"),
    ],
)
def test_a_number_is_stored_as_e164(number, expected):
    assert inbound.e164(number) == expected
