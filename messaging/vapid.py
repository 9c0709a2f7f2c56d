"""Who we are to the push services: a key pair (RFC 8292). Without one no notices go to browsers."""

import base64
import os
import re
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.conf import settings
from py_vapid import Vapid

PEM = "-----BEGIN"
KEY_BYTES = 32
SUBJECT = re.compile(r"mailto:[^@\s]+@[\w-]+(\.[\w-]+)+|https://[\w-]+\.[\w.-]+")


class Unusable(ValueError):
    """What is set is no private key on the curve P-256."""


def key() -> Vapid | None:
    """Our key, or nothing if there is none; `Unusable` if what is set is not one."""
    written = settings.PUSH.private_key or _kept(settings.PUSH.key_file)
    return _read(written) if written else None


def is_on() -> bool:
    """Whether notices can go to browsers: there is a key, and somebody for the services to write to."""
    try:
        return key() is not None and has_subject()
    except Unusable:
        return False


def has_subject() -> bool:
    """Whether the services are told of an address that they take."""
    return SUBJECT.fullmatch(settings.PUSH.subject) is not None


def public_key() -> str:
    """What a browser must know to subscribe with us, as `applicationServerKey`; nothing if notices are off."""
    ours = key() if is_on() else None
    if ours is None:
        return ""
    point = ours.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")


def made() -> Vapid:
    """A new key."""
    return Vapid(ec.generate_private_key(ec.SECP256R1()))


def in_one_line(ours: Vapid) -> str:
    """The private key as one line fits it in the environment."""
    number = ours.private_key.private_numbers().private_value
    return base64.urlsafe_b64encode(number.to_bytes(KEY_BYTES, "big")).decode().rstrip("=")


def keep(ours: Vapid, file: Path) -> None:
    """Write the key where nobody else on the machine reads it. One that is there is never written over."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(ours.private_pem())


def _kept(file: Path | None) -> str:
    return file.read_text() if file and file.exists() else ""


@lru_cache(maxsize=4)
def _read(written: str) -> Vapid:
    """A PEM, also with its line breaks written out as in a list of variables, or the number in base64url."""
    try:
        if written.lstrip().startswith(PEM):
            private = load_pem_private_key(written.replace("\\n", "\n").encode(), password=None)
        else:
            raw = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
            private = ec.derive_private_key(int.from_bytes(raw, "big"), ec.SECP256R1())
    except ValueError as problem:
        raise Unusable from problem
    if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP256R1):
        raise Unusable
    return Vapid(private)
