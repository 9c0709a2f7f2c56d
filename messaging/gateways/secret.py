"""The shared secret of gateways that sign nothing: 46elks is given an address with a password in it."""

import base64
import binascii

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare


def knows_secret(request: HttpRequest, gateway: str) -> bool:
    """Whether the call carries the gateway's secret. A gateway without one in the settings is closed."""
    secret = settings.SMS_WEBHOOK_SECRETS.get(gateway, "")
    return bool(secret) and constant_time_compare(_password(request), secret)


def _password(request: HttpRequest) -> str:
    """From basic authentication. A secret in the query would be written into every access log."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(credentials, validate=True).decode().partition(":")[2]
    except (binascii.Error, ValueError):
        return ""
