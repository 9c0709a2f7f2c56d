"""Tokens signed with real keys: as they must be, and as somebody would make them who has no key."""

import base64
import hmac
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def key_pair(whose: str, kind: str = "RSA") -> Key:
    """One for each who has one; making them takes time."""
    if kind == "EC":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class Signer:
    """With what is signed, and what the token says of that, `more` in the header."""

    algorithm: str
    key: Key
    kid: str | None
    more: tuple[tuple[str, Any], ...] = ()

    def public(self) -> dict[str, Any]:
        """The key as others may have it."""
        algorithm = jwt.algorithms.get_default_algorithms()[self.algorithm]
        told = algorithm.to_jwk(self.key.public_key(), as_dict=True)
        told.pop("key_ops", None)
        return told | {"kid": self.kid, "use": "sig", "alg": self.algorithm}


def signed(claims: dict[str, Any], signer: Signer) -> str:
    """The token. With `none` nobody has signed it; with HS256 the public key was taken for a secret."""
    headers = ({"kid": signer.kid} if signer.kid else {}) | dict(signer.more)
    if signer.algorithm == "none":
        return jwt.encode(claims, None, algorithm="none", headers=headers)
    if signer.algorithm == "HS256":
        return by_its_public_key(claims, signer.key, headers)
    return jwt.encode(claims, signer.key, algorithm=signer.algorithm, headers=headers)


def by_its_public_key(claims: dict[str, Any], key: Key, headers: dict[str, str]) -> str:
    """What a library believes that lets the token choose how it is checked."""
    pem = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    parts = [{"typ": "JWT", "alg": "HS256"} | headers, claims]
    said = b".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    proof = base64.urlsafe_b64encode(hmac.digest(pem, said, "sha256")).rstrip(b"=")
    return (said + b"." + proof).decode()
