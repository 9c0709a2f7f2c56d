"""The connection to the scheduling system: to the address of the settings and no other, with a time limit."""

import logging
import uuid
from datetime import datetime
from http import HTTPStatus

import requests
from django.conf import settings
from django.utils.translation import gettext_noop

from scheduling.formats import signing

logger = logging.getLogger(__name__)

TIMEOUT = (5, 15)
"""Seconds to connect, and to wait for an answer: together well under the queue's."""

OUT_OF_REACH = gettext_noop("schemasystemet går inte att nå")
SHUT_OUT = gettext_noop("schemasystemet släpper inte in oss")
BUSY = gettext_noop("schemasystemet har fullt upp")
BROKEN = gettext_noop("schemasystemet har fel hos sig")
NOT_TAKEN = gettext_noop("schemasystemet tog inte emot beskedet")

AGAIN = {401: SHUT_OUT, 403: SHUT_OUT, 404: SHUT_OUT, 407: SHUT_OUT, 408: BUSY, 425: BUSY, 429: BUSY}
"""The line's fault and not that of what was said, and somebody may put it right."""


class TryAgain(Exception):
    """It may not have come there; the same again does no harm, for it has the same key."""


class Refused(Exception):
    """What was said will not be taken on."""


def send(body: bytes, key: uuid.UUID, *, now: datetime) -> None:
    """Hand it over, or `TryAgain` or `Refused` with the reason."""
    headers = signing.headers(body, settings.SCHEDULE_SENDING_SECRET, now=now)
    headers |= {signing.KEY: str(key), "Content-Type": "application/json"}
    try:
        answer = requests.post(
            settings.SCHEDULE_URL, data=body, headers=headers, timeout=TIMEOUT, allow_redirects=False, stream=True
        )
    except requests.RequestException as error:
        problem = type(error).__name__
    else:
        answer.close()  # what it says beside its status is nothing to us, however long
        _understand(answer.status_code)
        return
    # Out here, so that the library's error, which names the address, does not come along.
    logger.warning("The schedule was not reached (%s)", problem)
    raise TryAgain(OUT_OF_REACH)


def _understand(status: int) -> None:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return
    logger.warning("The schedule answered %s", status)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise TryAgain(BROKEN)
    if status < HTTPStatus.BAD_REQUEST:  # sent elsewhere: the address in the settings is wrong
        raise TryAgain(SHUT_OUT)
    if status in AGAIN:
        raise TryAgain(AGAIN[status])
    raise Refused(NOT_TAKEN)
