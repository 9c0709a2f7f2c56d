"""The inbox: each message once, how it went by each channel, and how it is answered if it still waits."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from messaging import looks
from messaging.looks import Looks
from messaging.models import Channel, Message
from messaging.waiting import Question, is_hers_to_answer

Status = Message.Status
EVER_BETTER = (Status.FAILED, Status.SUPPRESSED, Status.PENDING, Status.SENDING, Status.ACCEPTED, Status.DELIVERED)


@dataclass(frozen=True, slots=True)
class Told:
    """One channel, and what became of it there: the best of several browsers."""

    channel: Channel
    status: Message.Status
    silenced: bool = False

    @property
    def failed(self) -> bool:
        """Whether it did not arrive, so that something may be put right."""
        return self.status is Status.FAILED


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as the inbox shows it; `page` is where it is dealt with, `question` what it still waits for."""

    message: Message
    looks: Looks
    text: str
    page: str
    when: str
    told: tuple[Told, ...]
    question: Question | None

    @property
    def failed(self) -> list[Told]:
        """The channels that it did not arrive by."""
        return [one for one in self.told if one.failed]

    @property
    def arrived(self) -> bool:
        """Whether no channel failed, or another stands for it."""
        return len(self.failed) < max(len(self.told), 1)

    @property
    def takes_words(self) -> bool:
        """Whether it can be answered in words, on its own page."""
        return is_hers_to_answer(self.message)


def of(messages: Iterable[Message], questions: Mapping[uuid.UUID, Question], *, now: datetime) -> list[Entry]:
    """Those messages; one query for all their copies."""
    messages = list(messages)
    copies = defaultdict(list)
    for copy in Message.objects.filter(copy_of__in=messages):
        copies[copy.copy_of_id].append(copy)
    return [entry(one, copies[one.pk], questions.get(one.pk), now=now) for one in messages]


def entry(
    message: Message, copies: Iterable[Message] = (), question: Question | None = None, *, now: datetime
) -> Entry:
    """What an SMS must write out is a link here: addresses of ours leave the text, the heading leads there."""
    return Entry(
        message,
        looks.of(message),
        looks.without_our_addresses(message.body),
        looks.page_of(message),
        looks.when(message.posted_at, now=now),
        told_by([message, *copies]),
        question,
    )


def told_by(rows: Iterable[Message]) -> tuple[Told, ...]:
    """How it went by each channel that was tried, or stopped by the reader herself."""
    best: dict[Channel, Told] = {}
    for row in rows:
        one = Told(Channel(row.channel), Status(row.status), row.silenced)
        tried = row.address and (one.status is not Status.SUPPRESSED or one.silenced)
        known = best.get(one.channel)
        if tried and (known is None or EVER_BETTER.index(one.status) > EVER_BETTER.index(known.status)):
            best[one.channel] = one
    return tuple(best[channel] for channel in Channel if channel in best)
