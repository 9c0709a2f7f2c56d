"""Identity providers as the environment names them, and what is said of those that cannot be used."""

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from people.federation import saml
from portal import federation, federation_checks
from portal.federation import OpenIdProvider, Reading, SamlProvider

OIDC = {
    "OIDC_PROVIDERS": "e-id",
    "OIDC_E_ID_ISSUER": "https://op.example",
    "OIDC_E_ID_CLIENT_ID": "vikarieportalen",
    "OIDC_E_ID_CLIENT_SECRET": "hemligt",
    "OIDC_E_ID_ROLES": '{"CN=Bemanning,OU=Vård": "planner@Hemtjänst", "Alla": ["editor", "approver"]}',
}


def env(variables: dict[str, str]) -> environ.Env:
    found = environ.Env()
    found.ENVIRON = variables
    return found


def test_without_any_there_is_none():
    assert federation.providers(env({})) == {}


def test_one_is_read_with_what_is_usual_where_nothing_is_said():
    provider = federation.providers(env(OIDC))["e-id"]

    assert isinstance(provider, OpenIdProvider)
    assert (provider.issuer, provider.secret, provider.shown) == ("https://op.example", "hemligt", "e-legitimation")
    assert (provider.reading.person_by, provider.reading.person_claim) == ("employee_number", "employee_number")
    assert provider.reading.roles["CN=Bemanning,OU=Vård"] == ("planner@Hemtjänst",)
    assert provider.reading.roles["Alla"] == ("editor", "approver")


def test_the_proofs_that_will_do_and_how_the_button_looks_are_the_municipalitys():
    more = {"OIDC_E_ID_STRONG": "urn:bankid urn:freja", "OIDC_E_ID_ABOUT": "BankID", "OIDC_E_ID_FIRST": "on"}

    usual, chosen = (federation.providers(env(variables))["e-id"] for variables in (OIDC, OIDC | more))

    assert (usual.strong, usual.about, usual.first) == ((), "", False)
    assert (chosen.strong, chosen.about, chosen.first) == (("urn:bankid", "urn:freja"), "BankID", True)


def test_a_federations_attributes_have_their_own_names():
    variables = {
        "SAML_PROVIDERS": "kommunen",
        "SAML_KOMMUNEN_PERSON_BY": "personnummer",
        "SAML_KOMMUNEN_CERTIFICATES": "A, B",
    }

    provider = federation.providers(env(variables))["kommunen"]

    assert isinstance(provider, SamlProvider)
    assert provider.reading.person_claim == "urn:oid:1.2.752.29.4.13"
    assert provider.certificates == ("A", "B")


@pytest.mark.parametrize("roles", ["inte JSON", "[]", '{"Alla": 7}'])
def test_roles_that_cannot_be_read_are_named(roles):
    with pytest.raises(ImproperlyConfigured, match="OIDC_E_ID_ROLES"):
        federation.providers(env(OIDC | {"OIDC_E_ID_ROLES": roles}))


def test_in_production_there_is_no_key_but_ones_own():
    both = {"PERSONNUMMER_KEY": "ny", "PERSONNUMMER_KEY_FALLBACKS": "gammal"}

    assert federation.personnummer_keys(env({}), development=False) == []
    assert federation.personnummer_keys(env(both), development=False) == ["ny", "gammal"]


@pytest.fixture
def production(settings):
    settings.DEVELOPMENT = False
    settings.PERSONNUMMER_KEYS = []
    settings.IDENTITY_PROVIDERS = {}
    return settings


def found(production, **more) -> list[str]:
    """The checks' answers when one provider has these values."""
    reading = Reading(*(more.pop(name, usual) for name, usual in READING.items()))
    values = {
        "id": "eid",
        "shown": "e-legitimation",
        "issuer": "https://op.example",
        "client_id": "vi",
        "secret": "hemligt",
    }
    provider = OpenIdProvider(**values | {"scopes": ("openid",), "reading": reading} | more)
    production.IDENTITY_PROVIDERS = {"eid": provider}
    return [message.id for message in federation_checks.identity_providers_can_be_used()]


READING = {"person_by": "employee_number", "person_claim": "number", "groups_claim": "", "roles": {}}


def test_one_as_it_should_be_has_nothing_to_remark(production):
    assert found(production, roles={"Alla": ("editor", "planner@Hemtjänst")}) == []


@pytest.mark.parametrize(
    ("values", "remark"),
    [
        ({"person_by": "personnummer"}, "portal.E011"),
        ({"secret": ""}, "portal.E012"),
        ({"person_claim": ""}, "portal.E012"),
        ({"person_by": "name"}, "portal.E013"),
        ({"roles": {"Alla": ("borgmästare",)}}, "portal.E013"),
        ({"roles": {"Alla": ("planner",)}}, "portal.E013"),
        ({"roles": {"Alla": ("editor@Hemtjänst",)}}, "portal.E013"),
        ({"id": "register"}, "portal.E013"),
        ({"issuer": "http://op.example"}, "portal.E014"),
    ],
)
def test_what_is_missing_unknown_or_unsafe_is_said(production, values, remark):
    assert found(production, **values) == [remark]


@pytest.mark.parametrize("keys", [["kort"], [federation.DEVELOPMENT_KEY]])
def test_a_key_must_be_long_and_ones_own(production, keys):
    production.PERSONNUMMER_KEYS = keys

    assert found(production, person_by="personnummer") == ["portal.E011"]


def test_saml_without_its_library_says_what_to_install(production, monkeypatch):
    monkeypatch.setattr(saml, "is_installed", lambda: False)
    values = {
        "entity_id": "x",
        "sso_url": "https://idp.example",
        "certificates": ("A",),
        "reading": Reading(*READING.values()),
    }
    production.IDENTITY_PROVIDERS = {"k": SamlProvider(id="k", shown="k", **values)}

    (error,) = federation_checks.identity_providers_can_be_used()

    assert error.id == "portal.E010"
    assert "requirements-saml.txt" in error.hint
