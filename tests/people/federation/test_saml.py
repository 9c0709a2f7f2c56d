"""In by SAML 2.0, from an identity provider that behaves and from those that do not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

pytest.importorskip("onelogin.saml2.response", reason="the library for SAML is not installed: requirements-saml.in")

from lxml import etree

from people.federation.said import SAID
from portal.federation import OurSide, Reading, SamlProvider
from tests.factories.people import UserFactory
from tests.people.federation import wrapping
from tests.people.federation.journey import PORTAL
from tests.standins.saml import ENTITY_ID, LOA3, SSO, Idp, certificate_of, moment
from tests.standins.tokens import key_pair

NUMBER = "urn:oid:2.16.840.1.113730.3.1.3"
ROLES = {"Redaktion": ("editor",)}


@pytest.fixture
def idp():
    provider = Idp()
    provider.person = {NUMBER: ["K0042"]}
    return provider


@pytest.fixture
def her(db):
    """A colleague whom the provider knows."""
    return UserFactory(employee_number="K0042")


@pytest.fixture(autouse=True)
def chosen(idp, settings):
    """`chosen(…)` sets the provider up with other values."""

    def set_up(**more):
        values = {
            "id": "kommunen",
            "shown": "kommunens inloggning",
            "reading": Reading("employee_number", NUMBER, "grupper", ROLES),
            "entity_id": ENTITY_ID,
            "sso_url": SSO,
            "certificates": (idp.certificate,),
        }
        settings.IDENTITY_PROVIDERS = {"kommunen": SamlProvider(**values | more)}

    settings.PORTAL_URL = PORTAL
    set_up()
    return set_up


def asked(client, idp):
    """Press the button; what the provider is asked."""
    page = client.post("/konto/via/kommunen/")
    return idp.asked(page.context["address"])


def come_back(client, message):
    return client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": message}, follow=True)


def whole(client, idp):
    return come_back(client, idp.answer(asked(client, idp)))


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def refused(client, page) -> bool:
    return (
        page.status_code == 401 and "Inloggningen gick inte att slutföra" in page.content.decode() and not is_in(client)
    )


def soon(**ago) -> str:
    return moment(datetime.now(UTC) + timedelta(**ago))


def test_a_colleague_comes_in(client, idp, her):
    whole(client, idp)

    assert client.session["_auth_user_id"] == str(her.pk)
    assert client.session[SAID] == {"provider": "kommunen", "protocol": "saml", "acr": LOA3}


def test_her_groups_give_her_roles(client, idp, her):
    idp.person["grupper"] = ["Redaktion", "Kaffe"]

    whole(client, idp)

    assert [assignment.role for assignment in her.role_assignments.all()] == ["editor"]


def test_somebody_unknown_is_told_so(client, idp, db):
    page = whole(client, idp)

    assert page.status_code == 403
    assert "Vi hittar inget konto" in page.content.decode()


def wrong_facts() -> dict[str, dict[str, str | None]]:
    return {
        "another audience": {"audience": "https://annan.example"},
        "no audience": {"audience": None},
        "another issuer": {"issuer": "https://elak.example"},
        "another issuer of the message": {"message_issuer": "https://elak.example"},
        "another destination": {"destination": "https://annan.example/svar/"},
        "a destination that begins as ours": {"destination": f"{PORTAL}/konto/saml/kommunen/svar/vidare/"},
        "another recipient": {"recipient": "https://annan.example/svar/"},
        "a recipient that has ours in it": {"recipient": f"https://elak.example/?{PORTAL}/konto/saml/kommunen/svar/"},
        "no recipient": {"recipient": None},
        "another request": {"response_to": "_en-annan", "confirmed_to": "_en-annan"},
        "another request, in what is signed": {"confirmed_to": "_en-annan"},
        "no request, in what is signed": {"confirmed_to": None},
        "expired": {"until": soon(minutes=-10)},
        "not yet": {"not_before": soon(minutes=10)},
        "confirmed too long ago": {"confirmed_until": soon(minutes=-1)},
        "confirmed for ever": {"confirmed_until": None},
        "confirmed for a day": {"confirmed_until": soon(days=1)},
        "not a bearer's": {"method": "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"},
        "not a success": {"status": "urn:oasis:names:tc:SAML:2.0:status:Responder"},
    }


@pytest.mark.parametrize("what", wrong_facts())
def test_an_answer_that_says_what_it_must_not_is_refused(client, idp, her, what):
    idp.wrong.facts = wrong_facts()[what]

    assert refused(client, whole(client, idp))


@pytest.mark.parametrize(
    "how", [{"key": key_pair("somebody else's")}, {"signs": ""}, {"signs": "Response"}, {"algorithm": "RSA_SHA1"}]
)
def test_an_answer_that_is_not_signed_as_it_must_be_is_refused(client, idp, her, how):
    for name, value in how.items():
        setattr(idp.wrong, name, value)

    assert refused(client, whole(client, idp))


@pytest.mark.parametrize("way", wrapping.ALL)
def test_a_signature_around_something_else_is_refused(client, idp, her, way):
    """Somebody has an assertion of her own, and makes it another's."""
    idp.person = {NUMBER: ["K0099"]}
    UserFactory(employee_number="K0099")
    idp.wrong.tampers = wrapping.ALL[way]

    assert refused(client, whole(client, idp))


