"""A planner's own words: to each once, after the night, never to who is protected, and not in the history."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import notifications
from booking.models import Policy
from booking.operations import writing
from booking.operations.refusals import Refused
from messaging.inbound import receive, understand
from messaging.models import InboundMessage, Message
from people.models import HistoryEntry
from tests.cast import at, with_role

MORNING, NIGHT = at("2026-05-12 09:00"), at("2026-05-12 23:00")


@pytest.fixture
def writes(town):
    """`writes("Hej", amira)`: the planner's words, with a command of their own unless one is named."""

    def one(body, *to, when=MORNING, **said) -> None:
        writing.write(to, body, by=town.planner, at=when, **({"command": uuid.uuid4()} | said))

    return one


def test_each_gets_it_once_and_the_history_tells_that_not_what(town, writes):
    amira, elin = town.substitute(), town.substitute()
    command = uuid.uuid4()

    writes("Ta med nyckeln.", amira, elin, command=command)
    writes("Ta med nyckeln.", amira, elin, command=command)

    assert {message.recipient for message in Message.objects.all()} == {amira.user, elin.user}
    assert Message.objects.count() == HistoryEntry.objects.filter(action="substitute.write").count() == 2
    entry = HistoryEntry.objects.for_instance(amira).get()
    assert (entry.user, entry.area, entry.data) == (town.planner, town.area, {})


@pytest.mark.parametrize(
    ("when", "at_once", "due"),
    [
        (MORNING, False, MORNING),
        (NIGHT, False, at("2026-05-13 06:00")),
        (NIGHT, True, NIGHT),
    ],
)
def test_at_night_it_waits_unless_she_wants_it_to_leave(when, at_once, due, town, writes):
    writes("Hej", town.substitute(), when=when, at_once=at_once)

    assert Message.objects.get().due_at == due


def test_the_night_is_over_when_it_is_in_all_her_areas(town, elsewhere):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=elsewhere.area)
    Policy.objects.create(area=elsewhere.area, quiet_to="07:30")

    assert writing.leaves(both, at=NIGHT) == at("2026-05-13 07:30")
    assert writing.leaves(town.planner, at=NIGHT) == at("2026-05-13 06:00")


def test_whoever_is_protected_is_never_written_to_and_nor_are_the_others_then(town, writes):
    protected = town.substitute(by_hand_only=True, user__first_name="Elin", user__last_name="Back")

    with pytest.raises(Refused, match="Elin Back har skyddade uppgifter"):
        writes("Hej", town.substitute(), protected)

    assert not Message.objects.exists()


def test_what_is_too_long_is_not_sent_and_leaves_no_trace(town, writes):
    with pytest.raises(notifications.TooLong):
        writes("x" * (notifications.room(by=town.planner) + 1), town.substitute())

    assert not HistoryEntry.objects.filter(action="substitute.write").exists()


def test_as_much_as_is_said_to_fit_fits(town, writes):
    writes("x" * notifications.room(by=town.planner), town.substitute())

    assert Message.objects.count() == 1


def test_what_is_answered_has_been_read(town, writes):
    amira = town.substitute()
    sms = receive(gateway="local", provider_id="1", sender=amira.user.phone, body="Vilken dörr?", at=MORNING)
    understand(sms.pk, at=MORNING)

    writes("Den gröna.", amira, answering=sms)

    assert not InboundMessage.objects.waiting().exists()
    assert sms.settled_by == town.planner


def test_more_than_can_be_written_to_at_once_are_none(town, writes, monkeypatch):
    monkeypatch.setattr(writing, "MOST", 1)

    with pytest.raises(Refused, match="Du kan skriva till högst 1 åt gången"):
        writes("Hej", town.substitute(), town.substitute())

    assert not Message.objects.exists()


def test_each_more_costs_what_she_is_told_and_no_more(town, writes):
    def asked(number):
        people = [town.substitute() for _one in range(number)]
        with CaptureQueriesContext(connection) as questions:
            writes("Hej", *people)
        return len(questions)

    assert asked(11) - asked(1) <= 10 * 10
