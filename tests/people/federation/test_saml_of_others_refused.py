"""A SAML provider that others have written, and what somebody does with its answers: nobody is let in."""

import base64
import zlib
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import time_machine
from django.utils import timezone

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from lxml import etree

from tests.factories.people import UserFactory
from tests.people.federation.saml_journey import NUMBER, SamlJourney
from tests.standins.pysaml2_idp import PysamlIdp
from tests.standins.saml import NAMES

HERS = {NUMBER: ["K0042"]}


@pytest.fixture(autouse=True)
def her(db):
    """A colleague whom the provider knows."""
    return UserFactory(employee_number="K0042")


@pytest.fixture
def metadata(saml) -> str:
    """What we publish."""
    published: str = saml.client.get("/konto/saml/kommunen/metadata/").content.decode()
    return published


@pytest.fixture
def theirs(metadata) -> PysamlIdp:
    return PysamlIdp(metadata)


def begun(saml: SamlJourney) -> str:
    """Press the button; the address that it leads to."""
    address: str = saml.client.post("/konto/via/kommunen/").context["address"]
    return address


def changed(message: str, change: Callable[[etree._Element], None]) -> str:
    tree = etree.fromstring(base64.b64decode(message))
    change(tree)
    return base64.b64encode(etree.tostring(tree)).decode()


def asked_by(name: str, address: str, ours: str) -> str:
    """The same request, in another service's name."""
    (packed,) = parse_qs(urlsplit(address).query)["SAMLRequest"]
    request = zlib.decompress(base64.b64decode(packed), -15).decode()
    assert ours in request
    deflated = zlib.compress(request.replace(f">{ours}<", f">{name}<").encode())[2:-4]
    return f"{address.partition('?')[0]}?SAMLRequest={quote(base64.b64encode(deflated))}"


def test_an_assertion_for_another_service_is_refused(saml, metadata, caplog):
    """One whose answers come to our address, in answer to a request of our number."""
    ours, another = etree.fromstring(metadata.encode()).get("entityID"), "https://annan.example/metadata"
    theirs = PysamlIdp(metadata.replace(f'entityID="{ours}"', f'entityID="{another}"'))

    message = theirs.answer(asked_by(another, begun(saml), ours), HERS)

    assert saml.is_refused(saml.come_back(message))
    assert "audience" in caplog.text


@pytest.mark.parametrize("part", ["ds:SignatureValue", "ds:SignedInfo/ds:Reference/ds:DigestValue"])
def test_a_signature_that_is_broken_is_refused(saml, theirs, part):
    def breaks(message: etree._Element) -> None:
        found = message.find(f"saml:Assertion/ds:Signature/{part}", NAMES)
        found.text = base64.b64encode(bytes(len(base64.b64decode(found.text)))).decode()

    assert saml.is_refused(saml.come_back(changed(theirs.answer(begun(saml), HERS), breaks)))


def test_a_number_that_is_changed_after_it_was_signed_is_refused(saml, theirs):
    def changes(message: etree._Element) -> None:
        message.find(".//saml:AttributeValue", NAMES).text = "K0042"

    message = changed(theirs.answer(begun(saml), {NUMBER: ["K0099"]}), changes)

    assert saml.is_refused(saml.come_back(message))


def test_an_assertion_that_nobody_signed_is_refused(saml, theirs):
    def takes_it_away(message: etree._Element) -> None:
        signature = message.find("saml:Assertion/ds:Signature", NAMES)
        signature.getparent().remove(signature)

    assert saml.is_refused(saml.come_back(changed(theirs.answer(begun(saml), HERS), takes_it_away)))


def test_an_answer_whose_time_is_over_is_refused(saml, theirs):
    message = theirs.answer(begun(saml), HERS)

    with time_machine.travel(timezone.now() + timedelta(minutes=8)):
        assert saml.is_refused(saml.come_back(message))


def test_an_answer_is_good_once(saml, theirs):
    message = theirs.answer(begun(saml), HERS)
    saml.come_back(message)
    assert saml.is_in
    saml.client.logout()

    assert saml.is_refused(saml.come_back(message))


def test_an_answer_to_the_request_of_another_is_refused(saml, theirs):
    message = theirs.answer(begun(saml), HERS)
    another = SamlJourney(saml.idp)
    begun(another)

    assert another.is_refused(another.come_back(message))
