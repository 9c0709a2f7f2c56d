"""What browsers are told so that they protect whoever reads: of cookies, of TLS, and of what may do what to whom."""

from typing import Any

import environ

A_YEAR = 60 * 60 * 24 * 365  # seconds
HOST_ALONE = "__Host-"
"""A browser takes a cookie of such a name over TLS alone, from this very host and for all of it: no other host of the
municipality's can put one in its place.
"""

NEVER_USED = (
    "accelerometer", "attribution-reporting", "autoplay", "bluetooth", "browsing-topics", "camera", "compute-pressure",
    "cross-origin-isolated", "display-capture", "document-domain", "encrypted-media", "fullscreen", "gamepad",
    "geolocation", "gyroscope", "hid", "idle-detection", "interest-cohort", "keyboard-map", "local-fonts",
    "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial",
    "storage-access", "sync-xhr", "usb", "window-management", "xr-spatial-tracking",
)  # fmt: skip
OURS_ALONE = ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get", "web-share")
"""Copying the address of a calendar, and passkeys."""

PERMISSIONS = ", ".join([*(f"{name}=()" for name in NEVER_USED), *(f"{name}=(self)" for name in OURS_ALONE)])


ALWAYS = {
    "MESSAGE_STORAGE": "portal.messages.Storage",
    "SESSION_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_HTTPONLY": True,  # forms hold the token, and no script of ours reads it
    "LANGUAGE_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_SAMESITE": "Lax",
    "LANGUAGE_COOKIE_SAMESITE": "Lax",
    "SECURE_REDIRECT_EXEMPT": [r"^halsa/$"],  # asked from inside, where no proxy has put TLS
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    "SECURE_REFERRER_POLICY": "same-origin",
    "X_FRAME_OPTIONS": "DENY",  # portal/headers.py says where a page of ours may stand in a frame of our own
    # What a proxy says of TLS is believed if there is one of ours; what it says of the host never is.
    "USE_X_FORWARDED_HOST": False,
    "USE_X_FORWARDED_PORT": False,
}
SAFE_ALONE = (
    "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD",
)  # fmt: skip
"""What needs TLS."""


def cookie_prefix(*, development: bool) -> str:
    """What the name of each cookie of ours begins with."""
    return "" if development else HOST_ALONE


def from_environment(env: environ.Env, *, development: bool) -> dict[str, Any]:
    """Settings by their names. On one's own machine there is no TLS, so cookies have their plain names."""
    prefix = cookie_prefix(development=development)
    behind_proxies = env.int("TRUSTED_PROXY_COUNT", default=0) > 0
    return {
        **ALWAYS,
        **dict.fromkeys(SAFE_ALONE, not development),
        "SESSION_COOKIE_NAME": f"{prefix}sessionid",
        "CSRF_COOKIE_NAME": f"{prefix}csrftoken",
        "LANGUAGE_COOKIE_NAME": f"{prefix}django_language",
        "MFA_TRUST_COOKIE_NAME": f"{prefix}mfa_trusted",
        "SECURE_HSTS_SECONDS": 0 if development else A_YEAR,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if behind_proxies else None,
    }
