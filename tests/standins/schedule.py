"""A scheduling system: it believes what is signed, keeps what it is told by the latest version, and tells of shifts."""

import hmac
import json
import threading
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.standins.server import BROKEN, LATE, LOST, Mood, Server, hang_up, write

OURS, THEIRS = "portalens-nyckel-av-blåbär-och-kottar", "schemats-nyckel-av-tranbär-och-myrar"


@dataclass(frozen=True)
class Told:
    """One message that it took on."""

    key: str
    body: bytes


class Schedule:
    """Answers over HTTP on a port of its own; `close` when it is done with. The same key twice is one."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self.shifts: dict[str, dict[str, Any]] = {}
        self.moods: deque[Mood | int] = deque()
        self._over = threading.Event()
        self._server = Server(self)  # type: ignore[arg-type]
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/pass"

    def next_will(self, *moods: Mood | int) -> None:
        self.moods.extend(moods)

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def hear(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length", 0)))
        mood = self.moods.popleft() if self.moods else None
        if isinstance(mood, int):
            write(request, mood, "so it goes")
            return
        status = 401 if not self._believes(request, body) else 200
        if status == 200 and mood not in LOST:
            self._keep(Told(request.headers["X-Schema-Idempotency-Key"], body))
        if mood in LATE:
            self._over.wait(0.6)
        if mood in BROKEN:
            hang_up(request)
        else:
            write(request, status, {})

    def _believes(self, request: BaseHTTPRequestHandler, body: bytes) -> bool:
        timestamp = request.headers.get("X-Schema-Timestamp", "")
        proof = hmac.new(OURS.encode(), f"{timestamp}.".encode() + body, "sha256").hexdigest()
        return request.headers.get("X-Schema-Signature") == f"v1={proof}"

    def _keep(self, told: Told) -> None:
        self.told.append(told)
        shift = json.loads(told.body)["shift"]
        before = self.shifts.get(shift["id"])
        if before is None or shift["version"] > before["version"]:
            self.shifts[shift["id"]] = shift


def message(event: str, *shifts: dict[str, object]) -> bytes:
    """What it sends."""
    return json.dumps({"event": event, "shifts": list(shifts)}).encode()


def shift(**said: object) -> dict[str, object]:
    """A resource shift on Wednesday 13 May 2026."""
    told = {"id": "S-1", "version": 1, "employee_number": "M-1", "kind": "resource"}
    return told | {"starts": "2026-05-13T07:00", "ends": "2026-05-13T16:00"} | said


def proof(body: bytes, *, now, secret: str = THEIRS) -> dict[str, str]:
    """How it shows that a message is its own."""
    timestamp = str(int(now.timestamp()))
    signature = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, "sha256").hexdigest()
    return {"X-Schema-Timestamp": timestamp, "X-Schema-Signature": f"v1={signature}"}
