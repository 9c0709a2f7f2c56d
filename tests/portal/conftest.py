"""Browsers where somebody has come in one way or another."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

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
