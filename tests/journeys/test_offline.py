"""Without network: her shifts can be read, nobody else's, and nothing once she has signed out."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from booking.models import Booking, Order
from home.demo.cast import COLLEAGUES, PASSWORD, SUBSTITUTES
from portal.templatetags.phones import national
from scripts import browser
from tests.journeys import worker
from tests.journeys.worker import until
from tests.page_checks import assert_accessible

AMIRA, LARS, KARIN = SUBSTITUTES[0], SUBSTITUTES[1], COLLEAGUES[2]
SAVED = re.compile(r"Sparad i telefonen kl \d\d\.\d\d · utan nät")
A_DAY_OLD = """(async () => {
  const own = await caches.open('own');
  const [request] = await own.keys();
  const page = await own.match(request, { ignoreVary: true });
  if (!page) return false;
  const headers = new Headers(page.headers);
  headers.set('Saved-At', String(Date.now() - 25 * 60 * 60 * 1000));
  await own.put(request, new Response(await page.blob(), { headers }));
  return true;
})()"""


@pytest.fixture
def phone(open_page, portal) -> Page:
    """Amira's, which has kept her page."""
    page = open_page(username=AMIRA.username)
    until(page, worker.RUNS)
    until(page, worker.KEEPS_HER_PAGE)
    return page


@pytest.fixture
def shift(portal) -> Booking:
    """One of Amira's that is to come."""
    return Booking.objects.coming(now=timezone.now()).with_places().filter(substitute__user__username=AMIRA.username)[0]


def without_network(page: Page, address: str) -> None:
    page.context.set_offline(True)
    page.goto(address)


def test_her_shifts_can_be_read_without_network(phone, portal, shift):
    for address in ("/min-sida/", "/bokningar/", f"/bokningar/{shift.pk}/"):
        without_network(phone, portal + address)
        expect(phone.get_by_role("heading", name=SAVED)).to_be_visible()
        expect(phone.locator("main")).to_contain_text(shift.order.workplace.name)
        expect(phone.locator("main")).to_contain_text(national(shift.order.workplace.phone))
        expect(phone).to_have_url(portal + address)
    expect(phone.locator(f"#sparat-{shift.pk}")).to_be_focused()
    assert_accessible(phone)


def test_what_is_kept_is_renewed_when_she_has_done_something(phone, portal, shift):
    Order.objects.filter(pk=shift.order_id).update(text="Ta med nyckelbrickan.")
    phone.goto(f"{portal}/mer/")
    phone.get_by_role("button", name="Svenska").click()
    until(phone, f"{worker.HER_PAGE}.then((page) => page.includes('Ta med nyckelbrickan.'))")
    Order.objects.filter(pk=shift.order_id).update(text="")


def test_when_the_network_is_back_the_page_is_the_real_one(phone, portal):
    without_network(phone, f"{portal}/bokningar/")
    phone.context.set_offline(False)
    phone.get_by_role("link", name="Försök igen").click()

    expect(phone.get_by_role("heading", name="Bokningar", level=1)).to_be_visible()


def test_a_network_that_leads_nowhere_does_not_keep_her_from_her_shifts(phone, portal):
    held = []

    def hold(route: Route) -> None:
        held.append(route)

    phone.context.route("**/bokningar/", hold)
    phone.goto(f"{portal}/bokningar/")

    expect(phone.get_by_role("heading", name=SAVED)).to_be_visible()
    assert held
    for route in held:
        route.abort()


def test_other_pages_say_that_there_is_no_network(phone, portal):
    without_network(phone, f"{portal}/kalender/")

    expect(phone.get_by_role("heading", name="Du är utan nät")).to_be_visible()
    assert_accessible(phone)
    phone.get_by_role("link", name="Visa dina pass").click()
    expect(phone.get_by_role("heading", name=SAVED)).to_be_visible()


