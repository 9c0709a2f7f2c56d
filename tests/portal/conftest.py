"""Browsers where somebody has come in one way or another."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from people.strength import SAID
from portal.federation import IdentityProvider, Reading
from portal.sign_in import SECOND_STEP_AREAS


@pytest.fixture
def having_shown():
    """`having_shown(user, "code")`: a browser where she came in so."""

    def client_of(user, *methods: str) -> Client:
        client = Client()
        client.force_login(user)
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": method, "phone": True} for method in methods]
        session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
        session.save()
        return client

    return client_of


@pytest.fixture
def strict(settings):
    """Where a password alone will not do, as in production."""
    settings.SECOND_STEP_REQUIRED_FOR = SECOND_STEP_AREAS


@pytest.fixture
def by_provider(settings):
    """`by_provider(browser, acr="urn:bankid")`: she came by e-ID, and so the provider said; it is asked for that."""
    reading = Reading("employee_number", "employee_number", "", {})
    eid = IdentityProvider(id="eid", shown="e-legitimation", reading=reading, strong=("urn:bankid",))
    settings.IDENTITY_PROVIDERS = {"eid": eid}

    def came(browser: Client, **said: str) -> Client:
        session = browser.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "socialaccount", "provider": "eid", "uid": "7"}]
        session[SAID] = {"provider": "eid", "protocol": "oidc", **said}
        session.save()
        return browser

    return came
