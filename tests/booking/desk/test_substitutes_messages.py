"""What a planner may know of the messages to and from a substitute."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import WorkplaceRequest
from booking.notifications.catalogue import KINDS
from booking.views.desk.substitute_messages_words import WORDS
from messaging import inbound, outbox
from messaging.models import Channel, Message
from tests.booking.desk.conftest import text
from tests.cast import NOW, with_role
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import AgreementFactory, UserFactory
from tests.page_checks import assert_valid_html

SECRET = "Hemligt 4711"


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def reads(amira, signed_in, town):
    def read(user=town.planner):
        return text(signed_in(user).get(reverse("substitute:messages", args=[amira.pk])))

    return read


@pytest.fixture
def tells(amira):
    """`tells("booking.booked", booking)`: the portal has told her."""

    def tell(kind, about=None, *, body=SECRET, **fields):
        about = f"{about._meta.model_name}:{about.pk}" if about else ""
        with transaction.atomic():
            told = {"kind": kind, "to": amira.user, "at": NOW - timedelta(hours=1), "body": body, "about": about}
            return outbox.post(key=str(uuid.uuid4()), **told | fields)

    return tell


def test_every_message_to_a_substitute_has_a_name():
    of_managers = {"the orderer", "the planner", "planner or orderer", "who started asking"}

    assert WORDS.keys() == {kind.code for kind in KINDS if kind.to not in of_managers}


def test_of_what_the_portal_sends_the_kind_the_shift_and_how_it_went_and_never_the_text(town, amira, tells, reads):
    told = tells("booking.booked", BookingFactory(order=town.order(), substitute=amira))
    Message.objects.filter(pk=told.pk).update(status=Message.Status.DELIVERED)
    tells("enquiry.asked", EnquiryFactory(order=town.order(), substitute=amira))
    tells("interest.lapsed", InterestFactory(order=town.order(), substitute=amira))
    tells("reminder.availability", amira)
    wish = WorkplaceRequest.objects.create(substitute=amira, workplace=town.workplace, asked_at=NOW)
    tells("workplace.declined", wish)

    shown = reads()

    kinds = ("Besked: passet är ditt", "Förfrågan", "Intresset gäller inte", "Påminnelse om tom", "Nej till arbets")
    for words in (*kinds, "Hemtjänst Solgården, onsdag 13 maj 07.00–16.00", "Sms: framme"):
        assert words in shown
    assert SECRET not in shown
    assert_valid_html(shown)


def test_one_about_several_is_told_if_one_of_them_is_in_her_area(town, elsewhere, amira, tells, reads):
    here, there = (EnquiryFactory(order=each.order(), substitute=amira) for each in (town, elsewhere))
    tells("enquiry.asked_many", amira, facts={"enquiries": [str(there.pk)]})
    assert "Flera förfrågningar" not in reads()

    tells("enquiry.asked_many", amira, facts={"enquiries": [str(there.pk), str(here.pk)]})
    tells("jobs.released", amira, facts={"orders": [str(here.order_id)]})
    assert "Flera förfrågningar" in reads()
    assert "Nya lediga jobb" in reads()


def test_nothing_that_was_told_of_another_area_is_there_nor_codes_nor_what_is_old(town, elsewhere, amira, tells, reads):
    tells("booking.booked", BookingFactory(order=elsewhere.order(), substitute=amira))
    tells("desk.written", written_by=elsewhere.planner, body="Från förskolan")
    tells("phone.code", discreet=True)
    tells("account.mail")
    tells("enquiry.asked", EnquiryFactory(order=town.order(), substitute=amira), at=NOW - timedelta(days=100))

    assert "Inga meddelanden" in reads()


def test_what_a_planner_of_the_area_wrote_is_read_with_its_words_and_her_answer(town, amira, tells, reads):
    told = tells("desk.written", written_by=town.planner, body="Kan du i helgen?")
    answer = inbound.write(told, "Ja, gärna", by=amira.user, command=uuid.uuid4(), at=NOW)
    colleague = with_role("planner", area=town.area)

    shown = reads(colleague)

    assert shown.index("Ja, gärna") < shown.index("Kan du i helgen?")
    assert "Väntar i Inkorg" in shown
    inbound.settle(answer, by=town.planner, at=NOW)
    assert f"Läst av {town.planner}" in reads(colleague)


def test_what_somebody_wrote_who_plans_elsewhere_too_is_read_by_herself_and_by_whoever_plans_both(
    town, elsewhere, amira, tells, reads
):
    AgreementFactory(substitute=amira, area=elsewhere.area)
    both, other = (with_role("planner", area=town.area) for _one in range(2))
    for planner in (both, other):
        planner.role_assignments.create(role="planner", area=elsewhere.area)
    tells("desk.written", written_by=both, body="Om förskolan")

    assert [("Om förskolan" in reads(reader)) for reader in (both, other, town.planner)] == [True, True, False]


def test_what_somebody_wrote_who_has_no_role_any_more_is_read_by_nobody(town, tells, reads):
    gone = with_role("planner", area=town.area)
    tells("desk.written", written_by=gone, body="Hej då")
    gone.role_assignments.all().delete()

    assert "Hej då" not in reads()


@pytest.fixture
def by_sms(amira):
    def write(body):
        received = {"gateway": "local", "provider_id": str(uuid.uuid4()), "sender": amira.user.phone}
        sms = inbound.receive(**received, body=body, at=NOW)
        inbound.understand(sms.pk, at=NOW)

    return write


def test_an_sms_that_somebody_must_read_is_hers_unless_she_shares_the_number(amira, by_sms, reads):
    by_sms("Ja men bara till 14")
    assert "Ja men bara till 14" in reads()

    UserFactory(phone=amira.user.phone)
    assert "Ja men bara till 14" not in reads()


def test_one_without_a_number_has_sent_no_sms(amira, tells, reads):
    type(amira.user).objects.filter(pk=amira.user_id).update(phone="")
    tells("reminder.availability", amira, channel=Channel.EMAIL, address="x@alvsunda.example")

    assert "Från vikarien" not in reads()


def test_the_page_asks_as_much_for_one_message_as_for_thirty(town, amira, tells, by_sms, reads):
    def one_of_each():
        booking = BookingFactory(order=town.order(), substitute=amira, ended_at=NOW, end_reason="mistake")
        tells("booking.booked", booking)
        tells("desk.written", written_by=with_role("planner", area=town.area), body="Hej")
        by_sms("Ja kanske")

    def cost():
        reads()
        with CaptureQueriesContext(connection) as asked:
            reads()
        return len(asked)

    one_of_each()
    one = cost()
    for _more in range(9):
        one_of_each()

    assert cost() == one
