"""What each substitute's phone has on its screen: the SMS that reached it, and what was answered from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from messaging.models import Channel, InboundMessage, Message
from people.models import Substitute, User
from portal.templatetags.phones import national

ON_THE_SCREEN = 30


@dataclass(frozen=True, slots=True)
class Bubble:
    """One SMS on the screen; `outcome` is how the portal read an answer."""

    text: str
    at: datetime
    is_answer: bool = False
    outcome: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number, and those who share it."""

    number: str
    users: tuple[User, ...]

    @property
    def key(self) -> int:
        """Whose page it is: the first of those who share it."""
        return self.users[0].pk


def all_phones() -> list[Phone]:
    """Each number once, by the name of its first user."""
    people = substitutes_users().exclude(phone="")
    by_number: dict[str, list[User]] = {}
    for user in people:
        by_number.setdefault(user.phone, []).append(user)
    return [Phone(number, tuple(users)) for number, users in by_number.items()]


def substitutes_users() -> QuerySet[User]:
    """The accounts of everyone who may be booked."""
    return User.objects.filter(pk__in=Substitute.objects.active().values("user")).order_by("first_name", "last_name")


def conversation(phone: Phone) -> list[Bubble]:
    """What went in and out, the first first, and of a long story only the end."""
    return sorted([*_received(phone), *_answered(phone)], key=lambda bubble: bubble.at)[-ON_THE_SCREEN:]


def _received(phone: Phone) -> Iterator[Bubble]:
    """What came to the number; and to another that one of them asked for a code to, or had before: she has it too."""
    theirs = Q(address=phone.number) | Q(recipient__in=phone.users)
    sent = Message.objects.left().filter(theirs, channel=Channel.SMS).select_related("recipient")
    for message in sent.order_by("-sent_at", "-pk")[:ON_THE_SCREEN]:
        to = str(message.recipient) if len(phone.users) > 1 else ""
        if message.address != phone.number:
            to = national(message.address)
        yield Bubble(message.body, message.sent_at or message.due_at, to=to)


def _answered(phone: Phone) -> Iterator[Bubble]:
    for inbound in InboundMessage.objects.filter(sender=phone.number).order_by("-received_at")[:ON_THE_SCREEN]:
        yield Bubble(inbound.body, inbound.received_at, is_answer=True, outcome=inbound.outcome)


def letters() -> QuerySet[Message]:
    """The e-mail that has left, the latest first."""
    sent = Message.objects.left().filter(channel=Channel.EMAIL).select_related("recipient")
    return sent.order_by("-sent_at", "-pk")[:ON_THE_SCREEN]
