"""The request at hand, with its number in the logs: for what is written far below the views."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

GIVEN = re.compile(r"[\w-]{8,64}")


@dataclass(frozen=True, slots=True)
class AtHand:
    """A request and what the logs know it by."""

    number: str
    request: HttpRequest


_now: ContextVar[AtHand | None] = ContextVar("request_at_hand", default=None)


def now() -> AtHand | None:
    """What is being answered here; nothing in the queue and in commands."""
    return _now.get()


@contextmanager
def holding(request: HttpRequest) -> Iterator[None]:
    """It is at hand meanwhile."""
    token = _now.set(AtHand(_number(request), request))
    try:
        yield
    finally:
        _now.reset(token)


def client_address(request: HttpRequest) -> str:
    """From where it was sent, as far as our own proxies say; empty if that is no address."""
    proxies = _proxies()
    passed = request.headers.get("X-Forwarded-For", "").split(",")
    told = passed[-proxies] if 0 < proxies <= len(passed) else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(told.strip()))
    except ValueError:
        return ""


def _number(request: HttpRequest) -> str:
    """The proxy's, where there is one, so that its log and ours can be laid side by side."""
    given = request.headers.get("X-Request-ID", "") if _proxies() else ""
    return given if GIVEN.fullmatch(given) else uuid.uuid4().hex


def _proxies() -> int:
    count: int = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
    return count
