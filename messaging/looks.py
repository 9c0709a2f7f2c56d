"""How a message reads in the inbox: its drawing, its text for a screen, and the page that it leads to."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from messaging.models import Message
from portal.templatetags.times import clock

SPAN = re.compile(r"\b(\d\d[.:]\d\d)-(\d\d[.:]\d\d)\b")
OUR_ADDRESS = re.compile(re.escape(settings.PORTAL_URL) + r"(/(?!/)[\w/?=&%-]*)")


def written_out(message: Message) -> str:
    """The path of the first address of ours in the text, if there is one."""
    address = OUR_ADDRESS.search(message.body)
    return address[1] if address else ""


@dataclass(frozen=True, slots=True)
class Looks:
    """A drawing of static/icons.svg, the colour behind it (bokad, ledig, fraga, ljung, lingon, grus), and a path."""

    icon: str = "mail"
    colour: str = ""
    link: Callable[[Message], str] = written_out


PLAIN = Looks()
WAITING = Looks(icon="bell", colour="fraga")

_looks: dict[str, Looks] = {}


def dress(kind: str, looks: Looks) -> None:
    """Let messages of the kind look like this: said by the app that posts them."""
    _looks[kind] = looks


def of(message: Message) -> Looks:
    """How the message looks."""
    return _looks.get(message.kind) or (WAITING if message.answerable else PLAIN)


def leads_to(message: Message) -> str:
    """The path of the page that it is about, or nothing."""
    return of(message).link(message)


def page_of(message: Message) -> str:
    """Where it is dealt with: what it is about, or its own page, where a colleague's words are read and answered."""
    own = reverse("messaging:message", args=[message.copy_of_id or message.pk])
    return own if message.written_by_id else leads_to(message) or own


def without_our_addresses(text: str) -> str:
    """What an SMS must write out is a link beside the text here."""
    return SPAN.sub("\\1–\\2", OUR_ADDRESS.sub("", text)).strip()


def when(moment: datetime, *, now: datetime) -> str:
    """I dag 05.30, I går 14.10, 7 maj"""
    local, today = localtime(moment), localtime(now).date()
    if local.date() == today:
        return _("I dag %(clock)s") % {"clock": clock(moment)}
    if local.date() == today - timedelta(days=1):
        return _("I går %(clock)s") % {"clock": clock(moment)}
    return date_format(local, "j F" if local.year == today.year else "j F Y")
