"""In by an identity provider that others have written (pysaml2), from our metadata on."""

import pytest

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from tests.factories.people import UserFactory
from tests.people.federation.saml_journey import NUMBER
from tests.standins.pysaml2_idp import PysamlIdp


def test_a_colleague_comes_in_by_a_saml_provider_that_is_not_ours(saml):
    her = UserFactory(employee_number="K0042")
    theirs = PysamlIdp(saml.client.get("/konto/saml/kommunen/metadata/").content.decode())
    address = saml.client.post("/konto/via/kommunen/").context["address"]

    saml.come_back(theirs.answer(address, {NUMBER: ["K0042"]}))

    assert saml.client.session["_auth_user_id"] == str(her.pk)
