"""The ways out of the house, and what can be said of handing something over."""

from dataclasses import dataclass
from typing import Protocol

from messaging.models import Message


@dataclass(frozen=True, slots=True)
class Sent:
    """It was taken on, under this number of the provider's (empty if it gives none)."""

    provider_id: str = ""


class TryAgain(Exception):
    """It was surely not taken on, and may be later."""


class Refused(Exception):
    """It was not taken on, and never will be."""


class CannotTell(Exception):
    """There is no way to know whether it was taken on."""


class Channel(Protocol):
    """One way out. An error besides `TryAgain` and `Refused` means that nobody knows what happened."""

    @property
    def gateway(self) -> str:
        """Who takes messages on now, if receipts can come from there."""

    def send(self, message: Message) -> Sent:
        """Hand the message over, or raise `TryAgain` or `Refused`."""

    def find(self, message: Message) -> Sent | None:
        """After an unknown outcome: it was taken on; or None, it is safe to send again; or raise `CannotTell`."""
