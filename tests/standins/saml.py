"""A SAML identity provider (Web Browser SSO Profile): it reads our request, and signs what it says with xmlsec.

It signs whoever is at the door in as `person`. What is in `wrong` is done in place of what is right.
"""

import base64
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4
from xml.sax.saxutils import escape

import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID
from lxml import etree

from tests.standins.tokens import Key, key_pair

SAML, PROTOCOL = "urn:oasis:names:tc:SAML:2.0:assertion", "urn:oasis:names:tc:SAML:2.0:protocol"
NAMES = {"saml": SAML, "samlp": PROTOCOL, "ds": "http://www.w3.org/2000/09/xmldsig#"}
ENTITY_ID, SSO = "https://idp.alvsunda.example/saml", "https://idp.alvsunda.example/sso"
LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3"

A_DECLARATION = f"<saml:AuthnContextDeclRef>{ENTITY_ID}/proof</saml:AuthnContextDeclRef>"
"""What the schema lets stand in the place of how sure it is."""

RESPONSE = """<samlp:Response xmlns:samlp="{PROTOCOL}" xmlns:saml="{SAML}" ID="{response_id}" Version="2.0"
 IssueInstant="{now}"{destination} InResponseTo="{response_to}"><saml:Issuer>{message_issuer}</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="{status}"/></samlp:Status>{assertion}</samlp:Response>"""

ASSERTION = """<saml:Assertion xmlns:saml="{SAML}" ID="{assertion_id}" Version="2.0" IssueInstant="{now}">
<saml:Issuer>{issuer}</saml:Issuer>
<saml:Subject><saml:NameID>{subject}</saml:NameID><saml:SubjectConfirmation Method="{method}">
<saml:SubjectConfirmationData{confirmation}/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{not_before}" NotOnOrAfter="{until}">{audience}</saml:Conditions>
<saml:AuthnStatement AuthnInstant="{proved}"><saml:AuthnContext>
{proof}</saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>"""


@dataclass(frozen=True)
class Request:
    """What the portal asked."""

    id: str
    comes_back_to: str
    from_whom: str
    is_forced: bool


@dataclass
class Wrong:
    """What it does that it must not: other facts, another key, no signature, or `tampers` with what is signed."""

    facts: dict[str, str | None] = field(default_factory=dict)
    key: Key | None = None
    algorithm: str = "RSA_SHA256"
    signs: str = "Assertion"
    tampers: Callable[[etree._Element], None] = lambda _message: None


class Idp:
    """The provider. `sso` is where it is asked."""

    def __init__(self, sso: str = SSO) -> None:
        self.sso = sso
        self.person: dict[str, list[str]] = {}
        self.key = key_pair("the identity provider's")
        self.encrypts_to = ""
        self.wrong = Wrong()

    @property
    def certificate(self) -> str:
        return certificate_of(self.key)

    def asked(self, address: str) -> Request:
        """The request in the address that a browser was led to."""
        (packed,) = parse_qs(urlsplit(address).query)["SAMLRequest"]
        request = etree.fromstring(zlib.decompress(base64.b64decode(packed), -15))
        assert request.tag == f"{{{PROTOCOL}}}AuthnRequest"
        assert request.get("Destination") == self.sso
        issuer = request.findtext("saml:Issuer", namespaces=NAMES)
        is_forced = request.get("ForceAuthn") == "true"
        return Request(request.get("ID"), request.get("AssertionConsumerServiceURL"), issuer, is_forced)

    def answer(self, request: Request) -> str:
        """The message that the browser posts."""
        facts = {"response_to": request.id, **self._facts(request), **self.wrong.facts}
        assertion = ASSERTION.format(SAML=SAML, **facts | _parts(facts, self.person))
        message = etree.fromstring(
            RESPONSE.format(
                SAML=SAML, PROTOCOL=PROTOCOL, assertion=assertion, **facts | _attribute(facts, "destination")
            )
        )
        if self.wrong.signs:
            sign(message, self.wrong.signs, self.wrong.key or self.key, self.wrong.algorithm)
        if self.encrypts_to:
            encrypt(message, self.encrypts_to)
        self.wrong.tampers(message)
        return base64.b64encode(etree.tostring(message)).decode()

    def _facts(self, request: Request) -> dict[str, str]:
        now = datetime.now(UTC)
        return {
            "response_id": f"_{uuid4().hex}",
            "assertion_id": f"_{uuid4().hex}",
            "now": moment(now),
            "proved": moment(now),
            "not_before": moment(now - timedelta(seconds=30)),
            "until": moment(now + timedelta(minutes=5)),
            "confirmed_until": moment(now + timedelta(minutes=5)),
            "confirmed_to": request.id,
            "recipient": request.comes_back_to,
            "destination": request.comes_back_to,
            "audience": request.from_whom,
            "issuer": ENTITY_ID,
            "message_issuer": ENTITY_ID,
            "subject": "7f3k",
            "method": "urn:oasis:names:tc:SAML:2.0:cm:bearer",
            "context": LOA3,
            "status": "urn:oasis:names:tc:SAML:2.0:status:Success",
        }


def moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _parts(facts: dict[str, str | None], person: dict[str, list[str]]) -> dict[str, str]:
    audience = (
        f"<saml:AudienceRestriction><saml:Audience>{facts['audience']}</saml:Audience></saml:AudienceRestriction>"
    )
    names = {"InResponseTo": "confirmed_to", "Recipient": "recipient", "NotOnOrAfter": "confirmed_until"}
    said = (f' {name}="{facts[fact]}"' for name, fact in names.items() if facts[fact] is not None)
    proof = f"<saml:AuthnContextClassRef>{facts['context']}</saml:AuthnContextClassRef>"
    return {
        "proof": proof if facts["context"] is not None else A_DECLARATION,
        "audience": audience if facts["audience"] is not None else "",
        "confirmation": "".join(said),
        "attributes": "".join(_attribute_of(name, values) for name, values in person.items()),
    }


def _attribute(facts: dict[str, str | None], name: str) -> dict[str, str]:
    return {name: f' {name.title()}="{facts[name]}"' if facts[name] is not None else ""}


def _attribute_of(name: str, values: list[str]) -> str:
    said = "".join(f"<saml:AttributeValue>{escape(value)}</saml:AttributeValue>" for value in values)
    return f'<saml:Attribute Name="{name}">{said}</saml:Attribute>'


def sign(message: etree._Element, what: str, key: Key, algorithm: str) -> None:
    """Sign the message or its assertion, as the standard says: by its id, enveloped, right after the issuer."""
    signed = message if what == "Response" else message.find("saml:Assertion", NAMES)
    method = getattr(xmlsec.Transform, algorithm)
    template = xmlsec.template.create(signed, xmlsec.Transform.EXCL_C14N, method, ns="ds")
    signed.insert(1, template)
    digest = xmlsec.Transform.SHA1 if algorithm.endswith("SHA1") else xmlsec.Transform.SHA256
    reference = xmlsec.template.add_reference(template, digest, uri=f"#{signed.get('ID')}")
    for transform in (xmlsec.Transform.ENVELOPED, xmlsec.Transform.EXCL_C14N):
        xmlsec.template.add_transform(reference, transform)
    xmlsec.template.add_x509_data(xmlsec.template.ensure_key_info(template))
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(pem(key).encode(), xmlsec.KeyFormat.PEM)
    context.key.load_cert_from_memory(certificate_of(key), xmlsec.KeyFormat.CERT_PEM)
    xmlsec.tree.add_ids(message, ["ID"])
    context.sign(template)


def encrypt(message: etree._Element, certificate: str) -> None:
    """Put the assertion where the one who has the certificate's key can read it (XML Encryption, AES and RSA-OAEP)."""
    assertion = message.find("saml:Assertion", NAMES)
    envelope = etree.Element(f"{{{SAML}}}EncryptedAssertion", nsmap={"saml": SAML})
    message.replace(assertion, envelope)
    envelope.append(assertion)
    data = xmlsec.template.encrypted_data_create(
        envelope, xmlsec.Transform.AES256, type=xmlsec.EncryptionType.ELEMENT, ns="xenc"
    )
    xmlsec.template.encrypted_data_ensure_cipher_value(data)
    info = xmlsec.template.encrypted_data_ensure_key_info(data, ns="ds")
    packed = xmlsec.template.add_encrypted_key(info, xmlsec.Transform.RSA_OAEP)
    xmlsec.template.encrypted_data_ensure_cipher_value(packed)
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_memory(certificate.encode(), xmlsec.KeyFormat.CERT_PEM))
    context = xmlsec.EncryptionContext(manager)
    context.key = xmlsec.Key.generate(xmlsec.KeyData.AES, 256, xmlsec.KeyDataType.SESSION)
    context.encrypt_xml(data, assertion)


def pem(key: Key) -> str:
    """The private key as a file has it."""
    private, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, private, plain).decode()


@cache
def certificate_of(key: Key) -> str:
    """A certificate that the key has signed itself, in PEM."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.alvsunda.example")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
    signed = builder.not_valid_after(now + timedelta(days=30)).sign(key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM).decode()
