"""What can be said of handing something over."""

from dataclasses import dataclass


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
