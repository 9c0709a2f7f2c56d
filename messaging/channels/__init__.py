"""The ways out of the house."""

from typing import Protocol

from messaging.models import Message
from messaging.verdicts import CannotTell, Refused, Sent, TryAgain

__all__ = ["CannotTell", "Channel", "Refused", "Sent", "TryAgain"]


class Channel(Protocol):
    """One way out. An error besides `TryAgain` and `Refused` means that nobody knows what happened."""

    @property
    def gateway(self) -> str:
        """Who takes messages on now, if receipts can come from there."""

    def send(self, message: Message) -> Sent:
        """Hand the message over, or raise `TryAgain` or `Refused`."""

    def find(self, message: Message) -> Sent | None:
        """After an unknown outcome: it was taken on; or None, it is safe to send again; or raise `CannotTell`."""
