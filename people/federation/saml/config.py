"""How python3-saml is told of both sides: strict, signed, and at addresses that are set and not guessed."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from portal.federation import SamlProvider

POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
SHA256, RSA_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"


def of(provider: SamlProvider) -> dict[str, Any]:
    """The library's settings for the provider."""
    return {
        "strict": True,
        "security": _security(provider),
        "idp": {
            "entityId": provider.entity_id,
            "singleSignOnService": {"url": provider.sso_url},
            "x509certMulti": {"signing": list(provider.certificates)},
        },
        "sp": {
            "entityId": our_name(provider),
            "assertionConsumerService": {"url": comes_back_to(provider), "binding": POST},
            "x509cert": settings.SAML.certificate,
            "privateKey": settings.SAML.key,
        },
    }


def our_name(provider: SamlProvider) -> str:
    """Whom an assertion must be for: the entity id that is set, or the address of our metadata."""
    chosen: str = settings.SAML.entity_id
    return chosen or settings.PORTAL_URL + reverse("saml_metadata", args=[provider.id])


def comes_back_to(provider: SamlProvider) -> str:
    """Where the provider sends her answer."""
    return settings.PORTAL_URL + reverse("saml_acs", args=[provider.id])


def asked_at(address: str) -> dict[str, Any]:
    """The library's idea of a request, to one of our own addresses."""
    parts = urlsplit(address)
    return {
        "https": "on" if parts.scheme == "https" else "off",
        "http_host": parts.netloc,
        "script_name": "",
        "path_info": parts.path,
        "get_data": {},
        "post_data": {},
    }


def _security(provider: SamlProvider) -> dict[str, Any]:
    return {
        "authnRequestsSigned": bool(settings.SAML.key),
        "signMetadata": bool(settings.SAML.key),
        "wantAssertionsSigned": True,
        "wantAssertionsEncrypted": provider.encrypts,
        "wantNameId": False,
        "wantAttributeStatement": True,
        "allowRepeatAttributeName": True,
        "rejectDeprecatedAlgorithm": True,
        "signatureAlgorithm": RSA_SHA256,
        "digestAlgorithm": SHA256,
        "requestedAuthnContext": list(provider.acr_values) or False,
        "failOnAuthnContextMismatch": bool(provider.acr_values),
    }
