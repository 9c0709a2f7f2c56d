"""What a planner writes herself. An SMS of it says that it cannot be answered; an answer all the same is read."""

import functools
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from booking.notifications import own_words
from booking.notifications.shortening import Facts
from booking.notifications.telling import MOST_SEGMENTS, NEW_LINE, fits, worded
from messaging import outbox
from messaging.models import Channel, Message
from messaging.segments import SEPTETS_IN_PART, plain
from people import access, languages
from people.models import User

KIND = "desk.written"
SENDING = "writing:"
"""What a message is about that was written to several at once, before the key that they have in common."""

LONGER_THAN_FITS = MOST_SEGMENTS * SEPTETS_IN_PART * "x"


class TooLong(ValueError):
    """More than two SMS, with what is added to it."""


class Letter:
    """What a planner has written, as each of those who get it reads it. Made once, however many they are."""

    def __init__(self, body: str, *, by: User) -> None:
        self.by, self.body = by, body
        url = f"{settings.PORTAL_URL}{reverse('messaging:inbox')}"
        self._facts: Facts = {"text": _text(body), "unit": _unit(by), "url": url}
        self.said = functools.cache(self._said)

    def _said(self, language: str, channel: Channel) -> tuple[str, str]:
        with override(language):
            return worded(KIND, self._facts, channel=channel, own=own_words.of(KIND))

    def as_sms(self, language: str) -> str:
        """The SMS, sign by sign."""
        return plain(self.said(language, Channel.SMS)[1])

    @property
    def has_room(self) -> bool:
        """Whether the text fits two SMS with what is added to it in any language."""
        return all(fits(self.as_sms(language)) for language in dict(settings.LANGUAGES))

    def send(self, to: User, *, key: str, at: datetime, due_at: datetime | None = None) -> None:
        """Post it, with the planner's unit. The same `key` reaches a person once."""
        language = languages.of(to)
        outbox.post(
            key=_key(to.pk, key),
            kind=KIND,
            to=to,
            subject=self.said(language, Channel.SMS)[0],
            body=lambda channel: self.said(language, channel)[1],
            at=at,
            due_at=due_at,
            about=f"{SENDING}{key}",
            written_by=self.by,
        )


def written(to: User, *, body: str, by: User, key: str, at: datetime, due_at: datetime | None = None) -> None:
    """Send a planner's own words, with her unit. The same `key` reaches a person once. `TooLong` if it does not fit."""
    letter = Letter(body, by=by)
    if not letter.has_room:
        raise TooLong(body)
    letter.send(to, key=key, at=at, due_at=due_at)


def who_have(key: str, among: Iterable[User]) -> set[int]:
    """Those whom the `key` has reached already, by their keys."""
    keys = [_key(user.pk, key) for user in among]
    return set(Message.objects.filter(key__in=keys).values_list("recipient", flat=True))


def has_room(body: str, *, by: User) -> bool:
    """Whether the text fits two SMS with what is added to it in any language: for the form to ask before it is sent."""
    return Letter(body, by=by).has_room


def room(*, by: User) -> int:
    """How many characters of a phone's own alphabet fit beside what is added, be it said in full or in short."""
    long, short = (_in_each_language(body, by=by) for body in ("x", LONGER_THAN_FITS))
    added = max(min(len(one) - 1, len(other) - len(LONGER_THAN_FITS)) for one, other in zip(long, short, strict=True))
    return len(LONGER_THAN_FITS) - added


def _key(recipient: int, key: str) -> str:
    return f"{KIND}:{key}:{recipient}"


def _in_each_language(body: str, *, by: User) -> list[str]:
    letter = Letter(body, by=by)
    return [letter.as_sms(language) for language in dict(settings.LANGUAGES)]


def _text(body: str) -> str:
    """Her lines, kept as such."""
    return NEW_LINE.join(filter(None, map(str.strip, body.splitlines())))


def _unit(planner: User) -> tuple[str, ...]:
    """The areas that she plans; in short the municipality."""
    areas = sorted({role.area.name for role in access.assignments(planner) if role.area})
    return (", ".join(areas) or settings.MUNICIPALITY, settings.MUNICIPALITY)
