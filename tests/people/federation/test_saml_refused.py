"""SAML answers that are not what they must be: a plain page, and nobody is signed in."""

from datetime import UTC, datetime, timedelta

import pytest

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from lxml import etree

from tests.factories.people import UserFactory
from tests.people.federation import wrapping
from tests.people.federation.journey import PORTAL
from tests.people.federation.saml_journey import NUMBER, SamlJourney, provider
from tests.standins.saml import LOA3, moment
from tests.standins.tokens import key_pair


@pytest.fixture(autouse=True)
def her(db):
    """A colleague whom the provider knows."""
    return UserFactory(employee_number="K0042")


def soon(**ahead: float) -> str:
    return moment(datetime.now(UTC) + timedelta(**ahead))


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
def test_an_answer_that_says_what_it_must_not_is_refused(saml, what):
    saml.idp.wrong.facts = wrong_facts()[what]

    assert saml.is_refused(saml.whole())


def test_the_log_says_what_was_wrong_and_nothing_of_what_was_said(saml, caplog):
    saml.idp.wrong.facts = {"audience": "https://annan.example"}
    saml.whole()

    assert "an answer from kommunen was refused: wrong audience" in caplog.messages


@pytest.mark.parametrize(
    "how", [{"key": key_pair("somebody else's")}, {"signs": ""}, {"signs": "Response"}, {"algorithm": "RSA_SHA1"}]
)
def test_an_answer_that_is_not_signed_as_it_must_be_is_refused(saml, how):
    for name, value in how.items():
        setattr(saml.idp.wrong, name, value)

    assert saml.is_refused(saml.whole())


@pytest.mark.parametrize("way", wrapping.ALL)
def test_a_signature_around_something_else_is_refused(saml, way):
    """Somebody has an assertion of her own, and makes it another's."""
    saml.idp.person = {NUMBER: ["K0099"]}
    UserFactory(employee_number="K0099")
    saml.idp.wrong.tampers = wrapping.ALL[way]

    assert saml.is_refused(saml.whole())


def test_what_is_changed_after_it_was_signed_is_refused(saml):
    saml.idp.person = {NUMBER: ["K0099"]}

    def tampers(message):
        next(message.iter(wrapping.NUMBER)).text = "K0042"

    saml.idp.wrong.tampers = tampers

    assert saml.is_refused(saml.whole())


def test_a_comment_cuts_nothing_off(saml):
    """A comment is no part of what is signed: whose number is K00429 must not become K0042 by it."""
    saml.idp.person = {NUMBER: ["K00429"]}

    def tampers(message):
        value = next(message.iter(wrapping.NUMBER))
        comment = etree.Comment("")
        value.text, comment.tail = "K0042", "9"
        value.append(comment)

    saml.idp.wrong.tampers = tampers
    page = saml.whole()

    assert page.status_code == 403
    assert not saml.is_in


def test_an_answer_is_good_once(saml):
    message = saml.idp.answer(saml.asked())
    saml.come_back(message)
    saml.client.logout()

    assert saml.is_refused(saml.come_back(message))


def test_an_assertion_is_good_once_whatever_asks_for_it(saml):
    """The same assertion in answer to two requests of ours, from a provider that says so."""
    saml.idp.wrong.facts = {"assertion_id": "_samma"}
    saml.whole()
    saml.client.logout()

    assert saml.is_refused(saml.whole())


def test_an_answer_is_good_for_the_browser_that_asked_alone(saml):
    message = saml.idp.answer(saml.asked())
    another = SamlJourney(saml.idp)

    assert another.is_refused(another.come_back(message))


def test_an_answer_that_nobody_asked_for_is_refused(saml):
    request = saml.asked()
    saml.idp.wrong.facts = {"response_to": "", "confirmed_to": None}

    assert saml.is_refused(saml.come_back(saml.idp.answer(request)))


@pytest.mark.parametrize("message", ["x", "PHg+", "PCFET0NUWVBFIHggWzwhRU5USVRZIHkgInoiPl0+PHg+Jnk7PC94Pg=="])
def test_what_is_no_message_breaks_nothing(saml, message):
    assert saml.is_refused(saml.come_back(message))


def test_nothing_and_too_much_are_turned_away_at_the_door(saml):
    for message in ("", "x" * 200_001):
        assert saml.client.post("/konto/saml/kommunen/svar/", {"SAMLResponse": message}).status_code == 400


@pytest.mark.parametrize("said", ["http://id.elegnamnden.se/loa/1.0/loa2", None])
def test_who_is_less_sure_than_we_asked_or_does_not_say_is_refused(saml, settings, said):
    settings.IDENTITY_PROVIDERS = provider(saml.idp, acr_values=(LOA3,))
    saml.idp.wrong.facts = {"context": said}

    assert saml.is_refused(saml.whole())
