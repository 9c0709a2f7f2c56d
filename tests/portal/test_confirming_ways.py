"""Which ways the page offers: those that she has, that would help, and that the municipality has set up."""

import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup

from people.operations import identity
from portal.federation import OpenIdProvider, Reading
from tests.cast import NOW
from tests.factories.people import SubstituteFactory

PAGE = "/konto/bekrafta/?next=/intyg/"
BACK = "next=%2Fkonto%2Fbekrafta%2F%3Fnext%3D%252Fintyg%252F"
EID = OpenIdProvider(
    id="kommunen",
    shown="Kommunens inloggning",
    reading=Reading("employee_number", "employee_number", "", {}),
    issuer="https://id.alvsunda.example",
    client_id="portalen",
    secret="",
    scopes=("openid",),
)


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
    assert ways(having_shown(emma, "password")) == ["Kod från app", "Kod med sms"]


def test_with_a_code_only_the_password_would_help(emma, app, having_shown, strict):
    assert ways(having_shown(emma, "code")) == ["Lösenord"]


def test_her_app_has_a_page_of_its_own_that_leads_back(emma, app, having_shown, strict):
    page = having_shown(emma, "password").get(PAGE).content.decode()

    assert f'href="/konto/bekrafta/kod/?{BACK}"' in page


def test_e_id_is_there_where_the_municipality_has_one(emma, having_shown, settings):
    settings.IDENTITY_PROVIDERS = {EID.id: EID}

    page = BeautifulSoup(having_shown(emma, "code").get(PAGE).content, "html.parser")

    form = page.select_one("form[action^='/konto/via/kommunen/']")
    assert "Kommunens inloggning" in form.get_text()
    assert BACK in form["action"]


def test_who_has_nothing_but_a_password_is_shown_where_to_add_more(emma, town, having_shown, strict):
    emma.phone_verified = False
    emma.save()
    assert 'href="/profil/mobilnummer/"' in having_shown(emma, "password").get(PAGE).content.decode()

    identity.mark(emma.substitute, by=town.planner, at=NOW)
    emma.refresh_from_db()

    assert 'href="/konto/sakerhet/?' in having_shown(emma, "password").get(PAGE).content.decode()
