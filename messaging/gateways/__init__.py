"""The SMS gateways: who carries our SMS, and what theirs look like when they come in.

An adapter is one module with one class, registered by name in `MessagingConfig.ready`; `settings.SMS_GATEWAY` chooses.
"""

from dataclasses import dataclass
from typing import Protocol

from django.http import HttpRequest


class UnknownGateway(LookupError):
    """No gateway has that name."""


class Unreadable(ValueError):
    """What a gateway sent cannot be what it promises to send."""


@dataclass(frozen=True, slots=True)
class ReceivedSms:
    """An SMS as the gateway tells of it; `sender` as it came, not yet E.164."""

    provider_id: str
    sender: str
    body: str


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What the gateway says of one of ours; `status` is a `Receipt.Status`."""

    provider_id: str
    status: str


class Gateway(Protocol):
    """Shaped after what 46elks and Twilio offer."""

    name: str

    def send(self, to: str, text: str, reference: str) -> str:
        """The provider's number for it, or `TryAgain`/`Refused`. `reference` is ours, and its idempotency key."""

    def find(self, reference: str) -> str | None:
        """The provider's number; None if it is safe to send again; `CannotTell` if it cannot be asked."""

    def authentic(self, request: HttpRequest) -> bool:
        """Whether the call surely comes from the gateway, compared in constant time."""

    def parse_inbound(self, request: HttpRequest) -> ReceivedSms:
        """The SMS in the call, or `Unreadable`."""

    def parse_receipt(self, request: HttpRequest) -> StatusReport | None:
        """The report in the call; None if it says nothing new; or `Unreadable`."""


_gateways: dict[str, Gateway] = {}


def register(gateway: Gateway) -> None:
    """Make the gateway known by its name."""
    _gateways[gateway.name] = gateway


def get(name: str) -> Gateway:
    """The gateway of that name, or `UnknownGateway`."""
    try:
        return _gateways[name]
    except KeyError as unknown:
        raise UnknownGateway(name) from unknown
