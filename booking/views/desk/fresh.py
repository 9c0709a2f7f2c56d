"""Pages that keep themselves fresh: the browser asks often, and is answered shortly when nothing has changed.

In the page, `data-fresh` is its address and `data-version` its version; what may change is marked as
static/js/desk/fresh.js says. The view works out the version before it reads anything else:

    version = fresh.version(changes.within_reach(request.user, now=now), now=now)
    return fresh.unless_unchanged(request, version, lambda: render(request, …, {"version": version}))
"""

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

A_MINUTE = 60


def version(*facts: object, now: datetime) -> str:
    """The facts in a word. Another each minute, since "om 48 min" is not true for longer."""
    minute = int(now.timestamp()) // A_MINUTE
    return hashlib.sha256(repr((minute, *facts)).encode()).hexdigest()[:20]


def unless_unchanged(request: HttpRequest, version: str, page: Callable[[], HttpResponse]) -> HttpResponseBase:
    """The page; or 304, if whoever asks has this version of it."""
    tag = quote_etag(version)
    if unchanged := get_conditional_response(request, etag=tag):
        return unchanged
    answer = page()
    answer["ETag"] = tag
    return answer
