"""STOP and START, as the engine sees them."""

import pytest

from booking.models import Enquiry, PlannerTask
from booking.operations import answering, enquiries
from messaging import inbound
from messaging.models import Message
from tests.cast import at

MORNING = at("2026-05-12 09:00")


@pytest.fixture
def asked(town):
    (enquiry,) = ask(town, town.order(), town.substitute())
    return enquiry


def ask(town, order, substitute) -> list[Enquiry]:
    return enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=at("2026-05-12 10:00"))


def says(enquiry, word, number=1) -> None:
    phone = enquiry.substitute.user.phone
    came = inbound.receive(gateway="local", provider_id=f"{word}{number}", sender=phone, body=word, at=MORNING)
    inbound.understand(came.pk, at=MORNING)


def test_scenario_42_stop_marks_the_open_enquiries_and_tells_a_planner(asked):
    says(asked, "STOP")
    says(asked, "stopp", 2)

    asked.refresh_from_db()
    assert asked.status == Enquiry.Status.UNDELIVERABLE
    assert PlannerTask.objects.get().kind == PlannerTask.Kind.NO_SMS
    assert Message.objects.filter(kind="sms.stopped").count() == 1


def test_scenario_42_in_the_portal_she_can_still_answer(asked):
    says(asked, "STOP")

    assert answering.answer(asked, yes=True, by=asked.substitute.user, at=MORNING).status == Enquiry.Status.WON


def test_scenario_42_after_start_only_new_enquiries_are_sent(town, asked):
    says(asked, "STOP")
    says(asked, "START")

    (new,) = ask(town, town.order("2026-05-15 07:00", "2026-05-15 16:00"), asked.substitute)

    asked.refresh_from_db()
    assert (asked.status, new.status) == (Enquiry.Status.UNDELIVERABLE, Enquiry.Status.SENT)
