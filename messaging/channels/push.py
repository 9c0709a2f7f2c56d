"""Notices in a browser (RFC 8030): encrypted for it alone (RFC 8291), signed with our key (RFC 8292)."""

import base64
import hashlib
import json
import logging
from typing import Any

import requests
from django.conf import settings
from django.utils.translation import gettext_noop
from pywebpush import WebPushException, webpush

from messaging import browsers, choices, looks, vapid
from messaging.channels import Refused, Sent, TryAgain
from messaging.models import Message, PushSubscription
from people import languages

logger = logging.getLogger(__name__)

TIMEOUT = (5, 10)
"""Seconds to connect, and to wait for an answer: together well under the queue's."""

HOUR = 3600
KEPT_FOR, URGENT_FOR = 24 * HOUR, 4 * HOUR
"""Seconds that the service keeps a notice for a phone that is off: an enquiry is soon answered by another."""

TITLE_LENGTH, BODY_LENGTH, TAG_LENGTH = 120, 500, 32
"""Well within the 4096 bytes that every service takes, and the 32 signs of a topic."""

GONE = gettext_noop("webbläsaren tar inte längre emot aviseringar")
OFF = gettext_noop("aviseringar är inte påslagna i portalen")
OUT_OF_REACH = gettext_noop("aviseringstjänsten går inte att nå")
BUSY = gettext_noop("aviseringstjänsten har fullt upp")
NOT_TAKEN = gettext_noop("aviseringstjänsten tog inte emot aviseringen")

DEAD = {404, 410}
TOO_MANY, BROKEN = 429, 500


class Direct(requests.Session):
    """Goes nowhere but to the address it was given."""

    def request(self, *args: Any, **options: Any) -> requests.Response:  # noqa: ANN401 (all that requests takes)
        """As asked, but never on to where it is sent instead."""
        return super().request(*args, **(options | {"allow_redirects": False}))


class Push:
    """Sent again when the outcome is unknown: a notice with the same tag takes the place of the first."""

    gateway = ""

    def send(self, message: Message) -> Sent:
        """Hand it to the push service of the browser. One that is gone is forgotten."""
        browser = PushSubscription.objects.filter(pk=message.address, user=message.recipient_id).first()
        if browser is None or not browsers.is_of_a_push_service(browser.endpoint):
            raise Refused(GONE)
        try:
            _call(browser, message)
        except WebPushException as problem:
            status = problem.status_code or 0
        except requests.RequestException as problem:
            raise TryAgain(OUT_OF_REACH) from problem
        else:
            return Sent()
        # Out here, so that the library's error, which names the address, does not come along.
        raise _verdict(status, browser)

    def find(self, message: Message) -> Sent | None:
        """A push service is not asked: sending again is harmless."""
        return None


def payload(message: Message) -> dict[str, str]:
    """What the service worker shows, and where a tap leads."""
    return {
        "title": _cut(message.subject, TITLE_LENGTH),
        "body": _cut(looks.without_our_addresses(message.body), BODY_LENGTH),
        "url": looks.page_of(message),
        "tag": tag(message),
        "lang": languages.of(message.recipient),
    }


def tag(message: Message) -> str:
    """The same for what replaces each other: what is told of one thing in one group. Tells nothing to who sees it."""
    group = choices.of_kind(message.kind)
    of_what = f"{group.code if group else message.kind}:{message.about}"
    told = of_what if message.about else message.copy_of_id or message.pk
    digest = hashlib.sha256(f"{message.recipient_id}:{told}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:TAG_LENGTH]


def _call(browser: PushSubscription, message: Message) -> None:
    ours = vapid.key()
    if ours is None:
        raise Refused(OFF)
    group = choices.of_kind(message.kind)
    is_urgent = group is not None and group.urgent
    with Direct() as line:
        webpush(
            {"endpoint": browser.endpoint, "keys": {"p256dh": browser.p256dh, "auth": browser.auth}},
            json.dumps(payload(message), ensure_ascii=False),
            vapid_private_key=ours,
            vapid_claims={"sub": settings.PUSH.subject},
            ttl=URGENT_FOR if is_urgent else KEPT_FOR,
            headers={"Urgency": "high" if is_urgent else "normal", "Topic": tag(message)},
            timeout=TIMEOUT,
            requests_session=line,
        )


def _verdict(status: int, browser: PushSubscription) -> Exception:
    if status in DEAD:
        browser.delete()
        return Refused(GONE)
    if status == TOO_MANY or status >= BROKEN:
        return TryAgain(BUSY)
    logger.warning("A push service answered %s", status)
    return Refused(NOT_TAKEN)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
