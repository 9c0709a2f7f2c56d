"""A link that is no longer good for anything, or never was: the same friendly page, and nothing done."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from booking.models import Booking, Enquiry
from booking.notifications.enquiries import link_of
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import EnquiryFactory

WORDS = "Länken gäller inte längre"


@pytest.fixture
def enquiry(town, amira):
    """Can you work tomorrow? Answer by noon."""
    return EnquiryFactory(order=town.order(), substitute=amira, answer_by=at("2026-05-12 12:00"))


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def answered(browser, link):
    return browser.post(link, {"svar": "ja"})


def test_it_ends_when_the_shift_begins(browser, enquiry):
    with time_machine.travel(enquiry.order.starts - timedelta(seconds=1), tick=False):
        assert browser.get(link_of(enquiry)).status_code == 200
    with time_machine.travel(enquiry.order.starts, tick=False):
        looked, said = browser.get(link_of(enquiry)), answered(browser, link_of(enquiry))

    assert {looked.status_code, said.status_code} == {410}
    assert WORDS in text(looked)
    assert "Logga in, så ser du dina pass och förfrågningar." in text(looked)
    assert not Booking.objects.exists()


@pytest.mark.parametrize(("change", "status"), [({"is_active": False}, 410), ({"phone": "+46701740699"}, 404)])
def test_it_ends_when_she_is_not_let_in_or_has_another_number(browser, enquiry, amira, change, status):
    link = link_of(enquiry)
    type(amira.user).objects.filter(pk=amira.user.pk).update(**change)

    assert browser.get(link).status_code == status
    assert answered(browser, link).status_code == status
    assert not Booking.objects.exists()


def test_it_ends_when_she_is_protected(browser, enquiry, amira):
    amira.by_hand_only = True
    amira.save()

    assert browser.get(link_of(enquiry)).status_code == 410


@pytest.mark.parametrize("token", ["x", "A" * 38, "🙂"])
def test_a_forged_one_looks_the_same(browser, db, token):
    looked = browser.get(f"/f/{token}/")

    assert looked.status_code == 404
    assert WORDS in text(looked)
    assert answered(browser, f"/f/{token}/").status_code == 404


def test_one_whose_turn_has_not_come_knows_of_nothing(browser, enquiry):
    link = link_of(enquiry)
    Enquiry.objects.update(wave=0, status=Enquiry.Status.QUEUED)

    assert browser.get(link).status_code == 404


def test_whoever_has_no_number_is_written_to_by_email_and_opens_it_too(browser, enquiry, amira):
    type(amira.user).objects.filter(pk=amira.user.pk).update(phone="", email="amira@alvsunda.example")
    enquiry.substitute.user.refresh_from_db()

    assert browser.get(link_of(enquiry)).status_code == 200
