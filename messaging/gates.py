"""The ways in to the messages."""

from messaging.models import InboundMessage, Message, Receipt
from people.access import by_role, own
from people.policy import guard

guard(Message, by_role(), own("recipient", "message.view"))
guard(InboundMessage, by_role())
guard(Receipt, by_role())
