"""What she has been told and not yet read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Window

from messaging import looks
from messaging.looks import Entry
from messaging.models import Message
from people import access
from people.models import User

SHOWN = 3
READ = 20
"""So many are looked through for those that tell of nothing else on the page."""


@dataclass(frozen=True, slots=True)
class News:
    """The latest of them, and how many there are."""

    latest: Sequence[Entry]
    unread: int


def of(user: User, *, told: Collection[str], now: datetime) -> News:
    """One query. What leads to an address in `told` stands on the page already, and is only counted."""
    rows = access.scope(user, Message.objects.in_inbox(user, now=now).unread())
    messages = list(rows.annotate(unread=Window(Count("pk")))[:READ])
    entries = [looks.entry(message, now=now) for message in messages]
    latest = [entry for entry in entries if not entry.link or entry.link not in told]
    unread = messages[0].unread if messages else 0  # type: ignore[attr-defined]  # counted by the query
    return News(latest[:SHOWN], unread)
