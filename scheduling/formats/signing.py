"""Who sent a message: HMAC with SHA-256 over the time, a full stop and the body. Pure.

`X-Schema-Timestamp: 1780000000` (seconds since 1970) and `X-Schema-Signature: v1=<hexadecimal>`, of which there may be
several by comma while the sender changes its secret.
"""

import hmac
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

TIMESTAMP, SIGNATURE, KEY = "X-Schema-Timestamp", "X-Schema-Signature", "X-Schema-Idempotency-Key"
WITHIN = timedelta(minutes=5)
SCHEME = "v1="
LONGEST, MOST = 500, 4
DIGITS = 12  # of a time in seconds, some ten thousand years of it


def signature(body: bytes, timestamp: str, secret: str) -> str:
    """What proves that whoever has the secret sent the body then."""
    return SCHEME + hmac.new(secret.encode(), timestamp.encode() + b"." + body, "sha256").hexdigest()


def headers(body: bytes, secret: str, *, now: datetime) -> dict[str, str]:
    """Those of a message of ours."""
    timestamp = str(int(now.timestamp()))
    return {TIMESTAMP: timestamp, SIGNATURE: signature(body, timestamp, secret)}


def why_not(body: bytes, said: Mapping[str, str], secrets: Collection[str], *, now: datetime) -> str:
    """Why the message is not believed: `closed`, `unsigned`, `late` or `wrong`; nothing if it is."""
    timestamp, given = said.get(TIMESTAMP, ""), said.get(SIGNATURE, "")
    if not any(secrets):
        return "closed"
    if not (timestamp.isascii() and timestamp.isdecimal()) or len(timestamp) > DIGITS or len(given) > LONGEST:
        return "unsigned"
    if abs(now.timestamp() - int(timestamp)) > WITHIN.total_seconds():
        return "late"
    ours = [signature(body, timestamp, secret).encode() for secret in secrets if secret]
    theirs = [one.strip().encode() for one in given.split(",")[:MOST]]
    # All are compared, whichever fits: how long it takes tells nothing.
    fits = [hmac.compare_digest(mine, one) for mine in ours for one in theirs]
    return "" if any(fits) else "wrong"
