"""What a planner writes herself. An SMS of it says that it cannot be answered; an answer all the same is read."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from booking.notifications.shortening import Facts
from booking.notifications.telling import MOST_SEGMENTS, NEW_LINE, fits, said, worded
from messaging import outbox
from messaging.models import Message
from messaging.segments import SEPTETS_IN_PART, plain
from people import access
from people.languages import speaking
from people.models import User

KIND = "desk.written"
LONGER_THAN_FITS = MOST_SEGMENTS * SEPTETS_IN_PART * "x"


class TooLong(ValueError):
    """More than two SMS, with what is added to it."""


def written(to: User, *, body: str, by: User, key: str, at: datetime, due_at: datetime | None = None) -> None:
    """Send a planner's own words, with her unit. The same `key` reaches a person once. `TooLong` if it does not fit."""
    if not has_room(body, by=by):
        raise TooLong(body)
    facts: Facts = {"text": _text(body), "unit": _unit(by), "url": f"{settings.PORTAL_URL}{reverse('messaging:inbox')}"}
    with speaking(to):
        outbox.post(
            key=_key(to, key),
            kind=KIND,
            to=to,
            subject=_said(body, by=by)[0],
            body=lambda channel: worded(KIND, facts, channel=channel)[1],
            at=at,
            due_at=due_at,
            written_by=by,
        )


def is_written(to: User, *, key: str) -> bool:
    """Whether the `key` has reached her already."""
    return Message.objects.filter(key=_key(to, key)).exists()


def has_room(body: str, *, by: User) -> bool:
    """Whether the text fits two SMS with what is added to it in any language: for the form to ask before it is sent."""
    return all(fits(text) for text in _in_each_language(body, by=by))


def room(*, by: User) -> int:
    """How many characters of a phone's own alphabet fit beside what is added, be it said in full or in short."""
    long, short = (_in_each_language(body, by=by) for body in ("x", LONGER_THAN_FITS))
    added = max(
        min(len(plain(one)) - 1, len(plain(other)) - len(LONGER_THAN_FITS))
        for one, other in zip(long, short, strict=True)
    )
    return len(LONGER_THAN_FITS) - added


def _key(to: User, key: str) -> str:
    return f"{KIND}:{key}:{to.pk}"


def _in_each_language(body: str, *, by: User) -> list[str]:
    """The SMS, as each of those who may get it would read it."""
    texts = []
    for language in dict(settings.LANGUAGES):
        with override(language):
            texts.append(_said(body, by=by)[1])
    return texts


def _said(body: str, *, by: User) -> tuple[str, str]:
    return said(KIND, {"text": _text(body), "unit": _unit(by)}, by_sms=True)


def _text(body: str) -> str:
    """Her lines, kept as such."""
    return NEW_LINE.join(filter(None, map(str.strip, body.splitlines())))


def _unit(planner: User) -> tuple[str, ...]:
    """The areas that she plans; in short the municipality."""
    areas = sorted({role.area.name for role in access.assignments(planner) if role.area})
    return (", ".join(areas) or settings.MUNICIPALITY, settings.MUNICIPALITY)