def test_a_visitor_without_network_is_told_so(phone_page, portal):
    phone_page.goto(f"{portal}/")
    until(phone_page, worker.RUNS)
    without_network(phone_page, f"{portal}/bokningar/")

    expect(phone_page.get_by_role("heading", name="Du är utan nät")).to_be_visible()


def test_nothing_of_hers_is_left_when_she_has_signed_out(phone, portal):
    phone.goto(f"{portal}/mer/")
    phone.get_by_role("button", name="Logga ut").click()
    phone.wait_for_url(f"{portal}/")
    assert "/bokningar/utan-nat/" not in phone.evaluate(worker.KEEPS)

    without_network(phone, f"{portal}/bokningar/")
    expect(phone.get_by_role("heading", name="Du är utan nät")).to_be_visible()


def test_going_back_after_signing_out_shows_nothing_of_hers(phone, portal):
    phone.goto(f"{portal}/profil/")
    phone.goto(f"{portal}/mer/")
    phone.get_by_role("button", name="Logga ut").click()
    phone.wait_for_url(f"{portal}/")
    phone.evaluate("history.go(-2)")

    expect(phone).to_have_url(re.compile("/konto/login/"))
    expect(phone.locator("body")).not_to_contain_text(AMIRA.last)


def test_nothing_of_hers_is_left_to_whoever_signs_in_next(phone, portal):
    phone.context.clear_cookies()
    phone.goto(f"{portal}/bokningar/")
    expect(phone).to_have_url(re.compile("/konto/login/"))
    assert "/bokningar/utan-nat/" not in phone.evaluate(worker.KEEPS)

    browser.sign_in(phone, portal, LARS.username, PASSWORD)
    until(phone, worker.KEEPS_HER_PAGE)
    without_network(phone, f"{portal}/bokningar/")
    theirs = Booking.objects.coming(now=timezone.now()).with_places().filter(substitute__user__username=AMIRA.username)
    for booking in theirs:
        expect(phone.locator(f"#sparat-{booking.pk}")).to_have_count(0)


def test_somebody_else_without_network_is_shown_nothing_of_hers(phone, portal):
    """Signed in by another session in the same browser, and out of reach before her page was fetched."""
    cookies = phone.context.browser.new_context()
    other = cookies.new_page()
    browser.sign_in(other, portal, LARS.username, PASSWORD)
    phone.context.add_cookies(cookies.cookies())
    cookies.close()
    phone.goto(f"{portal}/kontakt/")
    without_network(phone, f"{portal}/bokningar/")

    shown = phone.locator("main article").evaluate_all("them => them.map((one) => one.id.slice(7))")
    assert not Booking.objects.filter(pk__in=shown).exclude(substitute__user__username=LARS.username).exists()


def test_what_is_older_than_a_day_is_not_shown(phone, portal):
    phone.goto(f"{portal}/mer/")  # by now nothing is being fetched
    until(phone, A_DAY_OLD)
    without_network(phone, f"{portal}/bokningar/")

    expect(phone.get_by_role("heading", name="Du är utan nät")).to_be_visible()
    assert "/bokningar/utan-nat/" not in phone.evaluate(worker.KEEPS)


def test_nothing_is_kept_but_the_look_and_the_two_pages(phone, portal):
    for address in ("/profil/", "/meddelanden/", "/kalender/", "/forfragningar/", "/kontakt/"):
        phone.goto(portal + address)

    pages = {path for path in phone.evaluate(worker.KEEPS) if not path.startswith("/static/")}
    assert pages == {"/utan-nat/", "/bokningar/utan-nat/"}


def test_the_desk_is_left_alone(open_page, portal):
    page = open_page(browser.DESKTOP, KARIN.username)
    page.goto(f"{portal}/kontakt/")
    until(page, worker.RUNS)

    assert page.goto(f"{portal}/kontakt/").from_service_worker
    assert not page.goto(f"{portal}/admin/").from_service_worker
