"""The SMS gateways: who carries our SMS, and what theirs look like when they come in.

An adapter is one module with one class, registered by name in `MessagingConfig.ready`; `settings.SMS_GATEWAY` chooses
the one that SMS leave by. The others still answer: a receipt or an unknown outcome may be of the one before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.http import HttpRequest


class UnknownGateway(LookupError):
    """No gateway has that name."""


class Unreadable(ValueError):
    """What a gateway sent cannot be what it promises to send."""


@dataclass(frozen=True, slots=True)
class OutgoingSms:
    """One of ours that may have left, and when we began to hand it over."""

    to: str
    text: str
    reference: str
    handed_over_at: datetime


@dataclass(frozen=True, slots=True)
class ReceivedSms:
    """An SMS as the gateway tells of it; `sender` as it came, not yet E.164."""

    provider_id: str
    sender: str
    body: str


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What the gateway says of one of ours; `status` is a `Receipt.Status`, `reference` ours if it gave it back."""

    provider_id: str
    status: str
    reference: str = ""


class Gateway(Protocol):
    """Shaped after what 46elks and Twilio offer."""

    name: str

    def missing(self) -> list[str]:
        """What must still be set in the environment before it can carry anything."""

    def send(self, to: str, text: str, reference: str) -> str:
        """The provider's number for it, or `TryAgain`/`Refused`; another error if nobody knows. `reference` is ours."""

    def find(self, sms: OutgoingSms) -> list[str]:
        """The provider's numbers of what may be it; none if it is safe to send again; or `CannotTell`."""

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


def required(fields: Mapping[str, str], name: str) -> str:
    """The field, or `Unreadable` if it is missing or empty."""
    if value := fields.get(name):
        return value
    raise Unreadable(name)
