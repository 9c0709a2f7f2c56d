"""Whether the identity providers that the environment names can be used as it says."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from people.federation import saml
from people.grants import REGISTER, written
from people.roles import ROLES, Reach
from portal.federation import (
    DEVELOPMENT_KEY,
    EMPLOYEE_NUMBER,
    PERSONNUMMER,
    TRUSTED_EMAIL,
    IdentityProvider,
    OpenIdProvider,
    SamlProvider,
)

WAYS = {EMPLOYEE_NUMBER, PERSONNUMMER, TRUSTED_EMAIL}
SHORTEST_KEY = 32
SEE = "See docs/operations.md, Identity providers."


def identity_providers_can_be_used(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """Nothing is missing, unknown or unsafe."""
    providers: list[IdentityProvider] = list(settings.IDENTITY_PROVIDERS.values())
    found: list[CheckMessage] = [*_library(providers), *_key(providers)]
    for provider in providers:
        found += [*_values(provider), *_reading(provider), *_transport(provider)]
    return found


def _library(providers: list[IdentityProvider]) -> Iterator[CheckMessage]:
    if any(isinstance(one, SamlProvider) for one in providers) and not saml.is_installed():
        hint = "pip install --require-hashes -r requirements-saml.txt, or unset SAML_PROVIDERS."
        yield Error("SAML_PROVIDERS is set, but the library for SAML is not installed.", hint=hint, id="portal.E010")


def _key(providers: list[IdentityProvider]) -> Iterator[CheckMessage]:
    if not any(one.reading.person_by == PERSONNUMMER for one in providers):
        return
    keys = settings.PERSONNUMMER_KEYS
    is_safe = keys and min(map(len, keys)) >= SHORTEST_KEY and (settings.DEVELOPMENT or DEVELOPMENT_KEY not in keys)
    if not is_safe:
        yield Error(
            "People are found by personnummer, but PERSONNUMMER_KEY is not set or short.", hint=SEE, id="portal.E011"
        )


def _values(provider: IdentityProvider) -> Iterator[CheckMessage]:
    if isinstance(provider, OpenIdProvider):
        needed = {"ISSUER": provider.issuer, "CLIENT_ID": provider.client_id, "CLIENT_SECRET": provider.secret}
    elif isinstance(provider, SamlProvider):
        needed = {
            "ENTITY_ID": provider.entity_id,
            "SSO_URL": provider.sso_url,
            "CERTIFICATES": "".join(provider.certificates),
        }
    missing = [name for name, value in needed.items() if not value]
    if not provider.reading.person_claim:
        missing.append("PERSON_CLAIM")
    if missing:
        yield Error(f"The identity provider {provider.id} lacks {', '.join(missing)}.", hint=SEE, id="portal.E012")


def _reading(provider: IdentityProvider) -> Iterator[CheckMessage]:
    if provider.id == REGISTER:
        told = f"{provider.id}: roles of the register are called so; choose another name."
        yield Error(told, hint=SEE, id="portal.E013")
    if provider.reading.person_by not in WAYS:
        yield Error(f"{provider.id}: PERSON_BY must be one of {', '.join(sorted(WAYS))}.", hint=SEE, id="portal.E013")
    for group, given in provider.reading.roles.items():
        for said in given:
            grant = written(said)
            role = ROLES.get(grant.role)
            if role is None or bool(grant.place) == (role.reach is Reach.MUNICIPALITY):
                told = f"{provider.id}: the group {group} gives {said}, which is no role, or lacks or has a place."
                yield Error(told, hint=SEE, id="portal.E013")


def _transport(provider: IdentityProvider) -> Iterator[CheckMessage]:
    address = provider.issuer if isinstance(provider, OpenIdProvider) else getattr(provider, "sso_url", "")
    if address and not settings.DEVELOPMENT and not address.startswith("https://"):
        yield Error(f"{provider.id}: {address} must begin with https://.", hint=SEE, id="portal.E014")
