"""What becomes of the messages of somebody who is erased."""

from datetime import timedelta

import pytest
import time_machine

from messaging import inbound, replies, tasks
from messaging.models import Channel, InboundMessage, Message, Silenced
from people.operations import erasure
from tests.factories.people import SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW

PHONE = "+46701740605"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=PHONE, user__email="emma@alvsunda.example")


@pytest.fixture
def erase(emma):
    """`erase()`: Emma."""
    return lambda: erasure.erase(emma, by=None, at=NOW)


@pytest.fixture
def came(emma):
    """`came("Jag heter Emma")`: an SMS, not yet understood, from her number unless it is said which."""

    def one(body, sender=PHONE) -> InboundMessage:
        return inbound.receive(gateway="local", provider_id=body, sender=sender, body=body, at=NOW)

    return one


def test_what_was_sent_to_her_says_nothing_and_not_to_whom(emma, post, erase):
    message = post(emma.user, subject="Hej Emma", body="Hej Emma, du är bokad")
    Message.objects.update(status=Message.Status.FAILED, status_reason=f"no such number: {PHONE}")
    anothers = post(UserFactory(), body="Hej")

    erase()

    message.refresh_from_db()
    assert (message.subject, message.body, message.address, message.status_reason) == ("", "", "", "")
    assert (message.status, message.posted_at) == (Message.Status.FAILED, NOW)
    assert Message.objects.get(pk=anothers.pk).body == "Hej"


@pytest.mark.parametrize("status", [Message.Status.PENDING, Message.Status.SENDING])
def test_what_waits_to_be_sent_to_her_never_leaves(status, emma, post, erase, gateway, sweep):
    message = post(emma.user)
    Message.objects.update(status=status, claimed_at=NOW)

    erase()
    sweep(NOW + timedelta(minutes=5))

    message.refresh_from_db()
    assert (message.status, message.status_reason) == (Message.Status.SUPPRESSED, "personen är raderad")
    assert gateway.taken == []


def test_what_she_sent_says_nothing_and_not_from_where(emma, came, erase):
    sms = came("Jag är sjuk, Emma")
    anothers = came("Hej", sender="+46701740699")

    erase()

    sms.refresh_from_db()
    assert (sms.sender, sms.body) == ("", "")
    assert InboundMessage.objects.get(pk=anothers.pk).body == "Hej"


def test_nobody_is_left_to_read_or_understand_an_sms_that_says_nothing(emma, came, erase):
    unread, unheard = came("Ja men bara till 14"), came("Ja")
    inbound.understand(unread.pk, at=NOW)

    erase()
    with time_machine.travel(NOW, tick=False):
        tasks.understand(str(unheard.pk))

    assert not InboundMessage.objects.waiting().exists()
    assert not InboundMessage.objects.filter(handled_at=None).exists()
    assert not Message.objects.exists()


def test_an_earlier_number_of_hers_is_hers_too(emma, post, came, erase):
    post(emma.user)
    sms = came("Jag är sjuk")
    emma.user.phone = "+46701740606"
    emma.user.save()

    erase()

    sms.refresh_from_db()
    assert (sms.sender, sms.body) == ("", "")


def test_from_a_shared_number_only_what_was_answered_to_her_is_hers(emma, came, erase):
    other = UserFactory(phone=PHONE)
    hers, his, whose = came("Ja 7"), came("Ja 8"), came("Ja men bara till 14")
    for sms, sender in ((hers, emma.user), (his, other)):
        replies.reply(sms, kind="enquiry.reply", to=sender, subject="", body="Tack", at=NOW)
    Silenced.objects.create(number=PHONE, since=NOW)

    erase()

    bodies = dict(InboundMessage.objects.values_list("pk", "body"))
    assert [bodies[sms.pk] for sms in (hers, his, whose)] == ["", "Ja 8", "Ja men bara till 14"]
    assert Silenced.objects.filter(number=PHONE).exists()


def test_that_her_number_had_said_stop_is_forgotten(emma, erase):
    Silenced.objects.create(number=PHONE, since=NOW)
    Silenced.objects.create(number="+46701740699", since=NOW)

    erase()

    assert [row.number for row in Silenced.objects.all()] == ["+46701740699"]


def test_somebody_without_a_number_has_sent_nothing(emma, came, erase):
    emma.user.phone = ""
    emma.user.save()
    other = UserFactory(phone="")
    sms = came("Hej", sender="Kommunen")

    erase()

    assert other.phone == ""
    assert InboundMessage.objects.get(pk=sms.pk).body == "Hej"


def test_mail_to_her_says_nothing_either(emma, post, erase):
    mail = post(emma.user, channel=Channel.EMAIL)

    erase()

    mail.refresh_from_db()
    assert (mail.body, mail.address) == ("", "")
