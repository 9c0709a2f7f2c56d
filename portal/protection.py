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


def from_environment(env: environ.Env, *, development: bool) -> dict[str, Any]:
    """Settings by their names. On one's own machine there is no TLS, so cookies have their plain names."""
    prefix, safe = "" if development else HOST_ALONE, not development
    behind_proxies = env.int("TRUSTED_PROXY_COUNT", default=0) > 0
    return {
        "COOKIE_PREFIX": prefix,
        "SESSION_COOKIE_NAME": f"{prefix}sessionid",
        "CSRF_COOKIE_NAME": f"{prefix}csrftoken",
        "LANGUAGE_COOKIE_NAME": f"{prefix}django_language",
        "MFA_TRUST_COOKIE_NAME": f"{prefix}mfa_trusted",
        "MESSAGE_STORAGE": "portal.messages.Storage",
        "SESSION_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_HTTPONLY": True,  # forms hold the token, and no script of ours reads it
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SAMESITE": "Lax",
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": safe,
        "CSRF_COOKIE_SECURE": safe,
        "LANGUAGE_COOKIE_SECURE": safe,
        "SECURE_SSL_REDIRECT": safe,
        "SECURE_REDIRECT_EXEMPT": [r"^halsa/$"],  # asked from inside, where no proxy has put TLS
        "SECURE_HSTS_SECONDS": A_YEAR if safe else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": safe,
        "SECURE_HSTS_PRELOAD": safe,
        # What a proxy says of the address is believed if there is one of ours; what it says of the host never is.
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if behind_proxies else None,
        "USE_X_FORWARDED_HOST": False,
        "USE_X_FORWARDED_PORT": False,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",  # portal/headers.py says where a page of ours may stand in a frame of our own
    }
