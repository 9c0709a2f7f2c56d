"""She makes a key in her telephone, prints her codes, and gets in without a password."""

import pytest
from playwright.sync_api import Page, expect

from home.demo.cast import PASSWORD, SUBSTITUTES
from people.models import User
from people.operations import second_steps
from scripts.browser import PHONE
from tests.page_checks import assert_good_page

ERIK = SUBSTITUTES[8]
FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def telephone(open_page, portal) -> Page:
    """Hers, with a finger that it knows."""
    page = open_page(PHONE, ERIK.username)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    yield page
    second_steps.of(User.objects.get(username=ERIK.username)).delete()


def looked_at(page: Page) -> None:
    """The check fetches the page once more, and only the latest question to a key counts."""
    assert_good_page(page)
    page.reload()


def test_a_key_is_made_and_opens_instead_of_the_password(telephone, portal):
    page = telephone
    page.goto(f"{portal}/mer/")
    page.get_by_role("link", name="Inloggning och säkerhet").click()
    assert_good_page(page)
    page.get_by_role("link", name="Nyckel i mobilen").click()
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()
    looked_at(page)
    page.get_by_label("Vad ska nyckeln heta").fill("Min mobil")
    page.get_by_role("button", name="Lägg till nyckeln").click()

    page.wait_for_url("**/konto/sakerhet/reservkoder/")
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("link", name="Jag har sparat koderna").click()
    expect(page.get_by_role("main")).to_contain_text("Min mobil")
    page.goto(f"{portal}/mer/")
    page.get_by_role("button", name="Logga ut").click()

    page.goto(f"{portal}/konto/login/")
    page.get_by_role("button", name="Logga in med nyckel i mobilen").click()
    page.wait_for_url("**/min-sida/")


def test_after_the_password_the_key_is_asked_for(telephone, portal):
    page = telephone
    page.goto(f"{portal}/konto/sakerhet/nyckel/")
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()
    page.get_by_role("button", name="Lägg till nyckeln").click()
    page.wait_for_url("**/konto/sakerhet/reservkoder/")
    page.context.clear_cookies()

    page.goto(f"{portal}/konto/login/")
    page.get_by_label("Användarnamn eller e-post").fill(ERIK.username)
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/konto/login/kod/")
    looked_at(page)
    page.get_by_role("button", name="Använd nyckeln").click()

    page.wait_for_url("**/min-sida/")
