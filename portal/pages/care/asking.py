"""Asking an address out of the portal whether it is there: only public ones, once, with little patience.

The name is looked up once, and the connection goes to the very address that was looked at: a name that answers
otherwise the next time leads nowhere inside. No redirect is followed, and nothing of the answer is read but its code.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import SplitResult, urlsplit

PATIENCE = 3  # seconds, for each of connecting and answering
PORTS = {"http": 80, "https": 443}
NEEDS_MORE = {401, 403, 405, 406, 429}
"""There is something there, for whoever signs in, asks otherwise or waits."""

FAULT = 400


class NotAllowed(Exception):
    """The address is not one that the portal may ask."""


def problem(address: str) -> str:
    """`name`, `closed`, `certificate`, `silent` or an HTTP code of a fault; empty if there is something there."""
    try:
        code = _code(urlsplit(address))
    except (NotAllowed, ValueError):
        return "closed"
    except socket.gaierror:
        return "name"
    except ssl.SSLError:
        return "certificate"
    except (OSError, http.client.HTTPException):
        return "silent"
    return str(code) if code >= FAULT and code not in NEEDS_MORE else ""


def public(host: str, port: int) -> str:
    """The numeric address of the host; `NotAllowed` unless every one that it has is out on the internet."""
    found = {row[4][0] for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    numbers = [ipaddress.ip_address(str(number).partition("%")[0]) for number in found]
    for number in numbers:
        inner = getattr(number, "ipv4_mapped", None) or number
        if not inner.is_global or inner.is_multicast:
            raise NotAllowed(host)
    return str(min(numbers, key=lambda number: number.version))


def _code(parts: SplitResult) -> int:
    usual = PORTS.get(parts.scheme)
    if usual is None or not parts.hostname or parts.username or parts.port not in {None, usual}:
        raise NotAllowed(parts.netloc)
    host = parts.hostname.encode("idna").decode()
    number = public(host, usual)
    code = _ask("HEAD", host, number, parts)
    return _ask("GET", host, number, parts) if code in {405, 501} else code


def _ask(method: str, host: str, number: str, parts: SplitResult) -> int:
    plain = socket.create_connection((number, PORTS[parts.scheme]), timeout=PATIENCE)
    connection = http.client.HTTPConnection(host, PORTS[parts.scheme], timeout=PATIENCE)
    is_closed = parts.scheme == "https"
    with ssl.create_default_context().wrap_socket(plain, server_hostname=host) if is_closed else plain as way:
        connection.sock = way
        path = parts.path or "/"
        asked = f"{path}?{parts.query}" if parts.query else path
        connection.request(method, asked, headers={"User-Agent": "Vikarieportalen", "Connection": "close"})
        return connection.getresponse().status
