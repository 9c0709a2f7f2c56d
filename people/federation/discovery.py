"""What an OpenID provider says of itself, and its keys: fetched when they are needed, and kept for a while."""

from typing import Any

import requests
from django.core.cache import cache

from people.federation.answers import Untrusted
from people.federation.id_token import Key
from portal.federation import OpenIdProvider

TIMEOUT = (3, 5)
"""Seconds to get through, and to be answered: somebody waits."""

KEPT, NOT_AGAIN_WITHIN = 10 * 60, 60
"""Seconds that both are kept, and between two looks for a new key: an unknown one may be somebody's invention."""

NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
WELL_KNOWN = "/.well-known/openid-configuration"


class Unreachable(Exception):
    """It does not answer, or not as it must."""


def document(provider: OpenIdProvider) -> dict[str, Any]:
    """Its own description, which must be of the issuer that we have chosen."""
    kept: dict[str, Any] | None = cache.get(_kept_as(provider))
    if kept is not None:
        return kept
    told = fetched(provider.issuer.rstrip("/") + WELL_KNOWN)
    if told.get("issuer") != provider.issuer:
        reason = "its description is of another issuer"
        raise Unreachable(reason)
    if not all(_is_as_safe(told.get(name), provider) for name in NEEDED):
        reason = "its description lacks an address, or has one without TLS"
        raise Unreachable(reason)
    cache.set(_kept_as(provider), told, KEPT)
    return told


def keys(provider: OpenIdProvider) -> list[Key]:
    """Those that it signs with."""
    kept: list[Key] | None = cache.get(_keys_kept_as(provider))
    return _fetched_keys(provider) if kept is None else kept


def newer_keys(provider: OpenIdProvider) -> list[Key]:
    """Those that it signs with since it changed one; looked for once a minute at most."""
    may_look = cache.add(f"{_keys_kept_as(provider)}:looked", 1, NOT_AGAIN_WITHIN)
    return _fetched_keys(provider) if may_look else keys(provider)


def fetched(address: str, token: str = "") -> dict[str, Any]:  # nosec B107 # none is sent
    """The JSON at the address, whither it leads nobody further; or `Unreachable`."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        answer = requests.get(address, headers=headers, timeout=TIMEOUT, allow_redirects=False)
        told = answer.json() if answer.status_code == requests.codes.ok else None
    except (requests.RequestException, ValueError) as broken:
        reason = type(broken).__name__
        raise Unreachable(reason) from broken
    if not isinstance(told, dict):
        reason = f"answered {answer.status_code}"
        raise Unreachable(reason)
    return told


def about_her(provider: OpenIdProvider, subject: str, token: str) -> dict[str, Any]:
    """What its userinfo tells of her, which must be the one whom the ID token is about."""
    address = document(provider).get("userinfo_endpoint")
    if not _is_as_safe(address, provider):
        return {}
    told = fetched(str(address), token)
    if told.get("sub") != subject:
        reason = "userinfo of another"
        raise Untrusted(reason)
    return told


def _fetched_keys(provider: OpenIdProvider) -> list[Key]:
    told = fetched(document(provider)["jwks_uri"]).get("keys")
    found: list[Key] = [key for key in told if isinstance(key, dict)] if isinstance(told, list) else []
    cache.set(_keys_kept_as(provider), found, KEPT)
    return found


def _is_as_safe(address: object, provider: OpenIdProvider) -> bool:
    """Over TLS, as the issuer is; without only where it has none itself, on one's own machine."""
    schemes = ("https://",) if provider.issuer.startswith("https://") else ("https://", "http://")
    return isinstance(address, str) and address.startswith(schemes)


def _kept_as(provider: OpenIdProvider) -> str:
    return f"identity-provider:{provider.id}:{provider.issuer}"


def _keys_kept_as(provider: OpenIdProvider) -> str:
    return f"{_kept_as(provider)}:keys"