def test_what_is_changed_after_it_was_signed_is_refused(client, idp, her):
    idp.person = {NUMBER: ["K0099"]}

    def tampers(message):
        next(message.iter(wrapping.NUMBER)).text = "K0042"

    idp.wrong.tampers = tampers

    assert refused(client, whole(client, idp))


def test_a_comment_cuts_nothing_off(client, idp, her):
    """A comment is no part of what is signed: whose number is K00429 must not become K0042 by it."""
    idp.person = {NUMBER: ["K00429"]}

    def tampers(message):
        value = next(message.iter(wrapping.NUMBER))
        comment = etree.Comment("")
        value.text, comment.tail = "K0042", "9"
        value.append(comment)

    idp.wrong.tampers = tampers
    page = whole(client, idp)

    assert page.status_code == 403
    assert not is_in(client)


def test_an_answer_is_good_once(client, idp, her):
    message = idp.answer(asked(client, idp))
    come_back(client, message)
    client.logout()

    assert refused(client, come_back(client, message))


def test_an_assertion_is_good_once_whatever_asks_for_it(client, idp, her):
    """The same assertion in answer to two requests of ours, from a provider that says so."""
    idp.wrong.facts = {"assertion_id": "_samma"}
    whole(client, idp)
    client.logout()

    assert refused(client, whole(client, idp))


def test_an_answer_is_good_for_the_browser_that_asked_alone(client, idp, her):
    message = idp.answer(asked(client, idp))

    assert refused(another := Client(), come_back(another, message))


def test_an_answer_that_nobody_asked_for_is_refused(client, idp, her):
    request = asked(client, idp)
    idp.wrong.facts = {"response_to": "", "confirmed_to": None}

    assert refused(client, come_back(client, idp.answer(request)))


@pytest.mark.parametrize("message", ["x", "PHg+", "PCFET0NUWVBFIHggWzwhRU5USVRZIHkgInoiPl0+PHg+Jnk7PC94Pg=="])
def test_what_is_no_message_breaks_nothing(client, db, message):
    assert refused(client, come_back(client, message))


def test_nothing_and_too_much_are_turned_away_at_the_door(client, db):
    for message in ("", "x" * 200_001):
        assert client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": message}).status_code == 400


def test_a_second_certificate_may_have_signed(client, idp, her, chosen):
    chosen(certificates=(certificate_of(key_pair("its old one")), idp.certificate))

    whole(client, idp)

    assert is_in(client)


def test_who_is_less_sure_than_we_asked_is_refused(client, idp, her, chosen):
    chosen(acr_values=(LOA3,))
    idp.wrong.facts = {"context": "http://id.elegnamnden.se/loa/1.0/loa2"}

    assert refused(client, whole(client, idp))


def test_the_federation_reads_whom_we_are(client, db, settings):
    settings.SAML = OurSide(entity_id="https://vikarie.alvsunda.example")

    told = client.get("/konto/saml/kommunen/metadata/").content.decode()

    assert 'entityID="https://vikarie.alvsunda.example"' in told
    assert f"{PORTAL}/konto/saml/kommunen/svar/" in told


def test_the_answer_waits_where_no_script_reads_it(client, idp, her):
    answer = client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": idp.answer(asked(client, idp))})

    cookie = answer.cookies["saml-answer"]
    assert (cookie["httponly"], cookie["path"], cookie["max-age"]) == (True, "/konto/saml/kommunen/in/", 60)


def test_one_who_speaks_saml_has_no_door_of_the_other_kind(client, db):
    assert client.get("/konto/oidc/kommunen/svar/").status_code == 404
    assert client.get("/konto/saml/eid/in/").status_code == 404
