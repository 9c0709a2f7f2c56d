"""A form that cannot be sent says so beside its button, and keeps all that was typed."""

import re
from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Enquiry, OrderReason
from booking.period import local
from booking.weeks import Week
from home.demo.cast import SUBSTITUTES
from people.models import Occupation, Substitute, User, Workplace
from tests.factories.booking import EnquiryFactory, OrderFactory
from tests.journeys import worker
from tests.journeys.worker import until

AMIRA = SUBSTITUTES[0]
SAYS_IT_IS_ONLINE = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true })"
"""As a phone does whose network leads nowhere."""


@pytest.fixture
def enquiry(portal) -> Enquiry:
    """Amira is asked about a shift in seven weeks."""
    day = timezone.localdate() + timedelta(days=49)
    order = OrderFactory(
        workplace=Workplace.objects.get(name="Solgården"),
        occupation=Occupation.objects.get(name="undersköterska"),
        reason=OrderReason.objects.first(),
        starts=local(day, time(7)),
        placed_by=User.objects.get(username="hoea7212"),
        placed_at=timezone.now(),
    )
    amira = Substitute.objects.get(user__username=AMIRA.username)
    asked = {"asked_by": order.placed_by, "asked_at": timezone.now(), "code": 9000 + Enquiry.objects.count()}
    return EnquiryFactory(order=order, substitute=amira, **asked)


@pytest.mark.parametrize("knows_it", [True, False], ids=["and the phone knows it", "and the phone believes it has one"])
def test_an_answer_that_cannot_be_sent_says_so_and_can_be_given_again(open_page, portal, enquiry, knows_it):
    page = signed_in(open_page, knows_it=knows_it)
    page.goto(f"{portal}/forfragningar/{enquiry.pk}/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Nej, jag kan inte").click()

    expect(page.get_by_role("alert").filter(has_text="Försök igen")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Nej, jag kan inte").click()
    expect(page.get_by_role("button", name="Nej, jag kan inte")).to_have_count(0)
    enquiry.refresh_from_db()
    assert enquiry.status == Enquiry.Status.NO


@pytest.mark.parametrize("knows_it", [True, False], ids=["and the phone knows it", "and the phone believes it has one"])
def test_what_was_typed_is_still_there(open_page, portal, knows_it):
    page = signed_in(open_page, knows_it=knows_it)
    page.goto(f"{portal}/konto/password/change/")
    page.locator("[name=oldpassword]").fill("något som tar tid att skriva")
    for again in ("password1", "password2"):
        page.locator(f"[name={again}]").fill("Lika-langt-igen-2026")
    page.context.set_offline(True)
    page.get_by_role("button", name="Spara lösenordet").click()

    expect(page.get_by_role("alert")).to_have_text("Ingen kontakt med nätet. Försök igen.")
    expect(page.locator("[name=oldpassword]")).to_have_value("något som tar tid att skriva")


@pytest.mark.parametrize("knows_it", [True, False], ids=["and the phone knows it", "and the phone believes it has one"])
def test_time_that_could_not_be_saved_is_saved_with_the_same_button_later(open_page, portal, knows_it):
    page = signed_in(open_page, knows_it=knows_it)
    page.goto(f"{portal}/kalender/lagg-tid/?vecka={Week.of(timezone.localdate()).later(9)}&dag=3")
    page.context.set_offline(True)
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("alert").filter(has_text="Försök igen")).to_be_visible()

    page.context.set_offline(False)
    page.get_by_role("button", name="Spara").click()

    expect(page.locator("#kvittens")).to_contain_text("Sparat.")


def test_signing_out_without_network_says_that_it_did_not_go_and_leaves_nothing(open_page, portal):
    page = signed_in(open_page, knows_it=True)
    until(page, worker.KEEPS_HER_PAGE)
    page.goto(f"{portal}/mer/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Logga ut").click()

    expect(page.get_by_role("alert")).to_have_text("Ingen kontakt med nätet. Försök igen.")
    assert page.evaluate("caches.has('own')") is False


def test_it_is_told_when_the_network_goes_and_when_it_comes_back(open_page, portal):
    page = signed_in(open_page, knows_it=True)
    status = page.locator("#kvittens")
    page.context.set_offline(True)
    expect(status).to_contain_text("Du är utan nät.")
    page.context.set_offline(False)
    expect(status).to_have_text(re.compile("^\\s*Du har nät igen."))


def signed_in(open_page, *, knows_it: bool) -> Page:
    """Amira's phone; whether it knows that it is without network is its own affair."""
    page = open_page(username=AMIRA.username)
    if not knows_it:
        page.add_init_script(SAYS_IT_IS_ONLINE)
    until(page, worker.RUNS)
    return page
