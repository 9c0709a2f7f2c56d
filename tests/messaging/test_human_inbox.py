"""What a person must read."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from messaging import inbound
from messaging.inbound import Outcome, senders_of, settle
from messaging.models import InboundMessage
from people import access
from people.models import HistoryEntry
from tests.cast import with_role
from tests.factories.people import AreaFactory, SubstituteFactory, UserFactory
from tests.messaging.conftest import NOW

UNKNOWN = "+46701740698"


@pytest.fixture
def received(db):
    """`received("Hej")`: stored and read, at the minute it says."""
    numbers = iter(range(100))

    def one(body="Hej", *, sender="+46701740612", minute=0) -> InboundMessage:
        at = NOW + timedelta(minutes=minute)
        row = inbound.receive(gateway="fake", provider_id=f"s{next(numbers)}", sender=sender, body=body, at=at)
        inbound.understand(row.pk, at=at)
        row.refresh_from_db()
        return row

    return one


def test_what_nobody_understood_from_somebody_we_know_waits_for_a_reader(amira, received):
    assert received() in InboundMessage.objects.waiting()


def test_what_a_reader_says_that_a_person_should_read_waits_too(amira, received):
    inbound.reader(lambda *_: Outcome("otydligt svar", needs_reader=True))

    row = received("ja men bara till 14")

    assert (row.outcome, row.needs_reader) == ("otydligt svar", True)


def test_what_was_understood_waits_for_nobody(amira, received):
    inbound.reader(lambda *_: Outcome("ja: fick passet"))

    received("JA")

    assert not InboundMessage.objects.waiting().exists()


def test_the_oldest_is_read_first(amira, received):
    second, first = received(minute=5), received(minute=1)

    assert list(InboundMessage.objects.waiting()) == [first, second]


def test_scenario_43_five_from_an_unknown_number_wait_and_the_rest_are_only_stored(received):
    waits = [received(sender=UNKNOWN, minute=minute).needs_reader for minute in range(7)]

    assert waits == [True] * 5 + [False] * 2
    assert received(sender="+46701740697").needs_reader
    assert received(sender=UNKNOWN, minute=70).needs_reader


def test_what_is_settled_waits_no_more_and_the_first_to_say_so_stands(amira, received):
    row, planner, other = received(), UserFactory(), UserFactory()

    settle(row, by=planner, at=NOW)
    settle(row, by=other, at=NOW + timedelta(minutes=1))

    assert not InboundMessage.objects.waiting().exists()
    assert (row.settled_by, row.settled_at) == (planner, NOW)
    assert [entry.user for entry in HistoryEntry.objects.for_instance(row)] == [planner]


def test_the_history_of_it_is_of_the_area_of_its_sender(town, received):
    row = received(sender=town.substitute(user__phone="+46701740614").user.phone)

    settle(row, by=town.planner, at=NOW)

    assert HistoryEntry.objects.for_instance(row).get().area == town.area


def test_nobody_has_settled_what_is_not(amira, received):
    row = received()
    row.settled_by = amira

    with pytest.raises(IntegrityError):
        row.save()


def test_those_who_share_a_number_may_all_have_sent_it(amira, received):
    sister = UserFactory(phone=amira.phone)
    UserFactory(phone=amira.phone, is_active=False)

    assert list(senders_of(received())) == [amira, sister]
    assert not senders_of(received(sender="")).exists()


def test_a_planner_reads_her_own_areas_people_and_whom_no_area_knows(town, elsewhere, received):
    hers = received(sender=town.substitute(user__phone="+46701740614").user.phone)
    of_manager = received(sender=with_role("ordering_manager", workplace=town.workplace, phone="+46701740615").phone)
    of_planner = received(sender=with_role("planner", area=town.area, phone="+46701740619").phone)
    theirs = received(sender=elsewhere.substitute(user__phone="+46701740616").user.phone)
    strangers = [received(sender=UNKNOWN), received(sender=SubstituteFactory(user__phone="+46701740617").user.phone)]

    seen = access.scope(town.planner, InboundMessage.objects.all())

    assert set(seen) == {hers, of_manager, of_planner, *strangers}
    assert theirs in access.scope(elsewhere.planner, InboundMessage.objects.all(), "change")


def test_nobody_else_reads_them(town, received):
    received(sender=UNKNOWN)

    for user in (town.manager, with_role("editor"), town.substitute().user):
        assert not access.scope(user, InboundMessage.objects.all()).exists()


def test_the_inbox_asks_as_much_for_thirty_as_for_one(town, received, django_assert_num_queries):
    AreaFactory()
    for minute in range(30):
        received(sender=UNKNOWN, minute=minute * 61)

    with django_assert_num_queries(2):
        assert len(access.scope(town.planner, InboundMessage.objects.waiting())) == 30
