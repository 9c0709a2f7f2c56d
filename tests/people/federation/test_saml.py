"""In by SAML 2.0, from an identity provider that behaves."""

import time

import pytest

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from people.strength import SAID
from portal import cookies
from portal.federation import OurSide
from tests.factories.people import UserFactory
from tests.people.federation.journey import PORTAL
from tests.people.federation.saml_journey import provider
from tests.standins.saml import LOA3, certificate_of, pem
from tests.standins.tokens import key_pair


@pytest.fixture
def her(db):
    """A colleague whom the provider knows."""
    return UserFactory(employee_number="K0042")


def test_a_colleague_comes_in(saml, her):
    saml.whole()

    assert saml.client.session["_auth_user_id"] == str(her.pk)
    said = saml.client.session[SAID]
    assert said == {"provider": "kommunen", "protocol": "saml", "acr": LOA3, "auth_time": said["auth_time"]}
    assert time.time() - 60 < said["auth_time"] <= time.time()


def test_her_groups_give_her_roles(saml, her):
    saml.idp.person["grupper"] = ["Redaktion", "Kaffe"]

    saml.whole()

    assert [assignment.role for assignment in her.role_assignments.all()] == ["editor"]


def test_somebody_unknown_is_told_so(saml):
    page = saml.whole()

    assert page.status_code == 403
    assert "Vi hittar inget konto" in page.content.decode()


def test_a_second_certificate_may_have_signed(saml, her, settings):
    settings.IDENTITY_PROVIDERS = provider(
        saml.idp, certificates=(certificate_of(key_pair("its old one")), saml.idp.certificate)
    )

    saml.whole()

    assert saml.is_in


def test_the_federation_reads_whom_we_are(saml, settings):
    settings.SAML = OurSide(entity_id="https://vikarie.alvsunda.example")

    told = saml.client.get("/konto/saml/kommunen/metadata/").content.decode()

    assert 'entityID="https://vikarie.alvsunda.example"' in told
    assert f"{PORTAL}/konto/saml/kommunen/svar/" in told


def test_with_a_key_of_ours_what_we_ask_is_signed(saml, settings):
    key = key_pair("ours")
    settings.SAML = OurSide(key=pem(key), certificate=certificate_of(key))

    address = saml.client.post("/konto/via/kommunen/").context["address"]

    assert "SigAlg=http%3A%2F%2Fwww.w3.org%2F2001%2F04%2Fxmldsig-more%23rsa-sha256" in address
    assert "&Signature=" in address


def test_what_is_encrypted_to_us_is_read_and_what_is_not_is_refused_where_it_must_be(saml, her, settings):
    key = key_pair("ours")
    settings.SAML = OurSide(key=pem(key), certificate=certificate_of(key))
    settings.IDENTITY_PROVIDERS = provider(saml.idp, encrypts=True)
    assert saml.is_refused(saml.whole())

    saml.idp.encrypts_to = certificate_of(key)
    saml.whole()
    assert saml.is_in


def test_who_is_signed_in_already_must_prove_it_anew(saml, her):
    assert saml.asked().is_forced is False

    saml.client.force_login(her)
    assert saml.asked().is_forced is True
    saml.whole()
    assert saml.client.session[SAID]["provider"] == "kommunen"


def test_the_answer_waits_where_no_script_reads_it(saml, her):
    answer = saml.client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": saml.idp.answer(saml.asked())})

    cookie = answer.cookies["saml-answer"]
    assert (cookie["httponly"], cookie["path"], cookie["max-age"]) == (True, "/", 60)
    assert cookie["samesite"] == "Lax"
    assert cookie.key in {named.name for named in cookies.all_of_ours()}


def test_over_tls_the_answer_waits_in_a_cookie_for_tls_alone(saml, her, settings):
    settings.SESSION_COOKIE_SECURE = True

    answer = saml.client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": "x"}, secure=True)

    assert answer.cookies["saml-answer"]["secure"] is True


def test_one_who_speaks_saml_has_no_door_of_the_other_kind(saml):
    assert saml.client.get("/konto/oidc/kommunen/svar/").status_code == 404
    assert saml.client.get("/konto/saml/eid/in/").status_code == 404
