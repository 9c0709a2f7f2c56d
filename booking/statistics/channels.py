"""By what way shifts were filled. Pure."""

from enum import Enum


class Channel(Enum):
    """In the order of the bar."""

    DIRECT = "direct"
    ENQUIRY = "enquiry"
    INTEREST = "interest"
    PLANNER = "planner"
    PHONE = "phone"
    ASSISTANT = "assistant"
    NOBODY = "nobody"


REBOOKED = "rebooked"


def channel_of(origin: str) -> Channel:
    """The way that a booking's origin is counted as; no origin is nobody. Booked anew is by a planner's hand."""
    if not origin:
        return Channel.NOBODY
    return Channel.PLANNER if origin == REBOOKED else Channel(origin)
