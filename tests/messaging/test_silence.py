"""STOP and START."""

import pytest

from messaging import inbound, outbox, silence
from messaging.models import InboundMessage, Message, Silenced
from messaging.segments import segments
from people.models import HistoryEntry
from tests.factories.people import SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW

PHONE = "+46701740612"


@pytest.fixture
def say(gateway, drain, db):
    """`say("STOP")`: from Amira's number; answers with what it became."""
    numbers = iter(range(100))

    def one(body: str, sender: str = PHONE) -> str:
        row = inbound.receive(gateway="fake", provider_id=f"s{next(numbers)}", sender=sender, body=body, at=NOW)
        drain()
        return InboundMessage.objects.get(pk=row.pk).outcome

    return one


def texts(gateway) -> list[str]:
    return [sms.text for sms in gateway.taken]


def test_scenario_42_a_stop_is_confirmed_once(amira, say, gateway):
    assert [say("STOP"), say("Stopp."), say("stop sms")] == [silence.STOPPED, *[silence.STOPPED_ALREADY] * 2]

    (confirmation,) = texts(gateway)
    assert "Svara START" in confirmation
    assert segments(confirmation) == 1


def test_scenario_42_after_a_stop_nothing_leaves_and_all_is_in_the_inbox(amira, say, post, gateway, drain, hers):
    say("STOP")
    message = post(amira, body="Kan du jobba?")
    drain()

    message.refresh_from_db()
    assert (message.status, message.status_reason, len(gateway.taken)) == ("suppressed", outbox.SILENCED, 1)
    assert message in Message.objects.in_inbox(amira, now=NOW)
    assert "Kan du jobba?" in hers.get("/meddelanden/").content.decode()


def test_scenario_42_after_a_start_sms_leave_again(amira, say, post, gateway, drain):
    say("STOP")

    assert say("start") == silence.STARTED

    post(amira, body="Kan du jobba?")
    drain()
    assert texts(gateway)[1:] == ["Du får sms från oss igen. Svara STOP om du inte vill det.", "Kan du jobba?"]


def test_a_start_without_a_stop_says_nothing(amira, say, gateway):
    assert say("START") == silence.NOT_STOPPED
    assert not gateway.taken


def test_a_stop_is_heard_before_any_reader(amira, say):
    inbound.reader(lambda *_: pytest.fail("the reader was asked"))

    say("STOP")


def test_a_stop_counts_for_the_number_whoever_has_it(amira, say, post, drain):
    assert say("STOP", "+46701740698") == silence.STOPPED
    assert not Message.objects.exists()

    newcomer = UserFactory(phone="+46701740698")
    assert not outbox.reachable_by_sms(newcomer)


def test_who_shares_the_number_is_told_once_and_all_are_silent(amira, say, gateway):
    sister = UserFactory(phone=PHONE)

    say("STOP")

    assert len(gateway.taken) == 1
    assert [outbox.reachable_by_sms(user) for user in (amira, sister)] == [False, False]


def test_an_email_still_leaves(amira, say, post, drain):
    say("STOP")
    message = post(amira, channel="email")
    drain()

    message.refresh_from_db()
    assert message.status == Message.Status.ACCEPTED


def test_whoever_must_know_is_told_in_the_same_transaction(amira, say):
    told = []
    silence.on_stop(lambda users, at: told.append((list(users), at.tzinfo is not None)))

    say("STOP")
    say("STOP")

    assert told == [([amira], True)]


def test_it_is_in_the_substitutes_history(amira, say):
    substitute = SubstituteFactory(user=amira)

    say("STOP")
    say("START")

    entries = HistoryEntry.objects.for_instance(substitute).order_by("timestamp", "id")
    assert [(entry.action, entry.user) for entry in entries] == [
        ("substitute.stop_sms", amira),
        ("substitute.start_sms", amira),
    ]


@pytest.mark.parametrize("phone", [PHONE, ""])
def test_who_has_a_number_and_has_not_stopped_is_reached(db, phone):
    assert outbox.reachable_by_sms(UserFactory(phone=phone)) is bool(phone)


def test_numbers_are_asked_for_many_at_once(db, django_assert_num_queries):
    Silenced.objects.create(number=PHONE, since=NOW)

    with django_assert_num_queries(1):
        assert Silenced.objects.among([PHONE, PHONE, "+46701740613"]) == {PHONE}


def test_a_silenced_number_is_named_by_itself():
    assert str(Silenced(number=PHONE)) == PHONE
