"""The port that the portal listens on."""

import socket
from urllib.error import HTTPError, URLError
from urllib.request import urlopen


class NotAPort(ValueError):
    """Something else than a number between 1 and 65535."""


def parsed(text: str) -> int:
    """The port that is written, or `NotAPort`."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**16):
        raise NotAPort(text)
    return int(text)


def is_free(port: int) -> bool:
    """Whether a server on this machine could listen there."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server will
        try:
            door.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def any_free() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


def answers(port: int) -> bool:
    """Whether a web server answers there, whatever it says."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/konto/login/", timeout=30):  # nosec B310 # of this machine, by http
            return True
    except HTTPError:
        return True
    except (URLError, OSError):
        return False
