"""How much one address, and all of them together, may send in.

Counted in the cache under a keyed hash that lasts as long as the limit: no address is written down anywhere.
"""

import uuid
from typing import NamedTuple

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from people import limits

TWICE = 10  # seconds
"""So long the same answer from the same browser is a finger that pressed twice."""


class Limit(NamedTuple):
    """What one address may, and all, within so many seconds. Thirty colleagues may sit behind one address."""

    name: str
    each: int
    together: int
    seconds: int


ANSWERS = Limit("answers", each=60, together=2000, seconds=600)
FEEDBACK = Limit("feedback", each=10, together=300, seconds=3600)


def lets_in(limit: Limit, request: HttpRequest) -> bool:
    """Whether there is room for one more, which is counted. What is too much from one takes no room from the others."""
    each, together = (
        limits.Limit(f"floods:{limit.name}", most, limit.seconds) for most in (limit.each, limit.together)
    )
    counted = ((each, _address(request)), (together, ""))
    return all(limits.count(one, whose) <= one.most for one, whose in counted)


def command(request: HttpRequest, about: object) -> uuid.UUID:
    """The key of an answer about something; the same when the same browser presses twice."""
    browser = f"{_address(request)} {request.headers.get('User-Agent', '')}"
    key, mine = f"floods:{limits.tag(f'twice:{about}', browser)}", uuid.uuid4()
    return mine if cache.add(key, mine, TWICE) else cache.get(key, mine)


def _address(request: HttpRequest) -> str:
    return str(get_adapter().get_client_ip(request))
