"""Which ways the page offers: those that she has, that would help, and that the municipality has set up."""

import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup

from tests.factories.people import SubstituteFactory

PAGE = "/konto/bekrafta/?next=/intyg/"
BACK = "next=%2Fkonto%2Fbekrafta%2F%3Fnext%3D%252Fintyg%252F"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone="+46701740605", user__phone_verified=True).user


@pytest.fixture
def app(emma):
    Authenticator.objects.create(user=emma, type=Authenticator.Type.TOTP, data={"secret": "x"})


def ways(browser) -> list[str]:
    """The names of the ways on the page."""
    page = BeautifulSoup(browser.get(PAGE).content, "html.parser")
    return [way.get_text() for way in page.select(".method b")] + ["Lösenord"] * len(page.select("[name=password]"))


def test_with_a_password_her_telephone_and_her_app_would_help(emma, app, having_shown, strict):
    assert ways(having_shown(emma, "password")) == ["Säkerhetskod i app", "Kod med sms"]


def test_with_a_code_only_the_password_would_help(emma, app, having_shown, strict):
    assert ways(having_shown(emma, "code")) == ["Lösenord"]


def test_her_app_has_a_page_of_its_own_that_leads_back(emma, app, having_shown, strict):
    page = having_shown(emma, "password").get(PAGE).content.decode()

    assert f'href="/konto/bekrafta/kod/?{BACK}"' in page


def test_e_id_is_there_where_the_municipality_has_one(emma, having_shown, by_provider):
    page = BeautifulSoup(having_shown(emma, "code").get(PAGE).content, "html.parser")

    form = page.select_one("form[action^='/konto/via/eid/']")
    assert "E-legitimation" in form.get_text()
    assert form["action"] == f"/konto/via/eid/?process=reauthenticate&{BACK}"


def test_the_provider_that_was_not_sure_of_her_is_not_asked_again(emma, having_shown, by_provider, strict):
    browser = by_provider(having_shown(emma), acr="urn:password")

    assert ways(browser) == ["Kod med sms"]


def test_who_has_nothing_but_a_password_is_shown_where_to_add_more(emma, having_shown, strict):
    emma.phone_verified = False
    emma.save()

    assert 'href="/konto/sakerhet/"' in having_shown(emma, "password").get(PAGE).content.decode()
