"""Notices to browsers: whom we are to the push services, and which of them we talk to."""

from pathlib import Path

import environ

SERVICES = [
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "push.services.mozilla.com",
    "web.push.apple.com",
    "notify.windows.com",
]
"""The hosts that browsers subscribe with, each with the hosts under it."""


def from_environment(env: environ.Env, *, development: bool, var: Path) -> dict[str, object]:
    """The settings. On one's own machine `manage.py vapid` has made a key in `var`; in production it is handed in."""
    return {
        "VAPID_PRIVATE_KEY": env.str("VAPID_PRIVATE_KEY", default="", multiline=True),
        "VAPID_KEY_FILE": var / "vapid.pem" if development else None,
        "VAPID_SUBJECT": env.str("VAPID_SUBJECT", default="mailto:bemanningen@alvsunda.example"),
        "PUSH_SERVICES": env.list("PUSH_SERVICES", default=SERVICES),
        "PUSH_BROWSERS": env.int("PUSH_BROWSERS", default=10),
    }
