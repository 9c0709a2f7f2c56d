"""What must be set for messages to leave."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from messaging import gateways


def gateway_is_known(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """`SMS_GATEWAY` names one that there is an adapter for."""
    try:
        gateways.get(settings.SMS_GATEWAY)
    except gateways.UnknownGateway:
        return [Error(f"SMS_GATEWAY is {settings.SMS_GATEWAY!r}: there is no such gateway.", id="messaging.E001")]
    return []
