"""What she has been told and not yet read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Window

from messaging import looks
from messaging.models import Message
from people import access
from people.models import User

SHOWN = 3
READ = 20
"""So many are looked through for those that tell of nothing else on the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A message in brief; `page` is where it is dealt with."""

    heading: str
    text: str
    page: str
    when: str


@dataclass(frozen=True, slots=True)
class News:
    """The latest of them, and how many there are."""

    latest: Sequence[Line]
    unread: int


def of(user: User, *, told: Collection[str], now: datetime) -> News:
    """One query. What leads to an address in `told` stands on the page already, and is only counted."""
    rows = access.scope(user, Message.objects.in_inbox(user, now=now).unread())
    messages = list(rows.annotate(unread=Window(Count("pk")))[:READ])
    lines = [_line(message, now) for message in messages]
    unread = messages[0].unread if messages else 0  # type: ignore[attr-defined]  # counted by the query
    return News([line for line in lines if line.page not in told][:SHOWN], unread)


def _line(message: Message, now: datetime) -> Line:
    text = looks.without_our_addresses(message.body)
    return Line(message.subject, text, looks.page_of(message), looks.when(message.posted_at, now=now))
