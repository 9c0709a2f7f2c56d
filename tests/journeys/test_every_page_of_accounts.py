"""The pages of whoever signs in, and of those who keep accounts: held against the same as every other page."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone
from playwright.sync_api import Page

from home.demo.cast import COLLEAGUES, PASSWORD, SUBSTITUTES
from messaging import sign_in_notices
from messaging.models import Message
from people.models import SignIn, Substitute, User
from people.operations import second_steps
from scripts.browser import DESKTOP, PHONE
from tests.journeys.test_every_page import AT_FOUR_TIMES_THE_SIZE
from tests.page_checks import (
    assert_as_wide_as_its_window,
    assert_good_desk_page,
    assert_good_page,
    assert_walkable_by_keyboard,
)

EVA, KARIN, ANNA_LENA = COLLEAGUES[0], COLLEAGUES[2], COLLEAGUES[6]
AMIRA, HELPED, SURE = SUBSTITUTES[0], SUBSTITUTES[2], SUBSTITUTES[3]

VISITOR = [
    "/konto/login/code/",
    "/konto/password/reset/done/",
    "/konto/password/reset/key/done/",
    "/konto/password/reset/key/1-x-y/",
    "/konto/lank/finns-inte/",
    "/konto/inactive/",
    "/mina-enheter/inte-jag/x/",
    "/mina-enheter/inte-jag/{sign_in}/",
]
OWN = [
    "/mina-enheter/",
    "/mina-uppgifter/",
    "/konto/sakerhet/",
    "/konto/password/change/",
    "/konto/reauthenticate/?next=/konto/sakerhet/",
    "/konto/logout/",
]
DESK = [
    (KARIN, "/admin/vikarier/{substitute}/konto/"),
    (KARIN, "/admin/vikarier/{substitute}/andra/"),
    (KARIN, "/admin/vikarier/{substitute}/ta-bort-steg/"),
    (ANNA_LENA, "/admin/konton/{account}/andra/"),
    (ANNA_LENA, "/admin/konton/{account}/ta-bort-steg/"),
    (ANNA_LENA, "/admin/hjalp-en-person/"),
    (ANNA_LENA, "/admin/sakerhet/"),
    (ANNA_LENA, "/admin/gallring/"),
    (ANNA_LENA, "/admin/gallring/person/"),
    (ANNA_LENA, "/admin/visningar/"),
]
WHO = [("", VISITOR), (AMIRA.username, OWN), (EVA.username, OWN)]
NAMES = ["visitor", "substitute", "manager"]


@pytest.fixture
def keys(portal) -> dict[str, str]:
    """Amira, Karin, and somewhere that Amira has signed in."""
    her = User.objects.get(username=AMIRA.username)
    signed_in = SignIn.objects.create(user=her, began_at=timezone.now(), seen_at=timezone.now(), program="Firefox")
    return {
        "sign_in": sign_in_notices.token(signed_in.pk),
        "substitute": str(Substitute.objects.get(user=her).pk),
        "account": str(User.objects.get(username=KARIN.username).pk),
    }


@pytest.fixture
def sure() -> User:
    """Somebody who is about to have a second step."""
    her = User.objects.get(username=SURE.username)
    yield her
    second_steps.of(her).delete()


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
@pytest.mark.parametrize(("username", "addresses"), WHO, ids=NAMES)
def test_the_pages_of_an_account_are_in_order(open_page, portal, keys, width, scheme, username, addresses):
    page = open_page(width, username, scheme=scheme)
    for address in addresses:
        page.goto(portal + address.format(**keys))
        assert_good_page(page)


@pytest.mark.parametrize(("username", "addresses"), WHO, ids=NAMES)
def test_they_are_walked_by_keyboard_and_at_four_times_the_size(open_page, portal, keys, username, addresses):
    page = open_page(PHONE, username)
    for address in addresses:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(portal + address.format(**keys))
        walked(page)


@pytest.mark.parametrize(("person", "address"), DESK, ids=[address for _person, address in DESK])
def test_the_desk_of_accounts_is_in_order(open_page, portal, keys, person, address):
    for width in (PHONE, DESKTOP):
        page = open_page(width, person.username)
        page.goto(portal + address.format(**keys))
        assert_good_desk_page(page)


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_a_second_step_is_added_used_and_removed_on_good_pages(open_page, portal, sure, width, scheme):
    page = open_page(width, sure.username, scheme=scheme)
    secret = adds_an_app(page, portal)
    page.goto(f"{portal}/konto/sakerhet/nyckel/")
    assert_good_page(page)
    page.goto(f"{portal}/konto/sakerhet/")
    page.get_by_role("link", name="Ta bort").click()
    assert_good_page(page)

    again = open_page(width, scheme=scheme)
    shows_the_password(again, portal, sure.username)
    assert_good_page(again)
    writes(again, "000000")
    assert_good_page(again)
    writes(again, shown_by(secret, later=1))
    again.goto(f"{portal}/konto/bekrafta/kod/?next=/konto/sakerhet/")
    assert_good_page(again)


def test_a_code_by_sms_leads_in_and_what_needs_more_asks_for_it(open_page, portal):
    page = open_page(PHONE)
    page.goto(f"{portal}/konto/login/code/")
    page.get_by_label("Mobilnummer").fill("12")
    page.get_by_role("button", name="Skicka koden").click()
    assert_good_page(page)
    page.get_by_label("Mobilnummer").fill(User.objects.get(username=HELPED.username).phone)
    page.get_by_role("button", name="Skicka koden").click()
    assert_good_page(page)
    writes(page, code_to(HELPED.username))

    page.goto(f"{portal}/mina-uppgifter/")
    page.wait_for_url("**/konto/bekrafta/**")
    assert_good_page(page)
    walked(page)


def test_the_support_sees_her_pages_with_a_bar_above(open_page, portal):
    page = open_page(DESKTOP, ANNA_LENA.username)
    page.goto(f"{portal}/admin/hjalp-en-person/")
    page.get_by_label("Användarnamn").fill(HELPED.username)
    page.get_by_label("Vad personen behöver hjälp med").fill("Hittar inte sina pass")
    page.get_by_role("button", name="Skicka kod till personen").click()
    page.wait_for_url(re.compile(r"/hjalp-en-person/.+/"))
    assert_good_desk_page(page)
    page.get_by_label("Personens kod").fill(code_to(HELPED.username))
    page.get_by_role("button", name="Se portalen som personen").click()
    page.wait_for_url("**/min-sida/")

    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("/min-sida/", "/bokningar/", "/mer/", "/meddelanden/", "/"):
        page.goto(portal + address)
        assert_good_page(page)
    page.get_by_role("button", name="Avsluta").click()
    page.wait_for_url("**/konto/login/")


def adds_an_app(page: Page, portal: str) -> str:
    """From the list to the codes on paper; answers with what the app counts from."""
    page.goto(f"{portal}/konto/sakerhet/app/")
    page.get_by_label("Lösenord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Fortsätt").click()
    page.wait_for_url("**/konto/sakerhet/app/")
    assert_good_page(page)
    secret = page.locator(".qr__text").inner_text().replace(" ", "")
    writes(page, shown_by(secret))
    page.wait_for_url("**/konto/sakerhet/reservkoder/")
    assert_good_page(page)
    return secret


def shows_the_password(page: Page, portal: str, username: str) -> None:
    """The first step, which leads to the second."""
    page.goto(f"{portal}/konto/login/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/konto/login/kod/")


def writes(page: Page, code: str) -> None:
    page.locator("main [name=code]").fill(code)
    with page.expect_navigation():
        page.locator("main [name=code]").press("Enter")


def shown_by(secret: str, *, later: int = 0) -> str:
    """What the app shows; a half-minute ahead for a code that has not been used."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30 + later))


def code_to(username: str) -> str:
    """The latest that she was sent."""
    sent = Message.objects.filter(recipient__username=username, body__regex=r"\d{6} är din kod").latest("posted_at")
    return re.search(r"\d{6}", sent.body).group()


def walked(page: Page) -> None:
    assert_walkable_by_keyboard(page)
    page.set_viewport_size(AT_FOUR_TIMES_THE_SIZE)
    assert_as_wide_as_its_window(page)
