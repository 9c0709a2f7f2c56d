"""Answers that a planner must read, and what she who wrote them is asked meanwhile."""

from datetime import timedelta

import pytest
from django.db import transaction

from booking.models import Booking, Enquiry
from booking.operations import enquiries
from messaging import inbound, outbox
from messaging.models import InboundMessage, Message
from tests.cast import NOW, at

PHONE = "+46701740605"


@pytest.fixture
def text(drain, time_machine):
    """`text("JA", minute=3)`: she answers from her phone; the row as it was read."""
    numbers = iter(range(100))

    def send(body: str, minute: int = 1) -> InboundMessage:
        moment = NOW + timedelta(minutes=minute)
        time_machine.move_to(moment, tick=False)
        name = f"in-{next(numbers)}"
        row = inbound.receive(gateway="local", provider_id=name, sender=PHONE, body=body, at=moment)
        drain()
        return InboundMessage.objects.get(pk=row.pk)

    return send


@pytest.fixture
def asked(town, drain, time_machine) -> Enquiry:
    """An enquiry that has reached her phone."""
    time_machine.move_to(NOW, tick=False)
    substitute = town.substitute(user__phone=PHONE)
    (enquiry,) = enquiries.ask(town.order(), [substitute], by=town.planner, at=NOW, answer_by=at("2026-05-12 08:00"))
    drain()
    return enquiry


@pytest.fixture
def written(town, asked, drain, time_machine) -> None:
    """A colleague has written to her since."""
    time_machine.move_to(NOW + timedelta(seconds=30), tick=False)
    user = asked.substitute.user
    with transaction.atomic():
        outbox.post(key="w", kind="test.written", to=user, body="Kan du ringa?", at=NOW, written_by=town.planner)
    drain()


def prompts() -> list[str]:
    return list(Message.objects.filter(kind="enquiry.unclear").order_by("posted_at").values_list("body", flat=True))


@pytest.mark.parametrize("body", ["Ja men bara till 14", "jag kan nog"])
def test_scenario_41_a_condition_or_a_doubt_is_shown_to_the_planner(town, asked, text, body):
    row = text(body)

    assert list(InboundMessage.objects.waiting()) == [row]
    assert not Booking.objects.exists()


def test_scenario_41_a_thumb_is_asked_about_once_and_then_read_by_a_person(asked, text):
    first, second = text("👍"), text("👍", minute=2)

    assert len(prompts()) == 1
    assert (first.needs_reader, second.needs_reader) == (False, True)
    text("👍", minute=62)
    assert len(prompts()) == 2


def test_a_bare_yes_after_something_written_books_nothing_and_asks(asked, written, text):
    row = text("JA")

    assert row.needs_reader
    assert not Booking.objects.exists()
    assert f"JA {asked.code}" in prompts()[0]


def test_with_the_code_it_is_no_longer_in_doubt(asked, written, text):
    text(f"JA {asked.code}")

    assert Booking.objects.get().substitute == asked.substitute


def test_an_answer_to_something_written_reaches_a_person_though_nothing_is_asked(asked, written, text):
    Enquiry.objects.update(status=Enquiry.Status.WITHDRAWN)

    row = text("Ja", minute=200)

    assert row.needs_reader
    assert not prompts()


def test_a_stop_is_no_answer(asked, text):
    text("STOP")

    assert not outbox.reachable_by_sms(asked.substitute.user)
