"""Calls to a gateway over HTTP: with a time limit, on a connection that is kept, and nothing secret in what fails."""

import logging
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import requests
from django.utils.translation import gettext_noop
from requests.auth import HTTPBasicAuth
from urllib3.exceptions import NewConnectionError

from messaging.verdicts import Refused, TryAgain

logger = logging.getLogger(__name__)

TIMEOUT = (5, 15)
"""Seconds to connect, and to wait for an answer: together well under the queue's."""

OUT_OF_REACH = gettext_noop("sms-leverantören går inte att nå")
SHUT_OUT = gettext_noop("sms-leverantören släpper inte in oss")
BUSY = gettext_noop("sms-leverantören har fullt upp")
BROKEN = gettext_noop("sms-leverantören har fel hos sig")
NOT_TAKEN = gettext_noop("sms-leverantören tog inte emot meddelandet")

AGAIN = {401: SHUT_OUT, 402: SHUT_OUT, 403: SHUT_OUT, 404: SHUT_OUT, 407: SHUT_OUT, 408: BUSY, 425: BUSY, 429: BUSY}
"""Our account, its money or its pace: not the message's fault, and somebody may put it right."""

BROKEN_BEFORE = {500: BROKEN, 503: BROKEN}
"""The gateway itself says that it failed. 502 and 504 come from something before it: behind, it may have gone well."""


Form = dict[str, str] | None


class NoAnswer(Exception):
    """Nobody knows what the gateway did. Says what kind of error it was: never an address, a number or a text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The HTTP status, and the fields of the JSON object (none, if it was something else)."""

    status: int
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether the gateway did as it was asked."""
        return self.status in {200, 201}


class Line:
    """The connection to one gateway: kept open, and each thread's own."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def call(self, method: str, url: str, auth: tuple[str, str], *, data: Form = None, params: Form = None) -> Answer:
        """What the gateway answers; `TryAgain` if it was never reached, `NoAnswer` if it may have been."""
        who = HTTPBasicAuth(*(part.encode() for part in auth))  # given text, it would write it in Latin 1
        try:
            response = self._session().request(
                method, url, auth=who, timeout=TIMEOUT, allow_redirects=False, data=data, params=params
            )
        except requests.RequestException as error:
            problem = TryAgain(OUT_OF_REACH) if never_left(error) else NoAnswer(type(error).__name__)
        else:
            return Answer(response.status_code, _object(response))
        # Out here, so that the library's error, which names the address, does not come along.
        raise problem

    def close(self) -> None:
        """Hang up."""
        self._session().close()

    def _session(self) -> requests.Session:
        if not hasattr(self._of_thread, "session"):
            self._of_thread.session = requests.Session()
        session: requests.Session = self._of_thread.session
        return session


def never_left(error: requests.RequestException) -> bool:
    """Whether there was no connection yet, so that nothing can have been handed over."""
    if isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.SSLError):
        return True
    cause = error.args[0] if error.args else None
    return isinstance(getattr(cause, "reason", None), NewConnectionError)


def provider_id(answer: Answer, name: str, *, because: str = NOT_TAKEN) -> str:
    """The provider's number in the field of that name, or what the answer means instead."""
    if answer.is_good:
        if not (number := answer.fields.get(name)):
            raise NoAnswer(answer.status)
        return str(number)
    logger.warning("The gateway answered %s (%s)", answer.status, answer.fields.get("code", "no code"))
    if reason := (AGAIN | BROKEN_BEFORE).get(answer.status):
        raise TryAgain(reason)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise NoAnswer(answer.status)
    if answer.status < HTTPStatus.BAD_REQUEST:  # sent elsewhere: the address in the settings is wrong
        raise TryAgain(SHUT_OUT)
    raise Refused(because)


def _object(response: requests.Response) -> dict[str, Any]:
    try:
        content = response.json()
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
