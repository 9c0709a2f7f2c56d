"""In by identity providers that others have written, against what they and we read of the standards alike."""

import pytest
import requests
from django.test import Client
from oidc_provider_mock import User, run_server_in_thread

from portal.federation import OpenIdProvider, Reading
from tests.factories.people import UserFactory
from tests.people.federation.journey import PORTAL, Journey

READING = Reading("employee_number", "employee_number", "", {})


@pytest.fixture
def her(db):
    """A colleague whom the provider knows."""
    return UserFactory(employee_number="K0042")


@pytest.fixture
def journey(settings, db):
    """A browser, and Authlib's provider, which insists on a nonce."""
    people = [User(sub="7f3k", claims={"employee_number": "K0042"})]
    with run_server_in_thread(require_nonce=True, user_claims=people) as server, requests.Session() as outside:
        settings.PORTAL_URL = PORTAL
        settings.IDENTITY_PROVIDERS = {
            "eid": OpenIdProvider(
                id="eid",
                shown="e-legitimation",
                reading=READING,
                issuer=f"http://localhost:{server.server_port}",
                client_id="vikarieportalen",
                secret="tallkottar",
                scopes=("openid", "profile"),
            )
        }
        yield Journey(Client(), outside)


def test_a_colleague_comes_in_by_an_openid_provider_that_is_not_ours(journey, her):
    said_yes = journey.outside.post(journey.begin(), data={"sub": "7f3k"}, allow_redirects=False, timeout=5)

    journey.client.get(said_yes.headers["Location"].removeprefix(PORTAL))

    assert journey.client.session["_auth_user_id"] == str(her.pk)


def test_a_colleague_who_says_no_there_is_not_let_in(journey, her):
    said_no = journey.outside.post(journey.begin(), data={"action": "deny"}, allow_redirects=False, timeout=5)

    journey.client.get(said_no.headers["Location"].removeprefix(PORTAL))

    assert not journey.is_in
