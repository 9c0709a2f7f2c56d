"""An OpenID provider that the portal knows, and the way through it."""

import pytest
import requests
from django.test import Client

from portal.federation import OpenIdProvider, Reading
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
