"""The identity providers that people may come in by, as the environment names them.

`OIDC_PROVIDERS=kommunen,eid` names them; what each needs is in variables of its own, `OIDC_KOMMUNEN_ISSUER` and so on.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

EMPLOYEE_NUMBER, PERSONNUMMER, TRUSTED_EMAIL = "employee_number", "personnummer", "trusted_email"

USUAL_CLAIMS = {
    "OIDC": {
        EMPLOYEE_NUMBER: "employee_number",
        PERSONNUMMER: "https://id.oidc.se/claim/personalIdentityNumber",
        TRUSTED_EMAIL: "email",
    },
    "SAML": {
        EMPLOYEE_NUMBER: "urn:oid:2.16.840.1.113730.3.1.3",
        PERSONNUMMER: "urn:oid:1.2.752.29.4.13",
        TRUSTED_EMAIL: "urn:oid:0.9.2342.19200300.100.1.3",
    },
}
"""What OpenID Connect Sweden, and the Swedish SAML federations, call them. An unknown way to match has none."""

SURE = frozenset(
    {
        "http://id.elegnamnden.se/loa/1.0/loa3",
        "http://id.elegnamnden.se/loa/1.0/loa4",
        "http://eidas.europa.eu/LoA/substantial",
        "http://eidas.europa.eu/LoA/high",
        "https://refeds.org/profile/mfa",
        "http://schemas.microsoft.com/claims/multipleauthn",
        "mfa",
    }
)
"""What says that more than a password was shown, where the municipality has not said what it asks for: the Swedish
levels of e-ID, those of the EU, what federations and Microsoft call several factors, and `amr` of RFC 8176."""

DEVELOPMENT_KEY = "development-only-key-never-in-production"


@dataclass(frozen=True, slots=True)
class Reading:
    """How an answer is read: by what the person is found, in which claim it stands, and what her groups give her.

    `roles` has what each group gives by the group's name: `editor`, or `planner@Hemtjänst` where a role has a place.
    """

    person_by: str
    person_claim: str
    groups_claim: str
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityProvider:
    """One of them. `shown` is what its button says after "Logga in med", `about` what stands beneath.

    `first` puts it before the other ways in. `acr_values` are the proofs that we ask for, and `strong` those that are
    as good as two steps, as `acr` or `amr` says them.
    """

    id: str
    shown: str
    reading: Reading
    acr_values: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    about: str = ""
    first: bool = False

    def is_sure(self, acr: str, amr: Iterable[str]) -> bool:
        """Whether what it said of how it knows her is at least what we ask for."""
        return not {acr, *amr}.isdisjoint(self.strong or SURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIdProvider(IdentityProvider):
    """One that speaks OpenID Connect. `token_auth` is how we show our secret, where its own document does not say."""

    issuer: str
    client_id: str
    secret: str
    scopes: tuple[str, ...]
    token_auth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamlProvider(IdentityProvider):
    """One that speaks SAML 2.0. Each of the certificates (base64, with or without PEM's lines) may have signed."""

    entity_id: str
    sso_url: str
    certificates: tuple[str, ...]
    encrypts: bool = False


@dataclass(frozen=True, slots=True)
class OurSide:
    """Whom we are in a SAML federation. With a key our requests are signed, and assertions to us may be encrypted."""

    entity_id: str = ""
    key: str = ""
    certificate: str = ""


def providers(env: environ.Env) -> dict[str, IdentityProvider]:
    """Those that are set up, by their ids, in the order that they are named."""
    named: list[IdentityProvider] = [
        *(_open_id(env, name) for name in env.list("OIDC_PROVIDERS", default=[])),
        *(_saml(env, name) for name in env.list("SAML_PROVIDERS", default=[])),
    ]
    return {provider.id: provider for provider in named}


def personnummer_keys(env: environ.Env, *, development: bool) -> list[str]:
    """What turns a personnummer into what is kept of it: the key in use, and those before it."""
    first = env.str("PERSONNUMMER_KEY", default=DEVELOPMENT_KEY if development else "")
    return [first, *env.list("PERSONNUMMER_KEY_FALLBACKS", default=[])] if first else []


def our_side(env: environ.Env) -> OurSide:
    """Whom we are to SAML's providers."""
    return OurSide(
        entity_id=env.str("SAML_ENTITY_ID", default=""),
        key=env.str("SAML_KEY", default="", multiline=True),
        certificate=env.str("SAML_CERTIFICATE", default="", multiline=True),
    )


def _open_id(env: environ.Env, name: str) -> OpenIdProvider:
    prefix = _prefix("OIDC", name)
    return OpenIdProvider(
        **_of_both(env, "OIDC", name),
        issuer=env.str(f"{prefix}_ISSUER", default=""),
        client_id=env.str(f"{prefix}_CLIENT_ID", default=""),
        secret=env.str(f"{prefix}_CLIENT_SECRET", default=""),
        scopes=tuple(env.str(f"{prefix}_SCOPES", default="openid profile").split()),
        token_auth=env.str(f"{prefix}_TOKEN_AUTH", default=""),
    )


def _saml(env: environ.Env, name: str) -> SamlProvider:
    prefix = _prefix("SAML", name)
    certificates = env.str(f"{prefix}_CERTIFICATES", default="", multiline=True).split(",")
    return SamlProvider(
        **_of_both(env, "SAML", name),
        entity_id=env.str(f"{prefix}_ENTITY_ID", default=""),
        sso_url=env.str(f"{prefix}_SSO_URL", default=""),
        certificates=tuple(filter(None, map(str.strip, certificates))),
        encrypts=env.bool(f"{prefix}_ENCRYPTS", default=False),
    )


def _of_both(env: environ.Env, protocol: str, name: str) -> dict[str, Any]:
    prefix = _prefix(protocol, name)
    person_by = env.str(f"{prefix}_PERSON_BY", default=EMPLOYEE_NUMBER)
    return {
        "id": name,
        "shown": env.str(f"{prefix}_SHOWN", default="e-legitimation"),
        "about": env.str(f"{prefix}_ABOUT", default=""),
        "first": env.bool(f"{prefix}_FIRST", default=False),
        "acr_values": tuple(env.str(f"{prefix}_ACR_VALUES", default="").split()),
        "strong": tuple(env.str(f"{prefix}_STRONG", default="").split()),
        "reading": Reading(
            person_by=person_by,
            person_claim=env.str(f"{prefix}_PERSON_CLAIM", default=USUAL_CLAIMS[protocol].get(person_by, "")),
            groups_claim=env.str(f"{prefix}_GROUPS_CLAIM", default=""),
            roles=_roles(f"{prefix}_ROLES", env.str(f"{prefix}_ROLES", default="{}")),
        ),
    }


def _roles(variable: str, written: str) -> dict[str, tuple[str, ...]]:
    """`{"group": "role"}`, or a list of roles; group names have commas and equals signs, so it is JSON."""
    try:
        said = json.loads(written)
        return {group: (roles,) if isinstance(roles, str) else tuple(map(str, roles)) for group, roles in said.items()}
    except (ValueError, AttributeError, TypeError) as broken:
        advice = f'{variable} must be JSON such as {{"group": "planner@Hemtjänst"}}. See docs/operations.md.'
        raise ImproperlyConfigured(advice) from broken


def _prefix(protocol: str, name: str) -> str:
    return f"{protocol}_{name.upper().replace('-', '_')}"
