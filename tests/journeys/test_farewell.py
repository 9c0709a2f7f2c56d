"""A service worker that does harm can be called back."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser

from tests.journeys.worker import until

BAD = """
self.addEventListener("install", (event) => event.waitUntil(caches.open("own")));
self.addEventListener("fetch", (event) => event.respondWith(new Response("old")));
"""


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    """A site with one page and a bad worker, as long as nobody changes what it answers with."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            script = self.path == "/sw.js"
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript" if script else "text/html")
            self.end_headers()
            self.wfile.write((server.worker if script else "new").encode())

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.worker = BAD
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_it_goes_with_all_that_it_kept(chromium: Browser, site):
    context = chromium.new_context()
    page = context.new_page()
    address = f"http://localhost:{site.server_address[1]}/"
    page.goto(address)
    page.evaluate("navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })")
    until(page, "navigator.serviceWorker.ready.then(() => true)")
    page.goto(address)
    assert page.inner_text("body") == "old"

    site.worker = Path(finders.find("js/worker/farewell.js")).read_text()
    page.goto(address)
    until(page, "navigator.serviceWorker.getRegistrations().then((left) => left.length === 0)")
    until(page, "caches.keys().then((kept) => kept.length === 0)")
    page.goto(address)
    assert page.inner_text("body") == "new"
    context.close()
