"""An OpenID provider as the standard says (Core 1.0, Discovery 1.0, RFC 7636 and 9207), and as it must not be.

It signs whoever is at the door in as `person`. What is in `wrong` is done in place of what is right.
"""

import base64
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from tests.standins.tokens import Signer, key_pair, signed

CLIENT_ID, SECRET = "vikarieportalen", "tallkottar-och-lingonris-i-september"
Query = dict[str, str]
Answer = tuple[int, dict[str, Any] | str]


@dataclass
class Wrong:
    """What it does that it must not. A claim that is None is left out."""

    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    description: dict[str, Any] = field(default_factory=dict)
    signer: Signer | None = None
    answer: Query = field(default_factory=dict)
    takes_codes_again: bool = False
    tokens: Answer | None = None


class OpenId:
    """Answers over HTTP on a port of its own; `close` when it is done with."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {"sub": "7f3k"}
        self.only_at_userinfo: set[str] = set()
        self.denies = False
        self.waits_for_her = False
        """Whether there is a page with a link, as where an app is opened; else she is led straight back."""
        self.wrong = Wrong()
        self.signer = Signer("RS256", key_pair("its own"), "nyckel-1")
        self.asked: list[str] = []
        self.referrers: set[str | None] = set()
        self._codes: dict[str, Query] = {}
        self._spent: set[str] = set()
        self._server = _server(self)
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str, query: Query, form: Query, headers: Any) -> Answer:
        self.asked.append(path)
        self.referrers.add(headers.get("Referer"))
        if path == "/.well-known/openid-configuration":
            return 200, self._description() | self.wrong.description
        if path == "/jwks":
            return 200, {"keys": [self.signer.public()]}
        if path == "/authorize":
            return self._authorize(query)
        if path == "/token":
            return self.wrong.tokens or self._tokens(form, headers.get("Authorization", ""))
        if path == "/userinfo" and headers.get("Authorization") == "Bearer en-biljett":
            return 200, self.person | self.wrong.userinfo
        return 404, "nothing here"

    def _description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }

    def _authorize(self, query: Query) -> Answer:
        must_be = {"client_id": CLIENT_ID, "response_type": "code", "code_challenge_method": "S256"}
        if any(query.get(name) != value for name, value in must_be.items()) or "openid" not in query["scope"].split():
            return 400, "not a request that this client may make"
        back = {"state": query["state"], "iss": self.issuer}
        if self.denies:
            return 302, f"{query['redirect_uri']}?{urlencode(back | {'error': 'access_denied'})}"
        code = secrets.token_urlsafe(16)
        self._codes[code] = query
        onward = f"{query['redirect_uri']}?{urlencode(back | {'code': code} | self.wrong.answer)}"
        return (200, page(f'<a href="{escape(onward)}">Legitimera mig</a>')) if self.waits_for_her else (302, onward)

    def _tokens(self, form: Query, authorization: str) -> Answer:
        asked = self._codes.get(form.get("code", ""))
        challenge = base64.urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        is_right = (
            asked is not None
            and form.get("grant_type") == "authorization_code"
            and form.get("redirect_uri") == asked["redirect_uri"]
            and asked["code_challenge"] == challenge.decode()
            and (form["code"] not in self._spent or self.wrong.takes_codes_again)
        )
        if not _knows_the_secret(form, authorization):
            return 401, {"error": "invalid_client"}
        if not is_right:
            return 400, {"error": "invalid_grant"}
        self._spent.add(form["code"])
        return 200, {"access_token": "en-biljett", "token_type": "Bearer", "id_token": self._id_token(asked)}

    def _id_token(self, asked: Query) -> str:
        now = int(time.time())
        told = {name: value for name, value in self.person.items() if name not in self.only_at_userinfo}
        right = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": asked.get("nonce")}
        claims = {name: value for name, value in (told | right | self.wrong.claims).items() if value is not None}
        return signed(claims, self.wrong.signer or self.signer)


def page(content: str) -> str:
    """A page of another house's."""
    return f"<!doctype html><html lang=sv><title>Legitimering</title><h1>Legitimering</h1>{content}</html>"


def _knows_the_secret(form: Query, authorization: str) -> bool:
    basic = base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
    posted = (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, SECRET)
    return posted or authorization == f"Basic {basic}"


def _server(provider: OpenId) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            query = {name: values[0] for name, values in parse_qs(address.query).items()}
            status, told = provider.answer(address.path, query, dict(parse_qsl(body)), self.headers)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", str(told))
            content = (told if isinstance(told, str) else json.dumps(told)).encode()
            text = "text/html" if str(told).startswith("<!doctype") else "text/plain"
            self.send_header("Content-Type", text if isinstance(told, str) else "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 (http.server's name)

        def log_message(self, *_: object) -> None:
            """The tests look at what was asked."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)
