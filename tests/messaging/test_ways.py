"""One thing told by every channel that somebody wants: a message, and copies of it."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django_q.models import OrmQ

from messaging import choices, delivery, outbox, ways
from messaging.models import Channel, ChannelChoice, InboundMessage, Message, Silenced
from tests.factories.people import UserFactory
from tests.messaging.conftest import NOW

pytestmark = pytest.mark.usefixtures("group")


@pytest.fixture
def choose(group, amira):
    """`choose(email=True)`: kept as Amira's."""

    def one(user=amira, **wanted):
        for channel, yes in wanted.items():
            ChannelChoice.objects.create(user=user, group=group.code, channel=channel, wanted=yes)

    return one


def told() -> list[tuple[str, str, bool]]:
    rows = Message.objects.order_by("copy_of_id", "channel")
    return sorted((row.channel, row.status, row.copy_of_id is not None) for row in rows)


def test_what_she_wants_by_two_channels_is_a_message_and_a_copy(amira, post, choose):
    choose(email=True)

    message = post(amira, subject="Hej", about="thing:7", facts={"pk": "7"}, due_at=NOW + timedelta(hours=1))

    copy = message.copies.get()
    assert (message.channel, copy.channel, copy.address) == (Channel.SMS, Channel.EMAIL, amira.email)
    for field in ("kind", "subject", "about", "facts", "due_at", "posted_at", "recipient"):
        assert getattr(copy, field) == getattr(message, field)


def test_each_channel_says_it_in_its_own_words_and_only_the_sms_can_be_answered_as_one(amira, post, choose):
    choose(email=True)

    message = post(amira, body=lambda channel: f"Sagt med {channel}", answerable=True)

    assert (message.body, message.copies.get().body) == ("Sagt med sms", "Sagt med email")
    assert (message.answerable, message.copies.get().answerable) == (True, False)


def test_the_same_key_makes_no_further_copies_whatever_she_has_chosen_since(amira, post, choose):
    first = post(amira, key="once")
    choose(email=True)

    assert post(amira, key="once") == first
    assert not first.copies.exists()


def test_every_way_is_put_in_the_queue_when_it_is_due(amira, post, choose):
    choose(email=True)

    post(amira)
    post(amira, due_at=NOW + timedelta(hours=1))

    assert OrmQ.objects.count() == 2


def test_each_way_stands_by_itself(amira, post, choose, gateway, mailoutbox):
    choose(email=True)
    gateway.problems.append(delivery.channels.Refused("inget sådant nummer"))
    post(amira)

    for row in Message.objects.all():
        delivery.deliver(row.pk, at=NOW)

    assert told() == [("email", "accepted", True), ("sms", "failed", False)]
    assert len(mailoutbox) == 1


def test_what_no_longer_holds_leaves_by_no_way(amira, post, choose, gateway, mailoutbox):
    choose(email=True)
    outbox.still_true("thing.happened")(lambda _message: "gäller inte")
    post(amira)

    for row in Message.objects.all():
        delivery.deliver(row.pk, at=NOW)

    assert {status for _channel, status, _copy in told()} == {"suppressed"}
    assert not Message.objects.in_inbox(amira, now=NOW).exists()


def test_to_suppress_a_message_is_to_suppress_its_copies(amira, post, choose):
    choose(email=True)
    message = post(amira)

    outbox.suppress([message], "sägs på annat sätt")

    assert {status for _channel, status, _copy in told()} == {"suppressed"}


@pytest.mark.parametrize(
    "fields", [{"channel": Channel.SMS}, {"discreet": True}, {"address": "+46701740690", "channel": Channel.SMS}]
)
def test_what_is_for_one_channel_or_discreet_is_never_copied(amira, post, choose, fields):
    choose(email=True)

    assert not post(amira, **fields).copies.exists()


def test_a_reply_is_never_copied(amira, post, choose):
    choose(email=True)
    sms = InboundMessage.objects.create(gateway="fake", provider_id="1", sender=amira.phone, body="?", received_at=NOW)

    assert not post(amira, in_reply_to=sms).copies.exists()


def test_a_kind_of_no_group_and_one_that_is_fixed_go_as_ever(amira, post, choose, group):
    choose(email=True)

    for kind in ("other.thing", "account.mail"):
        assert not post(amira, kind=kind).copies.exists()


def test_who_has_chosen_nothing_is_told_by_sms_else_by_mail(post, db):
    both, mail, neither = UserFactory(), UserFactory(phone=""), UserFactory(phone="", email="")

    channels = [(post(user).channel, Message.objects.filter(recipient=user).count()) for user in (both, mail, neither)]

    assert channels == [("sms", 1), ("email", 1), ("sms", 1)]


def test_who_wants_nothing_of_it_still_has_it_in_her_inbox(amira, post, choose):
    choose(sms=False)

    message = post(amira, answerable=True)

    assert (message.status, message.status_reason, message.address) == ("suppressed", ways.NOT_WANTED, "")
    assert list(Message.objects.in_inbox(amira, now=NOW)) == [message]
    assert (message.answerable, OrmQ.objects.count()) == (False, 0)


def test_who_has_no_number_and_wants_no_mail_either_is_not_mailed_in_its_stead(post, choose, db):
    berit = UserFactory(phone="")
    choose(berit, sms=False)

    assert post(berit).status_reason == ways.NOT_WANTED


def test_a_number_that_has_said_stop_is_told_in_words_for_a_screen(amira, post, choose):
    choose(email=True)
    Silenced.objects.create(number=amira.phone, since=NOW)

    message = post(amira, body=lambda channel: f"Sagt med {channel}", answerable=True)

    assert (message.channel, message.body, message.answerable) == (Channel.SMS, "Sagt med email", False)
    assert message.copies.get().status == "pending"


def test_whether_anything_would_leave_for_her(amira, choose):
    assert ways.reaches(amira, "thing.happened")
    Silenced.objects.create(number=amira.phone, since=NOW)
    assert not ways.reaches(amira, "thing.happened")
    choose(email=True)
    assert ways.reaches(amira, "thing.happened")


def test_what_left_by_one_way_is_in_the_inbox_though_another_was_overtaken(amira, post, choose):
    choose(email=True)
    message = post(amira)
    Message.objects.filter(pk=message.pk).update(status="suppressed", status_reason="gäller inte")
    assert not Message.objects.in_inbox(amira, now=NOW).exists()

    message.copies.update(status="accepted")

    assert list(Message.objects.in_inbox(amira, now=NOW)) == [message]


def test_a_burst_asks_once_for_how_all_want_to_be_told(db, post, subscribed):
    people = [UserFactory() for _ in range(20)]
    subscribed(people[3])

    def queries(number) -> int:
        with CaptureQueriesContext(connection) as asked, transaction.atomic(), choices.known(people[:number]):
            for user in people[:number]:
                ways.to(user, "thing.happened")
        return len(asked)

    assert queries(2) == queries(20)


def test_one_by_one_costs_no_more_than_who_is_silent_what_is_chosen_and_which_browsers(
    amira, service, django_assert_num_queries
):
    with django_assert_num_queries(3):
        ways.to(amira, "thing.happened")
