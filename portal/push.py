"""Notices to browsers: whom we are to the push services, and which of them we talk to."""

from dataclasses import dataclass
from pathlib import Path

import environ

SERVICES = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "push.services.mozilla.com",
    "web.push.apple.com",
    "notify.windows.com",
)
"""The hosts that browsers subscribe with, each with the hosts under it."""


@dataclass(frozen=True, slots=True)
class Push:
    """The setting. `browsers` is how many of them one person may have notices in."""

    private_key: str = ""
    key_file: Path | None = None
    subject: str = ""
    services: tuple[str, ...] = SERVICES
    browsers: int = 10


def from_environment(env: environ.Env, *, development: bool, var: Path) -> Push:
    """On one's own machine `manage.py vapid` has made a key in `var`; in production it is handed in."""
    return Push(
        private_key=env.str("VAPID_PRIVATE_KEY", default="", multiline=True),
        key_file=var / "vapid.pem" if development else None,
        subject=env.str("VAPID_SUBJECT", default="mailto:bemanningen@alvsunda.example" if development else ""),
        services=tuple(env.list("PUSH_SERVICES", default=list(SERVICES))),
        browsers=env.int("PUSH_BROWSERS", default=10),
    )
