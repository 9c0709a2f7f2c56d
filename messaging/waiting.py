"""Which messages still wait for an answer, and how each is answered: said by the apps that ask."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from messaging.models import Message
from people.models import User


@dataclass(frozen=True, slots=True)
class Question:
    """The page of what is asked, until when, and where `svar=ja` or `svar=nej` is posted if that can be said here."""

    page: str
    answer_by: datetime
    post_to: str = ""


Asker = Callable[[User, datetime], Mapping[uuid.UUID, Question]]
"""The messages to somebody that wait for her answer now, by their keys."""

_askers: list[Asker] = []


def asker(ask: Asker) -> Asker:
    """Register one who asks."""
    _askers.append(ask)
    return ask


def for_answer_from(user: User, *, now: datetime) -> dict[uuid.UUID, Question]:
    """All that waits for her, as far as it was told by a message."""
    return {key: question for ask in _askers for key, question in ask(user, now).items()}


def is_hers_to_answer(message: Message) -> bool:
    """Whether a colleague wrote it, so that it can be answered in words."""
    return message.written_by_id is not None
