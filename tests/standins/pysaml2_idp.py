"""pysaml2's identity provider: it reads our metadata and our request, and writes the answer, by its own lights.

Only the signature is put on by xmlsec here: pysaml2 would run a program for it that need not be installed.
"""

import base64
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from lxml import etree
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.authn_context import MOBILETWOFACTORCONTRACT
from saml2.config import IdPConfig
from saml2.saml import NAMEID_FORMAT_TRANSIENT, NameID
from saml2.server import Server

from tests.standins.saml import ENTITY_ID, SSO, certificate_of, sign
from tests.standins.tokens import Key, key_pair


@dataclass
class PysamlIdp:
    """The provider, for one service: ours. `our_metadata` is what the service publishes, XML."""

    our_metadata: str
    key: Key = field(default_factory=lambda: key_pair("the identity provider's"))

    @property
    def certificate(self) -> str:
        return certificate_of(self.key)

    def answer(self, address: str, said: dict[str, list[str]]) -> str:
        """What the browser posts after it was led to the address, in base 64."""
        server = Server(config=IdPConfig().load(_described(self.our_metadata)))
        (packed,) = parse_qs(urlsplit(address).query)["SAMLRequest"]
        asked = server.parse_authn_request(packed, BINDING_HTTP_REDIRECT).message
        answered = server.create_authn_response(
            said,
            name_id=NameID(format=NAMEID_FORMAT_TRANSIENT, text="7f3k"),
            authn={"class_ref": MOBILETWOFACTORCONTRACT},
            sign_response=False,
            sign_assertion=False,
            **server.response_args(asked, [BINDING_HTTP_POST]),
        )
        message = etree.fromstring(str(answered).encode())
        sign(message, "Assertion", self.key, "RSA_SHA256")
        return base64.b64encode(etree.tostring(message)).decode()


def _described(our_metadata: str) -> dict[str, object]:
    return {
        "entityid": ENTITY_ID,
        "crypto_backend": "XMLSecurity",
        "metadata": {"inline": [our_metadata]},
        "service": {
            "idp": {
                "endpoints": {"single_sign_on_service": [(SSO, BINDING_HTTP_REDIRECT)]},
                "policy": {
                    "default": {
                        "lifetime": {"minutes": 5},
                        "name_form": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
                    }
                },
            }
        },
    }
