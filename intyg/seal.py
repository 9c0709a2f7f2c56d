"""The municipality's seal: the key that certificates are signed with, and what they say of it."""

import hashlib
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from django.conf import settings

FIELD = "Sigill"
"""The name of the field that holds it. intyg/archival.py writes the field, with its place among the tags."""
LEAST_BITS = 2048
"""Of an RSA key (NIST SP 800-131A)."""


class Unusable(ValueError):
    """There is no seal in the file; the text says why, for the one who runs the portal."""


class Held(NamedTuple):
    """What seals: the key with its certificate, and the file that pyHanko reads."""

    certificate: x509.Certificate
    pkcs12: bytes
    passphrase: bytes


def held() -> Held | None:
    """The seal that is set, or nothing; `Unusable` if what is set is none."""
    file = settings.SEAL.file
    if file is None or (settings.SEAL.self_made and not file.exists()):
        return None
    return _read(file, settings.SEAL.passphrase, _stamp(file))


def ready(at: datetime) -> Held | None:
    """The seal, or nothing if none is set; `Unusable` if its certificate does not hold at that moment."""
    seal = held()
    if seal and not seal.certificate.not_valid_before_utc <= at <= seal.certificate.not_valid_after_utc:
        why = f"The certificate of the seal holds until {seal.certificate.not_valid_after_utc:%Y-%m-%d}."
        raise Unusable(why)
    return seal


def named(seal: Held | None) -> dict[str, str]:
    """Whose seal it is, as the content says it."""
    if seal is None:
        return {}
    certificate = seal.certificate
    return {
        "by": _called(certificate.subject),
        "issuer": _called(certificate.issuer),
        "serial": f"{certificate.serial_number:x}",
        "fingerprint": hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest(),
    }


def _called(name: x509.Name) -> str:
    """The organisation, or whatever it is called by."""
    for oid in (x509.NameOID.ORGANIZATION_NAME, x509.NameOID.COMMON_NAME):
        if found := name.get_attributes_for_oid(oid):
            return str(found[0].value)
    return name.rfc4514_string()


def _stamp(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError as problem:
        why = f"{file} cannot be read."
        raise Unusable(why) from problem


@lru_cache(maxsize=4)
def _read(file: Path, passphrase: str, _stamped: float) -> Held:
    """Read again when the file has changed: unlocking it takes a tenth of a second."""
    try:
        written = file.read_bytes()
        key, certificate, _above = pkcs12.load_key_and_certificates(written, passphrase.encode() or None)
    except OSError as problem:
        why = f"{file} cannot be read."
        raise Unusable(why) from problem
    except ValueError as problem:
        why = f"{file.name} is no PKCS#12 file, or has another passphrase."
        raise Unusable(why) from problem
    if certificate is None or not isinstance(key, rsa.RSAPrivateKey):
        why = f"{file.name} has no RSA key with a certificate."
        raise Unusable(why)
    if key.key_size < LEAST_BITS:
        why = f"The key in {file.name} has fewer than {LEAST_BITS} bits."
        raise Unusable(why)
    return Held(certificate, written, passphrase.encode())
