"""A message that can be undone: its tag says where to send the wish."""

from django.contrib.messages.storage.base import Message

UNDO = "undo:"


def undone_at(address: str) -> str:
    """The tag (`extra_tags`) of a message whose deed a POST to the address undoes."""
    return UNDO + address


def way_back(message: Message) -> str:
    """The address that the message's tag names; nothing if it cannot be undone."""
    tag = message.extra_tags or ""
    return tag.removeprefix(UNDO) if tag.startswith(UNDO) else ""
