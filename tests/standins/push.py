"""A push service, after RFC 8030, and the browser behind it: it reads what only the browser could read."""

import base64
import datetime as dt
import json
import os
import ssl
import tempfile
import threading
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import http_ece
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID
from py_vapid import Vapid

from tests.standins.server import BROKEN, LATE, Mood, Server, hang_up


def plain64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def bytes64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    """One that has subscribed: it alone has the keys."""

    def __init__(self, service: "PushService", number: int) -> None:
        self.path = f"/push/{number}"
        self.endpoint = f"{service.url}{self.path}"
        self._key, self._secret = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
        self.notices: list[dict[str, str]] = []

    def told(self, device: str = "Firefox på Android") -> dict[str, object]:
        """What `PushSubscription.toJSON()` gives, with a name of the device."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": plain64(point), "auth": plain64(self._secret)}
        return {"endpoint": self.endpoint, "keys": keys, "device": device}

    def read(self, body: bytes) -> dict[str, str]:
        clear = http_ece.decrypt(body, private_key=self._key, auth_secret=self._secret, version="aes128gcm")
        return json.loads(clear)


@dataclass(frozen=True)
class Delivery:
    """One request that it took on: its headers, and who the sender proved to be."""

    headers: dict[str, str]
    claims: dict[str, object]
    sender: str


class PushService:
    """Over TLS, with a certificate of its own making in the file `authority`."""

    def __init__(self) -> None:
        self.browsers: dict[str, Browser] = {}
        self.taken: list[Delivery] = []
        self.refused: list[str] = []
        self.moods: deque[Mood | int] = deque()
        self._over = threading.Event()
        self._folder = tempfile.TemporaryDirectory()
        self.authority = Path(self._folder.name) / "service.pem"
        self.authority.write_bytes(certificate())
        self._server = Server(self)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.authority)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return f"https://{self.host}"

    def browser(self) -> Browser:
        """Somebody's browser subscribes with it."""
        one = Browser(self, len(self.browsers))
        self.browsers[one.path] = one
        return one

    def next_will(self, *moods: Mood | int) -> None:
        self.moods.extend(moods)

    def go_down(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def close(self) -> None:
        if not self._over.is_set():
            self.go_down()
        self._folder.cleanup()

    def hear(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length", 0)))
        mood = self.moods.popleft() if self.moods else None
        status = mood if isinstance(mood, int) else self._take(request, body)
        if mood in LATE:
            self._over.wait(0.6)
        if mood in BROKEN:
            hang_up(request)
            return
        request.send_response(status)
        if 300 <= status < 400:
            request.send_header("Location", f"{self.url}/elsewhere")
        request.send_header("Content-Length", "0")
        request.end_headers()

    def _take(self, request: BaseHTTPRequestHandler, body: bytes) -> int:
        browser = self.browsers.get(urlsplit(request.path).path)
        if browser is None:
            self.refused.append(request.path)
            return 404
        headers = {name.lower(): value for name, value in request.headers.items()}
        signed = headers.get("authorization", "")
        if not Vapid.verify(signed):
            return 403
        parts = dict(part.split("=", 1) for part in signed.removeprefix("vapid ").split(","))
        claims = json.loads(bytes64(parts["t"].split(".")[1]))
        if claims["aud"] != self.url or not claims["sub"].startswith("mailto:"):
            return 403
        browser.notices.append(browser.read(body))
        self.taken.append(Delivery(headers, claims, parts["k"]))
        return 201


def certificate() -> bytes:
    """For 127.0.0.1, of nobody's making but ours: the key and the certificate in one PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "push stand-in")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=3650))
        .not_valid_after(now + dt.timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + made.public_bytes(Encoding.PEM)
