"""What the portal answers by itself. Limited, so that two machines cannot answer each other for ever."""

from datetime import datetime, timedelta

from django.conf import settings

from messaging import outbox
from messaging.models import Channel, InboundMessage, Message
from people.models import User

HOUR = timedelta(hours=1)


def reply(
    inbound: InboundMessage,
    *,
    kind: str,
    to: User,
    subject: str,
    body: str,
    at: datetime,
    once_an_hour: bool = False,
) -> Message | None:
    """Answer the number that it came from, once.

    Nothing if the number has had its share of the hour, or one of the kind already.
    """
    sent = Message.objects.replies_to(inbound.sender, since=at - HOUR).exclude(in_reply_to=inbound)
    if once_an_hour and sent.filter(kind=kind).exists():
        return None
    if sent.count() >= settings.SMS_REPLIES_PER_HOUR:
        return None
    return outbox.post(
        key=f"reply:{inbound.pk}",
        kind=kind,
        to=to,
        subject=subject,
        body=body,
        at=at,
        about=f"inboundmessage:{inbound.pk}",
        channel=Channel.SMS,
        address=inbound.sender,
        in_reply_to=inbound,
    )


def to_something_written(inbound: InboundMessage) -> bool:
    """Whether the last SMS that her number got was one that a colleague had written, which cannot be answered Ja."""
    last = Message.objects.last_to(inbound.sender, before=inbound.received_at)
    return last is not None and last.written_by_id is not None
