"""Whether an ID token is what it must be (OpenID Connect Core, 3.1.3.7). Pure: keys and clock are handed in.

Signed by the provider's own key with an algorithm of two keys, for us, for this sign-in, and now.
"""

import hmac
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jwt

from people.federation.answers import Untrusted

Claims = dict[str, Any]
Key = Mapping[str, Any]

ALGORITHMS = {
    **dict.fromkeys(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], "RSA"),
    **dict.fromkeys(["ES256", "ES384", "ES512"], "EC"),
}
"""Those with a private and a public key, and the kind of key. Neither `none` nor HS256, which anybody could make whose
library takes a public key for a secret."""

LEEWAY, OLDEST = 60, 600
"""Seconds that two clocks may differ, and that a token made for this sign-in may be old."""

LONGEST_SUBJECT = 255


class UnknownKey(Untrusted):
    """It names a key that is not among those that we know; the provider may have a new one."""


@dataclass(frozen=True, slots=True)
class Expected:
    """From whom, to whom, and what was sent along when the sign-in was begun: the nonce, the proofs that will do."""

    issuer: str
    client_id: str
    nonce: str
    acr_values: tuple[str, ...] = ()


def verified(token: str, keys: Sequence[Key], expected: Expected, *, at: datetime) -> Claims:
    """What it says; or `Untrusted`."""
    claims = _signed(token, keys)
    _demand_parties(claims, expected)
    _demand_times(claims, at.timestamp())
    nonce = claims.get("nonce")
    if not expected.nonce or not isinstance(nonce, str) or not _same(nonce, expected.nonce):
        reason = "nonce"
        raise Untrusted(reason)
    if expected.acr_values and claims.get("acr") not in expected.acr_values:
        reason = "acr"
        raise Untrusted(reason)
    return claims


def _signed(token: str, keys: Sequence[Key]) -> Claims:
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            reason = "algorithm"
            raise Untrusted(reason)
        key = jwt.PyJWK(dict(_key(header.get("kid"), algorithm, keys)), algorithm)
        claims = json.loads(jwt.PyJWS().decode(token, key, algorithms=[algorithm]))
    except (jwt.PyJWTError, ValueError) as broken:
        reason = "signature"
        raise Untrusted(reason) from broken
    if not isinstance(claims, dict):
        reason = "claims"
        raise Untrusted(reason)
    return claims


def _key(kid: str | None, algorithm: str, keys: Sequence[Key]) -> Key:
    """The one that is named; without a name, the only one of the kind."""
    fitting = [key for key in keys if _fits(key, algorithm) and kid in {None, key.get("kid")}]
    if len(fitting) != 1:
        reason = "key"
        raise UnknownKey(reason)
    return fitting[0]


def _fits(key: Key, algorithm: str) -> bool:
    is_for_signing = key.get("use", "sig") == "sig"
    return key.get("kty") == ALGORITHMS[algorithm] and is_for_signing and key.get("alg", algorithm) == algorithm


def _demand_parties(claims: Claims, expected: Expected) -> None:
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    party = claims.get("azp")
    subject = claims.get("sub")
    wrong = {
        "issuer": claims.get("iss") != expected.issuer,
        "audience": expected.client_id not in audiences or (len(audiences) > 1 and party is None),
        "authorised party": party is not None and party != expected.client_id,
        "subject": not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT,
    }
    _refuse_first(wrong)


def _demand_times(claims: Claims, now: float) -> None:
    expires, issued, begins = (_seconds(claims.get(name)) for name in ("exp", "iat", "nbf"))
    wrong = {
        "expired": expires is None or expires <= now - LEEWAY,
        "issued in the future": issued is None or issued > now + LEEWAY,
        "issued long ago": issued is None or issued < now - OLDEST,
        "not yet": "nbf" in claims and (begins is None or begins > now + LEEWAY),
    }
    _refuse_first(wrong)


def _refuse_first(wrong: Mapping[str, bool]) -> None:
    if reason := next((name for name, is_wrong in wrong.items() if is_wrong), ""):
        raise Untrusted(reason)


def _seconds(said: object) -> float | None:
    if isinstance(said, bool) or not isinstance(said, int | float):
        return None
    return said if math.isfinite(said) else None  # JSON as Python reads it has NaN, which is never too late


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
