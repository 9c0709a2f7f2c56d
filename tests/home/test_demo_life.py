"""What one finds in the demo municipality on a Tuesday at 05.45."""

from collections import Counter
from itertools import pairwise

import pytest
from django.contrib.auth import authenticate
from django.db import transaction

from booking.matching import jobs
from booking.models import AssistantDecision, AssistantProfile, AssistantRun, Booking, Enquiry, Interest, Order
from home.demo import accounts, build
from home.demo.cast import HANDS, PASSWORD
from intyg.models import CertificateRequest
from messaging.models import Message
from people.models import Substitute, User
from tests.cast import NOW, at


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Built once for all that is only looked at here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build.build(NOW)
        transaction.set_rollback(True)


def test_everyone_can_sign_in_with_the_password_that_is_printed(world):
    for _role, name, username, password in accounts():
        assert authenticate(username=username, password=password), name
    assert PASSWORD not in User.objects.values_list("password", flat=True)


def test_all_roles_are_there_and_two_planners_of_different_areas():
    roles = Counter(role for role, *_rest in accounts())

    assert roles == {
        "vikarie": len(HANDS), "beställare": 2, "bemanningsplanerare": 2, "löneadministratör": 1,
        "ansvarig för skyddade uppgifter": 1,
        "redaktör": 1, "godkännare": 1, "systemförvaltare": 1,
    }  # fmt: skip


def test_amira_meets_every_obstacle_in_lediga_jobb(world):
    cards = jobs.open_to(Substitute.objects.get(user__first_name="Amira"), now=NOW)

    codes = {breach.code for card in cards for breach in card.verdict.breaches}
    assert codes >= {"overlap", "daily_rest", "competence", "agreement", "availability"}
    assert any(card.fits_her_time for card in cards)
    assert any(card.wanted for card in cards)


def test_something_waits_for_each(world):
    amira = Substitute.objects.get(user__first_name="Amira")

    assert Enquiry.objects.unanswered(now=NOW).filter(substitute=amira).count() == 1
    assert Booking.objects.coming(now=NOW).of(amira).exists()
    assert CertificateRequest.objects.undecided().exists()
    assert Order.objects.filter(status=Order.Status.LAPSED).exists()
    assert Interest.objects.live().exists()
    assert {name: world.in_charge[name].get_full_name() for name in ("Hemtjänst", "LSS", "Solgården")} == {
        "Hemtjänst": "Karin Öberg", "LSS": "Samir Haddad", "Solgården": "Eva Holm",
    }  # fmt: skip


def test_a_year_and_more_has_been_worked(world):
    worked = Booking.objects.worked(now=NOW).of(Substitute.objects.get(user__first_name="Amira"))

    assert worked.order_by("starts").first().starts < at("2025-05-01 00:00")
    assert worked.count() > 100


def test_an_assistant_has_booked_and_left_and_another_was_tried(world):
    made = AssistantDecision.objects.order_by("order__starts")

    assert not AssistantProfile.objects.filter(is_on=True).exists()
    assert set(made.real().values_list("outcome", flat=True)) == {"booked", "left"}
    assert "would" in made.filter(run__why="dry").values_list("outcome", flat=True)
    assert all(each.why["ranked"] for each in made.filter(outcome="booked"))
    assert not AssistantRun.objects.live().exists()


def test_nobody_is_in_two_places(world):
    spans = Booking.objects.occupying().order_by("substitute", "starts").values_list("substitute", "starts", "ends")

    assert not [(one, two) for one, two in pairwise(spans) if one[0] == two[0] and one[2] > two[1]]


def test_the_sms_have_left_each_at_its_time(world):
    sms = Message.objects.filter(channel="sms")

    assert not sms.filter(status=Message.Status.PENDING).exists()
    assert sms.left().count() > 20
    assert all(message.sent_at == message.posted_at for message in sms.left())
