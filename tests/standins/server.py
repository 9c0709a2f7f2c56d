"""What the stand-ins share: a server in threads, a memory of what it took on, and moods that come over it."""

import base64
import json
import socket
import struct
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

Fields = dict[str, str]
Answer = tuple[int, dict[str, object] | str]
Call = Callable[[str, Fields, Fields], int]
"""Calls the portal with an address, fields and headers, and answers with the status that came back."""


class Mood(Enum):
    """What happens to the next request, besides an HTTP status that it is turned away with."""

    SLOW = auto()  # it is taken on, and answered too late
    SLOW_AND_LOST = auto()
    RESET = auto()  # it is taken on, and the connection breaks
    RESET_AND_LOST = auto()
    REFUSE = auto()  # no telephone has that number


LOST = {Mood.SLOW_AND_LOST, Mood.RESET_AND_LOST}
LATE = {Mood.SLOW, Mood.SLOW_AND_LOST}
BROKEN = {Mood.RESET, Mood.RESET_AND_LOST}


@dataclass(frozen=True)
class Taken:
    """One SMS that it took on, and where it was told to send receipts."""

    provider_id: str
    to: str
    sender: str
    text: str
    receipts: str
    created_at: datetime


class StandIn(ABC):
    """Answers over HTTP, and calls the portal with `call`."""

    name: str

    def __init__(self, call: Call, *, now: datetime | None = None) -> None:
        self.call, self.now = call, now
        self.taken: list[Taken] = []
        self.moods: deque[Mood | int] = deque()
        self._over = threading.Event()
        self._server = Server(self)
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def next_will(self, *moods: Mood | int) -> None:
        self.moods.extend(moods)

    def report(self, provider_id: str, *statuses: str, honest: bool = True) -> list[int]:
        """Tell of each status in that order (`sent`, `delivered`, `failed`); what the portal answered."""
        (sms,) = [one for one in self.taken if one.provider_id == provider_id]
        fields = [self.receipt(sms, status) for status in statuses]
        return [self.call(sms.receipts, one, self.proof(sms.receipts, one, honest=honest)) for one in fields]

    def say(self, sender: str, text: str, *, provider_id: str = "in-1", honest: bool = True) -> int:
        """Somebody sends an SMS to our number; what the portal answered."""
        address, fields = self.inbound_address(), self.inbound(provider_id, sender, text)
        return self.call(address, fields, self.proof(address, fields, honest=honest))

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def moment(self) -> datetime:
        return self.now or datetime.now(UTC)

    def hear(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request, in the mood of the moment."""
        address = urlsplit(request.path)
        body = request.rfile.read(int(request.headers.get("Content-Length", 0))).decode()
        fields = dict(parse_qsl(body or address.query, keep_blank_values=True))
        mood = self.moods.popleft() if self.moods else None
        if mood is None or mood in {Mood.SLOW, Mood.RESET}:
            answer = self.answer(request.command, address.path, fields, credentials(request))
        else:
            answer = self.turned_away(mood if isinstance(mood, int) else 400)
        if mood in LATE:
            self._over.wait(0.6)
        if mood in BROKEN:
            hang_up(request)
        else:
            write(request, *answer)

    @abstractmethod
    def answer(self, command: str, path: str, fields: Fields, known_as: tuple[str, str]) -> Answer:
        """What the gateway answers a request."""

    @abstractmethod
    def turned_away(self, status: int) -> Answer:
        """How it says no, with this status."""

    @abstractmethod
    def receipt(self, sms: Taken, status: str) -> Fields:
        """What it tells of one of our SMS."""

    @abstractmethod
    def inbound_address(self) -> str:
        """Where it calls with an SMS that came in."""

    @abstractmethod
    def inbound(self, provider_id: str, sender: str, text: str) -> Fields:
        """What it tells of such an SMS."""

    @abstractmethod
    def proof(self, address: str, fields: Fields, *, honest: bool) -> Fields:
        """How it shows that the call is its own; or fails to."""


class Server(ThreadingHTTPServer):
    """Quiet, also about callers that have gone."""

    def __init__(self, stand_in: StandIn) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                stand_in.hear(self)

            do_POST = do_GET  # noqa: N815 (http.server's name)

            def log_message(self, *_: object) -> None:
                """The tests look at what was taken."""

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that gave up waiting is what some tests are about."""


def credentials(request: BaseHTTPRequestHandler) -> tuple[str, str]:
    scheme, _, encoded = request.headers.get("Authorization", "").partition(" ")
    user, _, password = base64.b64decode(encoded).decode().partition(":") if scheme == "Basic" else ("", "", "")
    return user, password


def write(request: BaseHTTPRequestHandler, status: int, content: dict[str, object] | str) -> None:
    body = (content if isinstance(content, str) else json.dumps(content)).encode()
    request.send_response(status)
    request.send_header("Content-Type", "text/plain" if isinstance(content, str) else "application/json")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def hang_up(request: BaseHTTPRequestHandler) -> None:
    """With a reset, not a farewell."""
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.close_connection = True


def by_client(client) -> Call:
    """Calls the portal in the test's own process."""

    def call(address: str, fields: Fields, headers: Fields) -> int:
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        form = "application/x-www-form-urlencoded"
        return client.post(path, urlencode(fields), content_type=form, headers=headers).status_code

    return call
