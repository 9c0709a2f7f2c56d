"""Scales on the wire: a go-between that counts what the portal answers with, by address, the service worker's too."""

import re
import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

ASKED = re.compile(rb"^[A-Z]+ (\S+) HTTP/1\.1\r\n", re.MULTILINE)
PIECE = 65536


class Scales:
    """How many bytes have come from the portal, headers and all, by path."""

    def __init__(self, portal: str) -> None:
        url = urlsplit(portal)
        self.portal = (url.hostname or "", url.port or 80)
        self.bytes: Counter[str] = Counter()

    def emptied(self) -> None:
        """Begin anew."""
        self.bytes.clear()

    def kilobytes(self, *, besides: tuple[str, ...] = ()) -> float:
        """All of it but for the files with these endings."""
        return sum(size for path, size in self.bytes.items() if not path.endswith(besides)) / 1000


@contextmanager
def between(portal: str) -> Iterator[tuple[str, Scales]]:
    """An address where the portal is reached over the scales."""
    scales = Scales(portal)

    class GoBetween(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(scales.portal) as served:
                asked = [""]
                back = threading.Thread(target=weigh, args=(served, self.request, asked, scales), daemon=True)
                back.start()
                pass_on(self.request, served, asked)
                back.join(timeout=5)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), GoBetween) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}", scales
        server.shutdown()


def pass_on(browser: socket.socket, portal: socket.socket, asked: list[str]) -> None:
    """What the browser says; `asked` is told the path of each question, one at a time on a connection."""
    with suppress(OSError):
        while piece := browser.recv(PIECE):
            for found in ASKED.finditer(piece):
                asked[0] = found[1].decode().partition("?")[0]
            portal.sendall(piece)
        portal.shutdown(socket.SHUT_WR)


def weigh(portal: socket.socket, browser: socket.socket, asked: list[str], scales: Scales) -> None:
    """What the portal answers, counted under the path that was asked last."""
    with suppress(OSError):
        while piece := portal.recv(PIECE):
            scales.bytes[asked[0]] += len(piece)
            browser.sendall(piece)
        browser.shutdown(socket.SHUT_RDWR)  # the portal lets a quiet connection go, and the browser must know
