"""What left the house, to whom, and did it arrive; and what came in."""

from messaging.models.choice import ChannelChoice
from messaging.models.heartbeat import Heartbeat
from messaging.models.inbound import InboundMessage, Silenced
from messaging.models.message import Channel, Message, MessageQuerySet
from messaging.models.push import PushSubscription
from messaging.models.receipt import Receipt

__all__ = [
    "Channel",
    "ChannelChoice",
    "Heartbeat",
    "InboundMessage",
    "Message",
    "MessageQuerySet",
    "PushSubscription",
    "Receipt",
    "Silenced",
]
