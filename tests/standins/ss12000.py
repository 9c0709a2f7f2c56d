"""A register of staff, after SS 12000:2020: lists in pages by an opaque token, and OAuth 2."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from tests.standins.server import Server, credentials, write

CLIENT = ("portalen", "mjuk-mossa")
TOKEN = "vitmossa"
LISTS = ("persons", "duties", "organisations")


def person(key: str, first: str = "Karin", last: str = "Berg", **more: object) -> dict[str, object]:
    """One of its persons, with much that is none of ours."""
    return {
        "id": key,
        "givenName": first,
        "familyName": last,
        "birthDate": "1976-03-17",
        "civicNo": {"value": "197603170000", "nationality": "SE"},
        "securityMarking": "Ingen",
        "personStatus": "Aktiv",
        "emails": [
            {"value": f"{key}@hemma.example", "type": "Privat"},
            {"value": f"{key}@alvsunda.example", "type": "Skola personal"},
        ],
        "phoneNumbers": [{"value": "0701740698", "type": "Arbete", "mobile": True}],
    } | more


def duty(key: str, of: str, role: str = "Rektor", at: str = "org-1", **more: object) -> dict[str, object]:
    """What one of them does."""
    return {
        "id": key, "person": {"id": of}, "dutyAt": {"id": at}, "dutyRole": role, "startDate": "2026-01-01",
    } | more  # fmt: skip


def organisation(key: str = "org-1", code: str = "12345678") -> dict[str, object]:
    """Where."""
    return {"id": key, "displayName": "Björkskolan", "organisationType": "Skolenhet", "schoolUnitCode": code}


class Register:
    """Answers over HTTP as the standard has it; `asked` is what it was asked, in order."""

    def __init__(self, *, page: int = 2) -> None:
        self.lists: dict[str, list[dict[str, object]]] = {name: [] for name in LISTS}
        self.page, self.asked, self.statuses = page, list[str](), dict[str, int]()
        self.repeats = False
        self._server = Server(self)  # type: ignore[arg-type]
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def hear(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        address = urlsplit(request.path)
        body = request.rfile.read(int(request.headers.get("Content-Length", 0))).decode()
        name, asked = address.path.strip("/"), parse_qs(address.query)
        self.asked.append(request.path)
        if name == "token":
            return self._hand_out(request, parse_qs(body))
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return write(request, 401, {"code": "NOT_AUTHORIZED"})
        if name not in LISTS:
            return write(request, 404, {"code": "NOT_FOUND"})
        return write(request, *self._listed(name, asked))

    def _hand_out(self, request: BaseHTTPRequestHandler, form: dict[str, list[str]]) -> None:
        if credentials(request) != CLIENT or form.get("grant_type") != ["client_credentials"]:
            return write(request, 401, {"error": "invalid_client"})
        return write(request, 200, {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600})

    def _listed(self, name: str, asked: dict[str, list[str]]) -> tuple[int, dict[str, object]]:
        if status := self.statuses.pop(name, 0):
            return status, {"code": "ERROR"}
        if self.repeats:
            return 200, {"data": self.lists[name][:1], "pageToken": "alltid-samma"}
        token = asked.pop("pageToken", [""])[0]
        size = min(int(asked.pop("limit", ["1000"])[0]), self.page)
        if token and asked:
            return 400, {"code": "INVALID_FILTER", "message": "pageToken cannot be combined with filters"}
        state = json.loads(base64.b64decode(token)) if token else {"from": 0, "asked": asked}
        rows, start = self._filtered(name, state["asked"]), state["from"]
        further = base64.b64encode(json.dumps(state | {"from": start + size}).encode()).decode()
        return 200, {"data": rows[start : start + size], "pageToken": further if start + size < len(rows) else None}

    def _filtered(self, name: str, asked: dict[str, list[str]]) -> list[dict[str, object]]:
        if asked.get("relationship.entity.type") != ["duty"]:
            return self.lists[name]
        wanted = {row["person"]["id"] for row in self.lists["duties"]}  # type: ignore[index]
        return [row for row in self.lists[name] if row["id"] in wanted]
