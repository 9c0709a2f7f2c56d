"""A key made of software: it answers as a telephone would, or a little wrong (attestation none, ES256)."""

import hashlib
import json
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

ORIGIN = "http://localhost:8000"
FLAG = AuthenticatorData.FLAG
PRESENT, VERIFIED, NOTHING_MORE = FLAG.UP, FLAG.UP | FLAG.UV, FLAG(0)


@dataclass
class SoftKey:
    """`counter` goes up at each use; a key in a cloud always says 0."""

    origin: str = ORIGIN
    host: str = "localhost"
    counter: int = 0
    step: int = 1
    flags: FLAG = VERIFIED
    handle: str = ""
    pk: bytes = field(default_factory=lambda: os.urandom(16))
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: str) -> dict[str, object]:
        """What the browser sends when the key is made."""
        asked = json.loads(options)["publicKey"]
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.private.public_key())
        held = AttestedCredentialData.create(bytes(16), self.pk, public)
        told = AttestationObject.create("none", self._data(FLAG.AT, held), {})
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=told)

    def use(self, options: str) -> dict[str, object]:
        """What the browser sends when the key is used."""
        self.counter += self.step
        data = self._data()
        client = self._client("webauthn.get", json.loads(options)["publicKey"]["challenge"])
        signed = self.private.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = self._answer(clientDataJSON=client, authenticatorData=data, signature=signed)
        answer["response"]["userHandle"] = self.handle
        return answer

    def _data(self, more: FLAG = NOTHING_MORE, held: bytes = b"") -> AuthenticatorData:
        of_host = hashlib.sha256(self.host.encode()).digest()
        return AuthenticatorData.create(of_host, self.flags | more, self.counter, held)

    def _client(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, websafe_decode(challenge), self.origin)

    def _answer(self, **response: bytes) -> dict[str, object]:
        told = {name: websafe_encode(value) for name, value in response.items()}
        pk = websafe_encode(self.pk)
        return {"id": pk, "rawId": pk, "type": "public-key", "clientExtensionResults": {}, "response": told}
