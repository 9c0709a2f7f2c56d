"""A SAML identity provider's page, at an address of its own: a form that posts its answer to the portal."""

import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.standins.openid import page
from tests.standins.saml import Idp


class SamlPage:
    """Answers over HTTP on a port of its own; `close` when it is done with."""

    def __init__(self) -> None:
        self._server = _server(self)
        self.idp = Idp(f"http://127.0.0.1:{self._server.server_address[1]}/sso")
        threading.Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def form(self, path: str) -> str:
        """What she sees there."""
        request = self.idp.asked(path)
        message = f'<input type="hidden" name="SAMLResponse" value="{self.idp.answer(request)}">'
        there = escape(request.comes_back_to)
        return page(f'<form method="post" action="{there}">{message}<button>Legitimera mig</button></form>')


def _server(provider: SamlPage) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_asked = self.path.startswith("/sso?")
            content = provider.form(self.path).encode() if is_asked else b""
            self.send_response(200 if is_asked else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)
