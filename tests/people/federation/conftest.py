"""Identity providers that the portal knows, and the ways through them."""

import pytest
import requests
from django.test import Client

from portal.federation import OpenIdProvider, Reading
from tests.factories.people import UserFactory
from tests.people.federation.journey import PORTAL, Journey
from tests.standins.openid import CLIENT_ID, SECRET, OpenId

ROLES = {"Bemanning": ("planner@Hemtjänst",), "Redaktion": ("editor", "approver"), "Förvaltning": ("system_owner",)}


@pytest.fixture
def op():
    """The provider. It knows a colleague by her employee number."""
    provider = OpenId()
    yield provider
    provider.close()


@pytest.fixture
def chosen(op, settings):
    """`chosen(person_by=…, person_claim=…, …)` sets the provider up so; it is by employee number until then."""

    def set_up(*, person_by="employee_number", person_claim="employee_number", groups_claim="", **more):
        reading = Reading(person_by, person_claim, groups_claim, ROLES)
        settings.IDENTITY_PROVIDERS = {
            "eid": OpenIdProvider(
                id="eid",
                shown="e-legitimation",
                reading=reading,
                issuer=op.issuer,
                client_id=CLIENT_ID,
                secret=SECRET,
                scopes=("openid", "profile"),
                **more,
            )
        }

    settings.PORTAL_URL = PORTAL
    set_up()
    return set_up


@pytest.fixture
def journey(op, chosen, db):
    """A browser that goes to the provider and back."""
    with requests.Session() as outside:
        yield Journey(Client(), outside)


@pytest.fixture
def her(op, db):
    """A colleague whom the provider knows."""
    op.person |= {"employee_number": "K0042", "acr": "http://id.elegnamnden.se/loa/1.0/loa3", "amr": ["mfa"]}
    return UserFactory(employee_number="K0042")


@pytest.fixture
def saml(settings, db):
    """A browser that goes to a SAML provider and back; it knows a colleague by her employee number."""
    pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")
    from tests.people.federation import saml_journey  # noqa: PLC0415 (an extra)
    from tests.standins.saml import Idp  # noqa: PLC0415

    idp = Idp()
    idp.person = {saml_journey.NUMBER: ["K0042"]}
    settings.PORTAL_URL = PORTAL
    settings.IDENTITY_PROVIDERS = saml_journey.provider(idp)
    return saml_journey.SamlJourney(idp)
