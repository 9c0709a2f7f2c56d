"""Out to an identity provider of another house and back, in a real browser with our policies and cookies."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connection
from playwright.sync_api import expect

from home.demo.cast import SUBSTITUTES
from people.models import Substitute
from scripts import running
from scripts.browser import DESKTOP, PHONE
from tests.database import database_url
from tests.page_checks import assert_good_page
from tests.standins.openid import CLIENT_ID, SECRET, OpenId

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from tests.standins.saml import ENTITY_ID
from tests.standins.saml_page import SamlPage

ELIN, SOMEBODY_ELSE = SUBSTITUTES[6], SUBSTITUTES[7]
NUMBER = "urn:oid:2.16.840.1.113730.3.1.3"
LOA3, PASSWORD_ALONE = "http://id.elegnamnden.se/loa/1.0/loa3", "urn:password"


@dataclass(frozen=True)
class Providers:
    """Both of them, at the door of each the one whom `know` names."""

    op: OpenId
    saml: SamlPage

    def know(self, username: str, acr: str = LOA3) -> None:
        number = Substitute.objects.get(user__username=username).employee_number
        self.op.person = {"sub": "7f3k", "employee_number": number, "acr": acr}
        self.saml.idp.person = {NUMBER: [number]}

    @property
    def environment(self) -> dict[str, str]:
        return {
            "OIDC_PROVIDERS": "eid",
            "OIDC_EID_ISSUER": self.op.issuer,
            "OIDC_EID_CLIENT_ID": CLIENT_ID,
            "OIDC_EID_CLIENT_SECRET": SECRET,
            "OIDC_EID_ABOUT": "BankID eller Freja",
            "OIDC_EID_FIRST": "on",
            "SAML_PROVIDERS": "kommunen",
            "SAML_KOMMUNEN_SHOWN": "kommunens inloggning",
            "SAML_KOMMUNEN_ENTITY_ID": ENTITY_ID,
            "SAML_KOMMUNEN_SSO_URL": self.saml.idp.sso,
            "SAML_KOMMUNEN_CERTIFICATES": self.saml.idp.certificate,
            "SECOND_STEP_REQUIRED_FOR": "desk,certificates,own_data,account",
        }


@pytest.fixture(scope="module")
def providers() -> Iterator[Providers]:
    both = Providers(OpenId(), SamlPage())
    both.op.waits_for_her = True
    yield both
    both.op.close()
    both.saml.close()


@pytest.fixture(scope="module")
def portal(providers, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """One of its own, that knows the providers."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as environment:
        for name, value in providers.environment.items():
            environment.setitem(os.environ, name, value)
        with running.portal(database_url(), tmp_path_factory.mktemp("eid")) as address:
            yield address
        connection.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_she_comes_in_by_e_id_from_the_sign_in_page(open_page, portal, providers, javascript):
    providers.know(ELIN.username)
    page = open_page(PHONE, javascript=javascript)
    page.goto(f"{portal}/konto/login/?next=/intyg/")
    if javascript:
        assert_good_page(page)

    page.get_by_role("button", name="Logga in med e-legitimation").click()
    page.get_by_role("link", name="Legitimera mig").click()

    page.wait_for_url(f"{portal}/intyg/")
    assert not [told for told in providers.op.referrers if told and told.startswith(portal)]


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_she_comes_in_by_saml_whose_answer_another_house_posts(open_page, portal, providers, javascript):
    providers.know(ELIN.username)
    page = open_page(PHONE, javascript=javascript)
    page.goto(f"{portal}/konto/login/?next=/intyg/")

    page.get_by_role("button", name="Logga in med kommunens inloggning").click()
    page.get_by_role("button", name="Legitimera mig").click()

    page.wait_for_url(f"{portal}/intyg/")
    assert {cookie["sameSite"] for cookie in page.context.cookies(f"{portal}/konto/saml/kommunen/in/")} == {"Lax"}


@pytest.mark.parametrize(
    ("way", "role"), [("e-legitimation", "link"), ("kommunens inloggning", "button")], ids=["oidc", "saml"]
)
def test_she_confirms_by_it_that_it_is_she_and_goes_on(open_page, portal, providers, way, role):
    providers.know(ELIN.username)
    page = open_page(PHONE, ELIN.username)
    page.goto(f"{portal}/intyg/")
    expect(page.get_by_role("heading", name="Bekräfta att det är du")).to_be_visible()
    assert_good_page(page)

    page.get_by_role("button", name=way).click()
    page.get_by_role(role, name="Legitimera mig").click()

    page.wait_for_url(f"{portal}/intyg/")


def test_nobody_else_can_do_it_for_her(open_page, portal, providers):
    providers.know(SOMEBODY_ELSE.username)
    page = open_page(DESKTOP, ELIN.username)
    page.goto(f"{portal}/intyg/")

    page.get_by_role("button", name="e-legitimation").click()
    page.get_by_role("link", name="Legitimera mig").click()

    expect(page.get_by_role("heading", name="Det var någon annan")).to_be_visible()
    page.goto(f"{portal}/profil/")
    expect(page.get_by_role("main")).to_contain_text(ELIN.last)


def test_a_provider_that_is_no_surer_than_of_a_password_opens_her_days_and_no_certificates(
    open_page, portal, providers
):
    providers.know(ELIN.username, acr=PASSWORD_ALONE)
    page = open_page(PHONE)
    page.goto(f"{portal}/konto/login/")
    page.get_by_role("button", name="Logga in med e-legitimation").click()
    page.get_by_role("link", name="Legitimera mig").click()
    page.wait_for_url(f"{portal}/min-sida/")

    page.goto(f"{portal}/intyg/")

    expect(page.get_by_role("heading", name="Bekräfta att det är du")).to_be_visible()
    expect(page.get_by_role("button", name="e-legitimation")).to_have_count(0)
    expect(page.get_by_role("button", name="kommunens inloggning")).to_be_visible()
