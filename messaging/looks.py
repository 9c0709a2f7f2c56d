"""How a kind of message looks in the inbox, and where it leads: said by the app that posts it."""

from collections.abc import Callable
from dataclasses import dataclass

from messaging.models import Message


def nowhere(message: Message) -> str:
    """It leads nowhere."""
    return ""


@dataclass(frozen=True, slots=True)
class Looks:
    """A drawing of static/icons.svg, the colour behind it (bokad, ledig, fraga, ljung, lingon, grus), an address."""

    icon: str = "mail"
    colour: str = ""
    link: Callable[[Message], str] = nowhere


PLAIN = Looks()
WAITING = Looks(icon="bell", colour="fraga")

_looks: dict[str, Looks] = {}


def dress(kind: str, looks: Looks) -> None:
    """Let messages of the kind look like this."""
    _looks[kind] = looks


def of(message: Message) -> Looks:
    """What its kind was given, else a bell if it can be answered and a letter if not."""
    return _looks.get(message.kind) or (WAITING if message.answerable else PLAIN)
