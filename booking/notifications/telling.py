"""One message: the words of its kind, the portal's or the municipality's own, filled with facts, fitted and posted."""

import functools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from booking.models import AssistantRun, Booking, Enquiry, Interest, Order, TimeBankEntry, WorkplaceRequest
from booking.notifications import named_facts, own_words
from booking.notifications.catalogue import CATALOGUE, Answer
from booking.notifications.personal_numbers import hidden
from booking.notifications.shortening import Facts, ever_shorter
from messaging import outbox
from messaging.models import Channel
from messaging.segments import plain, segments
from people.languages import speaking
from people.models import Substitute, User

About = AssistantRun | Booking | Enquiry | Interest | Order | Substitute | TimeBankEntry | User | WorkplaceRequest

MOST_SEGMENTS = 2
NEW_LINE = "¶"


def tell(  # noqa: PLR0913 (each is a part of the message)
    kind: str,
    about: About,
    *,
    to: User,
    facts: Callable[[], Facts],
    at: datetime,
    due_at: datetime | None = None,
    path: str = "",
    link: str = "",
    version: str = "",
    remembers: Mapping[str, Any] | None = None,
) -> None:
    """Post a message of the kind to somebody.

    `facts` is asked in her language, whoever it is that causes it to be said.
    `path` is the page that it leads to, `link` another one for the text to name. The same about the same goes out once,
    unless `version` differs.
    `remembers` is what `booking/overtaken/` needs besides the key of `about`.
    """
    url = f"{settings.PORTAL_URL}{link or path}"
    own = functools.cache(lambda: own_words.of(kind))
    words = functools.cache(lambda channel: worded(kind, {**facts(), "url": (url, "")}, channel=channel, own=own()))
    with speaking(to):
        outbox.post(
            key=":".join(filter(None, [kind, str(about.pk), str(to.pk), version])),
            kind=kind,
            to=to,
            subject=words(Channel.SMS)[0],
            body=lambda channel: words(channel)[1],
            at=at,
            due_at=due_at,
            about=f"{about._meta.model_name}:{about.pk}",
            facts={"pk": str(about.pk), "path": path} | dict(remembers or {}),
            answerable=CATALOGUE[kind].answer is Answer.YES_OR_NO,
        )


def worded(code: str, facts: Facts, *, channel: Channel, own: str = "") -> tuple[str, str]:
    """The subject and the text as the channel says them. A notice in a browser has its link beside the text.

    `own` is what the municipality has chosen to say instead of the portal.
    """
    if channel is Channel.PUSH:
        return said(code, {**facts, "url": ""}, by_sms=False, is_short=True, own=own)
    return said(code, facts, by_sms=channel is Channel.SMS, own=own)


def said(code: str, facts: Facts, *, by_sms: bool, is_short: bool = False, own: str = "") -> tuple[str, str]:
    """The subject and the text: as short as it takes for an SMS, whole for an e-mail."""
    subject = body = ""
    is_usual = not any(facts.get(fact) for fact in CATALOGUE[code].unless)
    chosen = own if is_usual and own_words.suits(own, facts) else ""
    for shorter in ever_shorter(facts, CATALOGUE[code].gives_way):
        subject, body = _rendered(code, shorter, by_sms=by_sms, own=own_words.filled(chosen, shorter))
        if not (by_sms or is_short) or fits(body):
            break
    return subject, body


def in_braces(code: str) -> tuple[str, str]:
    """The subject, and what the portal says in a message of the kind with its facts in braces and nothing added."""
    return _rendered(code, named_facts.in_braces(), by_sms=True, is_bare=True)


def fits(body: str) -> bool:
    """Whether two SMS carry the text."""
    return segments(plain(body)) <= MOST_SEGMENTS


def _rendered(
    code: str, facts: Mapping[str, str], *, by_sms: bool, own: str = "", is_bare: bool = False
) -> tuple[str, str]:
    written = {"own": NEW_LINE.join(own.splitlines()), "by_sms": by_sms, "is_bare": is_bare}
    text = render_to_string(f"booking/messages/{code}.txt", {**facts, **written})
    subject, _line, body = text.strip().partition("\n")
    return subject.strip(), hidden(_lines(body))


def _lines(text: str) -> str:
    """White space in a template is a space; its sign for a new line is one."""
    return "\n".join(" ".join(line.split()) for line in text.split(NEW_LINE))
